import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CvModel, toCv } from "#server/cvs/cv-model.ts";
import { liveCvTable } from "#server/matching/cv-table.ts";
import { now } from "#server/platform/clock.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import { drawer } from "#test/bench/search-offers-corpus.ts";
import { givenRecruiter, type Recruiter } from "#test/support/given-companies.ts";
import { storedCv, typedFirstCv } from "#test/support/given-cvs.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

const sequences = Number(process.env.TORTURE_SEQUENCES ?? 2);
const firstSeed = Number(process.env.TORTURE_SEED ?? 1);
const steps = 20;

let house: House;
let recruiter: Recruiter;
beforeAll(async () => {
  house = await openHouse();
  recruiter = await givenRecruiter();
});
afterAll(() => house.close());
// The library shows twenty CVs a page: those of earlier sequences leave it.
afterEach(async () => {
  await CvModel.updateMany({}, { $set: { status: "withdrawn", updatedAt: now() } });
});

type Deed = (person: Person, draw: () => number) => Promise<unknown>;

const write: Deed = async (person, draw) => {
  const cv = await storedCv(person.id);
  const visibility = ["anonymous", "named", "staff", "hidden"][Math.floor(draw() * 4)];
  const libraryConsent = draw() < 0.8 ? "on" : "";
  await asks(house, person).post("/mon-cv", {
    ...typedFirstCv,
    version: String(cv?.version ?? 0),
    visibility,
    libraryConsent,
  });
};

const press =
  (path: string, typed: object = {}): Deed =>
  (person) =>
    asks(house, person).post(path, typed);

const deeds: readonly Deed[] = [
  write,
  write,
  press("/mon-cv/retrait"),
  press("/mon-cv/remise"),
  press("/mon-cv/cvtheque/retrait"),
  press("/mon-cv/cvtheque", { libraryConsent: "on" }),
];

/** The rule in plain words, apart from the queries that it checks. */
const inLibrary = ({ status, visibility, libraryConsent }: Cv): boolean =>
  status === "active" && (visibility === "anonymous" || visibility === "named") && libraryConsent !== null;

const shownIds = (html: string): string[] =>
  [...new Set([...html.matchAll(/href="\/cvtheque\/([a-f0-9]{24})/g)].map(([, id]) => id ?? ""))].sort();

let everSeen = 0;

describe("a CV that its person hides, withdraws or puts back", () => {
  it.each(Array.from({ length: sequences }, (_, place) => firstSeed + place))(
    "is seen, counted and ranked exactly while it may be, with every job lost (seed %i)",
    async (seed) => {
      const draw = drawer(seed);
      let most = 0;
      const people = await Promise.all(Array.from({ length: 4 }, () => givenPerson()));
      for (let step = 0; step < steps; step += 1) {
        const person = people[Math.floor(draw() * people.length)];
        const deed = deeds[Math.floor(draw() * deeds.length)];
        if (person) await deed?.(person, draw);
        (house.queue.jobs as unknown[]).length = 0; // readonly for everyone else

        const cvs = (await CvModel.find().lean()).map(toCv);
        const library = await asks(house, recruiter).get("/cvtheque").expect(200);
        const table = await liveCvTable.upToDate();
        const ranked = cvs.filter(({ status, visibility }) => status === "active" && visibility !== "hidden");
        const seen = cvs.filter(inLibrary).map(({ id }) => id);
        expect(shownIds(library.text)).toEqual(seen.sort());
        expect(cvs.filter(({ id }) => table.get(id)).map(({ id }) => id)).toEqual(ranked.map(({ id }) => id));
        expect(table.size()).toBe(ranked.length);
        most = Math.max(most, seen.length);
      }
      everSeen = Math.max(everSeen, most);
    },
    // Each reads every CV of the sequences before: the three hundredth is the longest.
    240_000,
  );

  it("was seen in one of these sequences at least, or nothing was proved", () => {
    expect(everSeen).toBeGreaterThan(0);
  });
});
