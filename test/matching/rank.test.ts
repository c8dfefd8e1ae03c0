import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cvTable } from "#shared/matching/cv-table.ts";
import type { Match, Ranking } from "#shared/matching/match.ts";
import type { MatchCv, MatchOffer } from "#shared/matching/match-input.ts";
import { weights } from "#shared/matching/match-weights.ts";
import { offerTable } from "#shared/matching/offer-table.ts";
import { scoreMatch } from "#shared/matching/score-match.ts";
import { aMatchCv, aMatchOffer, brive, someCv, someOffer, today } from "./some-pairs.ts";

const byId = { selector: ({ id }: { id: string }) => id };
const manyCvs = fc.uniqueArray(someCv, { ...byId, minLength: 30, maxLength: 60 });
const manyOffers = fc.uniqueArray(someOffer, { ...byId, minLength: 30, maxLength: 60 });

/** The slow and obvious ranking. */
const naive = (matches: readonly Match[], side: "cvId" | "offerId", limit: number): Omit<Ranking, "setAside"> => {
  const fit = matches.filter(({ feasible, parts }) => feasible && parts.occupation > 0);
  const sorted = [...fit].sort((one, other) => other.score - one.score || (one[side] < other[side] ? -1 : 1));
  return { matches: sorted.slice(0, limit), total: fit.length, weightsVersion: weights.version };
};

const shared = (ranking: Ranking): Omit<Ranking, "setAside"> => {
  const { setAside: _, ...rest } = ranking;
  return rest;
};

