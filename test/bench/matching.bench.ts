import { cvTable } from "#shared/matching/cv-table.ts";
import type { Ranking } from "#shared/matching/match.ts";
import type { MatchCv, MatchOffer } from "#shared/matching/match-input.ts";
import { offerTable } from "#shared/matching/offer-table.ts";
import { scoreMatch } from "#shared/matching/score-match.ts";
import { benchCvs, benchMatchOffers } from "./matching-corpus.ts";

const many = 50_000;
const options = { limit: 50, today: "2026-11-22" };

/** 50 000 records ranked with reasons for the first 50, beside the pair rule applied to each of them. */
export const benchMatching = async (): Promise<{ title: string; columns: string[]; rows: (string | number)[][] }> => {
  const cvs = benchCvs(many);
  const offers = benchMatchOffers(many);
  const people = timed(() => cvTable(cvs));
  const posts = timed(() => offerTable(offers));

  const rows = [
    compare("CVs for one offer", 100, {
      table: (turn) => people.result.rankFor(at(offers, turn * 37), options),
      naive: (turn) => naive(cvs.map((cv) => scoreMatch(cv, at(offers, turn * 37), options))),
    }),
    compare("offers for one CV", 100, {
      table: (turn) => posts.result.rankFor(at(cvs, turn * 37), options),
      naive: (turn) => naive(offers.map((offer) => scoreMatch(at(cvs, turn * 37), offer, options))),
    }),
    compare("CVs for one offer: all of its occupation, no licence, no distance", 100, crowdedCvs(cvs, offers)),
    compare("offers for one CV: all of its occupation, no licence, no distance", 100, crowdedOffers(cvs, offers)),
    ["add or change one CV", ...durations(1000, (turn) => people.result.put(at(cvs, turn)))],
  ];
  return {
    title: `Matching, ${many} records, first 50 with reasons (tables built in ${people.ms} and ${posts.ms} ms)`,
    columns: ["what", "p50 ms", "p95 ms", "max ms", "pair by pair ms", "same answer"],
    rows,
  };
};

type Ways = { readonly table: (turn: number) => Ranking; readonly naive: (turn: number) => string[] };

/** The naive way runs three times only: it is slow. Its answers must be those of the table. */
const compare = (name: string, turns: number, { table, naive: slow }: Ways): (string | number)[] => {
  const fast = durations(turns, table);
  let same = true;
  const [middle] = durations(3, (turn) => {
    same &&= JSON.stringify(slow(turn)) === JSON.stringify(table(turn).matches.map(line));
  });
  return [name, ...fast, middle ?? 0, same ? "yes" : "NO"];
};

const naive = (matches: ReturnType<typeof scoreMatch>[]): string[] =>
  matches
    .filter(({ feasible, parts }) => feasible && parts.occupation > 0)
    .sort((one, other) => other.score - one.score || compareIds(one, other))
    .slice(0, options.limit)
    .map(line);

type Pair = { readonly cvId: string; readonly offerId: string; readonly score: number };

const compareIds = (one: Pair, other: Pair): number =>
  `${one.cvId} ${one.offerId}` < `${other.cvId} ${other.offerId}` ? -1 : 1;

const line = ({ cvId, offerId, score }: Pair): string => `${cvId} ${offerId} ${score}`;

/** The worst case: nobody is left out by the occupation, a licence or the distance. */
const crowdedCvs = (cvs: readonly MatchCv[], offers: readonly MatchOffer[]): Ways => {
  const all = cvs.map(unbound);
  const table = cvTable(all);
  const asked = (turn: number): MatchOffer => open(at(offers, turn * 37));
  return {
    table: (turn) => table.rankFor(asked(turn), options),
    naive: (turn) => naive(all.map((cv) => scoreMatch(cv, asked(turn), options))),
  };
};

const crowdedOffers = (cvs: readonly MatchCv[], offers: readonly MatchOffer[]): Ways => {
  const all = offers.map(open);
  const table = offerTable(all);
  const asking = (turn: number): MatchCv => unbound(at(cvs, turn * 37));
  return {
    table: (turn) => table.rankFor(asking(turn), options),
    naive: (turn) => naive(all.map((offer) => scoreMatch(asking(turn), offer, options))),
  };
};

const unbound = (cv: MatchCv): MatchCv => ({ ...cv, occupations: ["K1304"], radiusKm: 200 });
const open = (offer: MatchOffer): MatchOffer => ({ ...offer, occupation: "K1304", requiredLicences: [] });

const at = <Item>(items: readonly Item[], place: number): Item => {
  const item = items[place % items.length];
  if (item === undefined) throw new Error("the corpus is empty");
  return item;
};

const durations = (turns: number, act: (turn: number) => unknown): number[] => {
  const measured = Array.from({ length: turns }, (_, turn) => timed(() => act(turn)).ms).sort((a, b) => a - b);
  return [0.5, 0.95, 1].map((share) => measured[Math.min(turns - 1, Math.floor(turns * share))] ?? 0);
};

const timed = <Result>(act: () => Result): { result: Result; ms: number } => {
  const started = performance.now();
  const result = act();
  return { result, ms: Math.round((performance.now() - started) * 100) / 100 };
};
