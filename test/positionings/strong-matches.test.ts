import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CvModel } from "#server/cvs/cv-model.ts";
import { now } from "#server/platform/clock.ts";
import { onSignal } from "#server/platform/signals.ts";
import { matchCv, matchOffer } from "#server/positionings/find-strong-matches.ts";
import { StrongMatchModel } from "#server/positionings/strong-match-model.ts";
import { weights } from "#shared/matching/match-weights.ts";
import { givenSeeker, typedFirstCv } from "#test/support/given-cvs.ts";
import { type Desk, givenDesk } from "#test/support/given-positionings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
let desk: Desk;
let told: { cvId: string | undefined; at: number }[] = [];
let stop = (): void => undefined;

beforeAll(async () => {
  house = await openHouse();
  desk = await givenDesk(house);
  await house.drain();
  stop = onSignal(({ room, name, ids }) => {
    if (room === "staff" && name === "strong-match") told.push({ cvId: ids.cvId, at: performance.now() });
  });
});
afterEach(() => {
  told = [];
});
afterAll(async () => {
  stop();
  await house.close();
});

const timesTold = (cvId: string): number => told.filter((one) => one.cvId === cvId).length;
const touch = (cvId: string, set: Record<string, unknown>) =>
  CvModel.updateOne({ _id: cvId }, { $set: { ...set, updatedAt: now() }, $inc: { version: 1 } });

describe("the desk", () => {
  it("hears of a new CV within five seconds of its posting", async () => {
    const person = await givenPerson();
    const started = performance.now();

    await asks(house, person).post("/mon-cv", typedFirstCv);
    await house.drain();

    const cv = await CvModel.findOne({ accountId: person.id }, { _id: 1 }).lean();
    const mine = told.find(({ cvId }) => cvId === cv?._id.toHexString());
    expect(mine).toBeDefined();
    expect((mine?.at ?? Number.POSITIVE_INFINITY) - started).toBeLessThan(5000);
  });

  it("hears of a pair once: two workers, an edit that changes nothing, the offer read again, a restart", async () => {
    const { cvId } = await givenSeeker();

    await Promise.all([matchCv(cvId), matchCv(cvId), matchOffer(desk.offerId)]);
    await touch(cvId, { about: "Bonjour." });
    await matchCv(cvId);
    await matchOffer(desk.offerId); // whatever a worker that starts anew finds owed, it performs again

    expect(timesTold(cvId)).toBe(1);
    expect(await StrongMatchModel.countDocuments({ cvId })).toBe(1);
  });

  it("is not told twice of somebody who left and came back", async () => {
    const { cvId } = await givenSeeker();
    await matchCv(cvId);

    await touch(cvId, { status: "withdrawn" });
    await matchCv(cvId);
    await touch(cvId, { status: "active" });
    await matchCv(cvId);

    expect(timesTold(cvId)).toBe(1);
  });

  it.each([
    ["lacks the diploma the law requires", { licences: [] }],
    ["seeks something else", { occupations: ["A1203"] }],
    [
      "is too far by their own choice",
      { radiusKm: 0, commune: { code: "87085", name: "Limoges", postcode: "87000", lat: 45.83, lon: 1.26 } },
    ],
    ["is hidden", { visibility: "hidden" as const }],
  ])("hears nothing of who %s", async (_, cv) => {
    const { cvId } = await givenSeeker(cv);

    await matchCv(cvId);
    await matchOffer(desk.offerId);

    expect(timesTold(cvId)).toBe(0);
  });

  it("can say by which rules a match was found", async () => {
    const { cvId } = await givenSeeker();
    await matchCv(cvId);

    expect(await StrongMatchModel.findOne({ cvId }).lean()).toMatchObject({ weightsVersion: weights.version });
  });
});
