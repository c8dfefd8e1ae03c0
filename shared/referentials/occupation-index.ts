import { buildEvidence, type Evidence, evidenceNames, type ReadEvidence } from "./title-evidence.ts";
import type { TitleSource } from "./title-source.ts";
import { evidenceWeights } from "./title-weights.ts";

/** Titles and everyday names of occupations, ready to be compared with a title. */
export type OccupationIndex<Source extends TitleSource> = {
  /**
   * The likeliest occupations for a title, best first; those that share nothing with it are absent. `score` is the
   * likelihood that it is the right one, 0 to 1; 1 when the title is one of its names.
   */
  readonly rank: (title: string, limit: number) => Ranked<Source>[];
};

export type Ranked<Source extends TitleSource> = { readonly occupation: Source; readonly score: number };

export const indexOccupations = <Source extends TitleSource>(sources: readonly Source[]): OccupationIndex<Source> => {
  const building = buildEvidence(sources);
  for (let step = building.next(); ; step = building.next())
    if (step.done === true) return indexFrom(sources, step.value);
};

/** The same, letting other work be done between the steps: with all the official names it takes seconds. */
export const indexInSteps = async <Source extends TitleSource>(
  sources: readonly Source[],
  pause: () => Promise<void>,
): Promise<OccupationIndex<Source>> => {
  const building = buildEvidence(sources);
  for (let step = building.next(); ; step = building.next()) {
    if (step.done === true) return indexFrom(sources, step.value);
    await pause();
  }
};

const indexFrom = <Source extends TitleSource>(
  sources: readonly Source[],
  read: ReadEvidence,
): OccupationIndex<Source> => ({
  rank: (title, limit) => {
    const evidence = read(title);
    const weights = weigh(evidence, sources.length);
    const likelihoods = shares(weights);
    return sources
      .map((occupation, owner) => ({
        occupation,
        own: isItself(evidence, owner),
        weight: weights[owner] ?? 0,
        score: likelihoods[owner] ?? 0,
        seen: (evidence.text[owner] ?? 0) + (evidence.near[owner] ?? 0) + (evidence.lookAlike[owner] ?? 0) > 0,
      }))
      .filter(({ seen }) => seen)
      .sort(
        (a, b) =>
          Number(b.own) - Number(a.own) || b.weight - a.weight || (a.occupation.code < b.occupation.code ? -1 : 1),
      )
      .slice(0, limit)
      .map(({ occupation, own, score }) => ({ occupation, score: own ? 1 : score }));
  },
});

/** Rounding aside, a name is the title itself. */
const isItself = ({ lookAlike, near }: Evidence, owner: number): boolean =>
  (lookAlike[owner] ?? 0) === 1 || (near[owner] ?? 0) > 0.9995;

const weigh = (evidence: Evidence, owners: number): Float64Array => {
  const sums = new Float64Array(owners);
  for (const name of evidenceNames) {
    const worth = evidenceWeights[name];
    const values = evidence[name];
    for (let owner = 0; owner < owners; owner++) sums[owner] = (sums[owner] ?? 0) + worth * (values[owner] ?? 0);
  }
  return sums;
};

/** Weights as likelihoods that add up to 1. */
const shares = (weights: Float64Array): Float64Array => {
  const greatest = weights.reduce((most, weight) => Math.max(most, weight), Number.NEGATIVE_INFINITY);
  const odds = weights.map((weight) => Math.exp(weight - greatest));
  const total = odds.reduce((sum, odd) => sum + odd, 0) || 1;
  return odds.map((odd) => odd / total);
};