describe("the ranking of people for an offer", () => {
  it("equals the pair rule applied to each", () => {
    fc.assert(
      fc.property(manyCvs, someOffer, (cvs, offer) => {
        const expected = naive(
          cvs.map((cv) => scoreMatch(cv, offer, { today })),
          "cvId",
          10,
        );

        expect(shared(cvTable(cvs).rankFor(offer, { limit: 10, today }))).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it("is the same whatever was added, changed and removed on the way", () => {
    fc.assert(
      fc.property(manyCvs, manyCvs, someOffer, (cvs, others, offer) => {
        const table = cvTable(cvs);
        for (const cv of others) table.put(cv);
        for (const { id } of others.slice(0, 20)) table.remove(id);

        const left = new Map<string, MatchCv>([...cvs, ...others].map((cv) => [cv.id, cv]));
        for (const { id } of others.slice(0, 20)) left.delete(id);

        const options = { limit: 10, today };
        expect(table.rankFor(offer, options)).toEqual(cvTable(left.values()).rankFor(offer, options));
        expect(table.size()).toBe(left.size);
      }),
      { numRuns: 50 },
    );
  });

  it("survives a thousand changes of the same people", () => {
    const people = Array.from({ length: 20 }, (_, place) => aMatchCv({ id: `c${place}` }));
    const table = cvTable(people);

    for (let turn = 0; turn < 100; turn += 1) for (const cv of people) table.put({ ...cv, radiusKm: turn });

    expect(table.size()).toBe(20);
    expect(table.rankFor(aMatchOffer(), { limit: 50, today }).total).toBe(20);
  });

  it("breaks a tie by id", () => {
    const cvs = ["c3", "c1", "c2"].map((id) => aMatchCv({ id }));

    const { matches } = cvTable(cvs).rankFor(aMatchOffer(), { limit: 2, today });

    expect(matches.map(({ cvId }) => cvId)).toEqual(["c1", "c2"]);
  });

  it("counts each person set aside once, and those whom one condition alone stops", () => {
    const offer = aMatchOffer({ requiredLicences: ["permis-b"], weeklyHours: 20 });
    const cvs = [
      aMatchCv({ id: "fits", licences: ["permis-b"] }),
      aMatchCv({ id: "no-licence" }),
      aMatchCv({ id: "no-licence-and-far", ...brive, radiusKm: 5 }),
      aMatchCv({ id: "far", licences: ["permis-b"], ...brive, radiusKm: 5 }),
      aMatchCv({ id: "full-time", licences: ["permis-b"], hours: "fullTime" }),
    ];

    const ranking = cvTable(cvs).rankFor(offer, { limit: 10, today });

    expect(ranking.total).toBe(1);
    expect(ranking.setAside).toEqual([
      {
        condition: { kind: "licence", code: "permis-b" },
        count: 2,
        alone: 1,
        ids: ["no-licence", "no-licence-and-far"],
      },
      { condition: { kind: "distance", code: null }, count: 1, alone: 1, ids: ["far"] },
      { condition: { kind: "hours", code: null }, count: 1, alone: 1, ids: ["full-time"] },
    ]);
  });

  it("neither shows nor counts who shut the company out, nor who seeks something else entirely", () => {
    const cvs = [aMatchCv({ id: "shut", shutOutCompanyIds: ["e0"] }), aMatchCv({ id: "else", occupations: ["A1201"] })];

    expect(cvTable(cvs).rankFor(aMatchOffer(), { limit: 10, today })).toMatchObject({
      matches: [],
      total: 0,
      setAside: [],
    });
  });

  it("counts as set aside exactly the related people whom a condition stops", () => {
    fc.assert(
      fc.property(manyCvs, someOffer, (cvs, offer) => {
        const stopped = cvs
          .map((cv) => scoreMatch(cv, offer, { today }))
          .filter(({ parts, feasible }) => parts.occupation > 0 && !feasible)
          .filter(({ blockedBy }) => blockedBy.every(({ kind }) => kind !== "shutOut"));

        const { setAside } = cvTable(cvs).rankFor(offer, { limit: 100, today });

        expect(setAside.flatMap(({ ids }) => ids).sort()).toEqual(stopped.map(({ cvId }) => cvId).sort());
        for (const { condition, count, alone } of setAside) {
          const under = stopped.filter(({ blockedBy }) => sameCondition(blockedBy[0], condition));
          expect([count, alone]).toEqual([
            under.length,
            under.filter(({ blockedBy }) => blockedBy.length === 1).length,
          ]);
        }
      }),
      { numRuns: 100 },
    );
  });
});

const sameCondition = (one: object | undefined, other: object): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

describe("the ranking of offers for a person", () => {
  it("equals the pair rule applied to each", () => {
    fc.assert(
      fc.property(manyOffers, someCv, (offers, cv) => {
        const expected = naive(
          offers.map((offer) => scoreMatch(cv, offer, { today })),
          "offerId",
          10,
        );

        expect(shared(offerTable(offers).rankFor(cv, { limit: 10, today }))).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it("is the same whatever was added, changed and removed on the way", () => {
    fc.assert(
      fc.property(manyOffers, manyOffers, someCv, (offers, others, cv) => {
        const table = offerTable(offers);
        for (const offer of others) table.put(offer);
        for (const { id } of offers.slice(0, 20)) table.remove(id);

        const left = new Map<string, MatchOffer>([...offers, ...others].map((offer) => [offer.id, offer]));
        for (const { id } of offers.slice(0, 20)) left.delete(id);

        const options = { limit: 10, today };
        expect(table.rankFor(cv, options)).toEqual(offerTable(left.values()).rankFor(cv, options));
      }),
      { numRuns: 50 },
    );
  });

  it("says of what the law asks for one trade and an employer for another that the law asks it, in any order", () => {
    const offers = [
      aMatchOffer({ id: "o1", occupation: "J1507" }),
      aMatchOffer({ id: "o2", occupation: "J1303", requiredLicences: ["de-puericultrice"] }),
    ];
    const cv = aMatchCv({ occupations: ["J1501"], experiences: [{ occupation: "J1507", months: 6 }] });
    const options = { limit: 5, today };

    const { setAside } = offerTable(offers).rankFor(cv, options);

    expect(setAside).toMatchObject([{ condition: { kind: "diploma", code: "de-puericultrice" }, count: 2 }]);
    expect(offerTable([...offers].reverse()).rankFor(cv, options)).toEqual(offerTable(offers).rankFor(cv, options));
  });

  it("tells how many more a licence alone would open", () => {
    const offers = [
      aMatchOffer({ id: "o1", requiredLicences: ["permis-b"] }),
      aMatchOffer({ id: "o2", requiredLicences: ["permis-b"] }),
      aMatchOffer({ id: "o3", requiredLicences: ["permis-b"], ...brive, contract: "interim" }),
    ];

    const { setAside } = offerTable(offers).rankFor(aMatchCv({ contracts: ["cdi"] }), { limit: 5, today });

    expect(setAside).toMatchObject([{ condition: { kind: "licence", code: "permis-b" }, count: 3, alone: 2 }]);
  });
});
