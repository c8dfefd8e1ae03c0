import { buildEvidence, type Evidence, evidenceNames, type ReadEvidence } from "./title-evidence.ts";
import type { TitleSource } from "./title-source.ts";
import { evidenceProducts, evidenceWeights } from "./title-weights.ts";

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
    const own = new Uint8Array(sources.length);
    const seen = new Float64Array(sources.length);
    for (let owner = 0; owner < sources.length; owner++) {
      own[owner] = Number(isItself(evidence, owner));
      seen[owner] = isSeen(evidence, owner) ? (weights[owner] ?? 0) : Number.NEGATIVE_INFINITY;
    }
    return likeliest(seen, own, limit)
      .sort(
        (a, b) =>
          (own[b] ?? 0) - (own[a] ?? 0) ||
          (weights[b] ?? 0) - (weights[a] ?? 0) ||
          ((sources[a]?.code ?? "") < (sources[b]?.code ?? "") ? -1 : 1),
      )
      .slice(0, limit)
      .flatMap((owner) => {
        const occupation = sources[owner];
        return occupation === undefined ? [] : { occupation, score: own[owner] ? 1 : (likelihoods[owner] ?? 0) };
      });
  },
});

/** Those among which the first `limit` are: sorting all of them would take most of the time. */
const likeliest = (weights: Float64Array, own: Uint8Array, limit: number): number[] => {
  const least = weights.slice().sort()[Math.max(0, weights.length - limit)] ?? 0;
  const found: number[] = [];
  for (let owner = 0; owner < weights.length; owner++) {
    const weight = weights[owner] ?? Number.NEGATIVE_INFINITY;
    if (Number.isFinite(weight) && (own[owner] === 1 || weight >= least)) found.push(owner);
  }
  return found;
};

const isSeen = ({ text, near, lookAlike }: Evidence, owner: number): boolean =>
  (text[owner] ?? 0) + (near[owner] ?? 0) + (lookAlike[owner] ?? 0) > 0;

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
  for (const [one, other, worth] of evidenceProducts) {
    const values = evidence[one];
    const others = evidence[other];
    for (let owner = 0; owner < owners; owner++)
      sums[owner] = (sums[owner] ?? 0) + worth * (values[owner] ?? 0) * (others[owner] ?? 0);
  }
  return sums;
};

/**
 * What "none of them" weighs: titles that people wrote weigh 9 and more for their occupation, words that are no trade
 * ("blorptix", "dompteur de lions") less. It changes how sure we are, never the order.
 */
const noneOfThem = 8;

/** Weights as likelihoods that add up to 1 with that of none. */
const shares = (weights: Float64Array): Float64Array => {
  const greatest = weights.reduce((most, weight) => Math.max(most, weight), Number.NEGATIVE_INFINITY);
  const odds = weights.map((weight) => Math.exp(weight - greatest));
  const total = odds.reduce((sum, odd) => sum + odd, Math.exp(noneOfThem - greatest));
  return odds.map((odd) => odd / total);
};
