import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cv } from "#shared/cvs/cv.ts";
import { cvTable } from "#shared/matching/cv-table.ts";
import type { MatchCv } from "#shared/matching/match-input.ts";
import { toMatchCv } from "#shared/matching/project.ts";
import { scoreMatch } from "#shared/matching/score-match.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import { aMatchCv, someCv, someOffer, today } from "./some-pairs.ts";

type Form = "masculine" | "feminine";

/** Whom a stored CV could belong to: all that article L1132-1 forbids to use, and words that betray it. */
const somebody = fc.record({
  firstName: fc.constantFrom("Karim", "Maëva", "Paul", "Fatoumata"),
  lastName: fc.string(),
  sex: fc.constantFrom("F", "M", "X"),
  birthDate: fc.constantFrom("1961-03-02", "2006-07-14"),
  address: fc.string(),
  nationality: fc.constantFrom("FR", "ML", "PT"),
  familyStatus: fc.constantFrom("single", "married"),
  children: fc.integer({ min: 0, max: 6 }),
  health: fc.string(),
  rsa: fc.boolean(),
  photo: fc.option(fc.string()),
  form: fc.constantFrom<Form>("masculine", "feminine"),
  about: fc.string(),
  otherWanted: fc.option(fc.string()),
});
type Somebody = typeof somebody extends fc.Arbitrary<infer Person> ? Person : never;

/** The document as the store might hold it, with more than its type allows. */
const stored = (cv: MatchCv, person: Somebody): Cv => ({
  ...person,
  id: cv.id,
  accountId: "b".repeat(24),
  occupations: [...cv.occupations],
  skills: [...cv.skills],
  experiences: cv.experiences.map(({ occupation, months }) => ({
    occupation,
    months,
    label: occupationByCode(occupation)?.[person.form] ?? occupation,
  })),
  diplomas: [person.lastName],
  licences: [...cv.licences],
  languages: [{ name: person.nationality, level: "native" }],
  commune: { code: "19272", name: person.address, postcode: person.lastName, lat: cv.lat ?? 0, lon: cv.lon ?? 0 },
  radiusKm: cv.radiusKm,
  means: [...cv.means],
  contracts: [...cv.contracts],
  hours: cv.hours,
  schedules: [...cv.schedules],
  availableFrom: cv.availableFrom,
  visibility: person.rsa ? "staff" : "named",
  libraryConsent: null,
  consents: [],
  blockedCompanyIds: [...cv.shutOutCompanyIds],
  status: "active",
  createdAt: `${person.birthDate}T00:00:00Z`,
  updatedAt: `${person.birthDate}T00:00:00Z`,
  lastUsedAt: `${person.birthDate}T00:00:00Z`,
  version: person.children,
});

describe("who a person is", () => {
  it("changes no byte of the score nor of the reasons", () => {
    fc.assert(
      fc.property(someCv, someOffer, somebody, somebody, (cv, offer, one, other) => {
        const [mine, theirs] = [one, other].map((person) => toMatchCv(stored(cv, person)));

        expect(JSON.stringify(theirs)).toBe(JSON.stringify(mine));
        expect(JSON.stringify(scoreMatch(theirs ?? aMatchCv(), offer, { today }))).toBe(
          JSON.stringify(scoreMatch(mine ?? aMatchCv(), offer, { today })),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("changes no rank among others", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(someCv, { selector: ({ id }) => id, minLength: 5, maxLength: 12 }),
        someOffer,
        fc.array(somebody, { minLength: 24, maxLength: 24 }),
        (cvs, offer, people) => {
          const asLivedBy = (from: number): string => {
            const lived = cvs.map((cv, place) => toMatchCv(stored(cv, people[from + place] as Somebody)));
            return JSON.stringify(cvTable(lived).rankFor(offer, { limit: 20, today }));
          };

          expect(asLivedBy(12)).toBe(asLivedBy(0));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("has no field in what the ranker receives", () => {
    fc.assert(
      fc.property(someCv, somebody, (cv, person) => {
        expect(Object.keys(toMatchCv(stored(cv, person))).sort()).toEqual(Object.keys(aMatchCv()).sort());
      }),
    );
  });
});

describe("a CV on its way to the ranker", () => {
  const person = fc.sample(somebody, { numRuns: 1, seed: 1 })[0];

  it("loses the experiences whose occupation was not recognised", () => {
    if (person === undefined) throw new Error("fast-check drew nobody");
    const cv = stored(aMatchCv(), person);
    const experiences = [
      { occupation: null, label: "Bricoles", months: 12 },
      { occupation: "K1304", label: "Aide", months: 6 },
    ];

    expect(toMatchCv({ ...cv, experiences }).experiences).toEqual([{ occupation: "K1304", months: 6 }]);
  });

  it("has no place rather than the Gulf of Guinea", () => {
    if (person === undefined) throw new Error("fast-check drew nobody");

    expect(toMatchCv(stored(aMatchCv({ lat: null, lon: null }), person))).toMatchObject({ lat: null, lon: null });
  });
});
