import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CvModel } from "#server/cvs/cv-model.ts";
import { now } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { cvLines } from "#test/support/given-cv-files.ts";
import { givenSeeker, type Seeker } from "#test/support/given-cvs.ts";
import { communeOf, givenOffers } from "#test/support/given-offers.ts";
import { fieldsOf, wordsOf } from "#test/support/given-upload.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";

const companyId = newId().toHexString();

let house: House;
let seeker: Seeker;
beforeAll(async () => {
  house = await openHouse();
  const facts = { occupation: "J1501", commune: communeOf("19272"), expiresOn: "2099-12-31" };
  await givenOffers(house, [
    { ...facts, title: "Aide-soignante chez qui l’on fuit F/H", companyId },
    { ...facts, title: "Aide-soignante ailleurs F/H" },
  ]);
  seeker = await givenSeeker({ occupations: ["J1501"], licences: ["deas"], commune: communeOf("19272") });
  await CvModel.updateOne(
    { _id: seeker.cvId },
    { $set: { blockedCompanyIds: [companyId], updatedAt: now() }, $inc: { version: 1 } },
  );
}, 120_000);
afterAll(() => house.close());

const read = (person?: Seeker) => asks(house, person).post("/lire-mon-cv", { text: cvLines.join("\n") });

describe("a company that a person shut out", () => {
  it("is not among the offers of their home", async () => {
    const words = wordsOf((await asks(house, seeker).get("/mes-pistes")).text);

    expect(words).toContain("Aide-soignante ailleurs");
    expect(words).not.toContain("chez qui l’on fuit");
  });

  it("is not among the offers of a file they read, nor once it is corrected", async () => {
    const first = await read(seeker);
    const corrected = await asks(house, seeker).post("/lire-mon-cv/corriger", fieldsOf(first.text));

    for (const { text } of [first, corrected]) {
      expect(wordsOf(text)).toContain("Aide-soignante ailleurs");
      expect(wordsOf(text)).not.toContain("chez qui l’on fuit");
    }
  });

  it("is shown to a stranger who reads the same file", async () => {
    expect(wordsOf((await read()).text)).toContain("chez qui l’on fuit");
  });
});
