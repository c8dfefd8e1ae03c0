import { derivedFrom } from "#shared/referentials/derived-from.ts";
import type { Occupation } from "#shared/referentials/occupation.ts";
import { occupationByCode, occupations } from "#shared/referentials/occupations.ts";
import type { OccupationLink } from "./match.ts";
import { weights } from "./match-weights.ts";
import { skillSimilarities } from "./skill-similarity.ts";

/** Of a thousand: 1000 is the same occupation, 0 has nothing to do with it. */
export type Proximity = { readonly permille: number; readonly link: OccupationLink | null };

/**
 * How near a wanted (or practised) occupation is to the offered one: the same, then another case of the same parent,
 * then those one can move to, by rank, then those with the same skills. Not symmetric: an experienced nurse may become a night carer, hardly the reverse.
 */
export const proximity = ({ wanted, offered }: { wanted: string; offered: string }): Proximity => {
  if (wanted === offered) return same;
  const known = nearTo(offered).get(wanted);
  if (known !== undefined) return known;
  const oneUnknown = occupationByCode(wanted) === undefined || occupationByCode(offered) === undefined;
  return oneUnknown && sameDomain(wanted, offered) ? unknownOfDomain : apart;
};

/** Works an offered occupation out before anyone waits for it. */
export const prepareProximity = (offered: string): void => {
  nearTo(offered);
};

const least = weights.occupation.least;
const same: Proximity = { permille: 1000, link: "same" };
const kin: Proximity = { permille: weights.occupation.kin, link: "kin" };
const apart: Proximity = { permille: 0, link: null };
const unknownOfDomain: Proximity = { permille: weights.occupation.unknownOfDomain, link: "similar" };

const sameDomain = (one: string, other: string): boolean => one.slice(0, 3) === other.slice(0, 3);

const computed = derivedFrom(
  () => occupations,
  () => new Map<string, ReadonlyMap<string, Proximity>>(),
);
const similarities = derivedFrom(() => occupations, skillSimilarities);

/** The occupations near an offered one, worked out once. */
const nearTo = (offered: string): ReadonlyMap<string, Proximity> => {
  const already = computed().get(offered);
  if (already !== undefined) return already;
  const occupation = occupationByCode(offered);
  const near = occupation === undefined ? new Map<string, Proximity>() : allNear(occupation);
  if (occupation !== undefined) computed().set(offered, near); // unknown codes are not kept: anyone may type them
  return near;
};

const allNear = (offered: Occupation): ReadonlyMap<string, Proximity> => {
  const near = new Map<string, Proximity>();
  for (const [code, similarity] of similarities()(offered.code)) {
    const permille = Math.min(weights.occupation.similarAtMost, Math.round(similarity * 1000));
    if (permille >= least) near.set(code, { permille, link: "similar" });
  }
  for (const wanted of occupations) {
    const permille = neighbourhood(wanted, offered);
    if (areKin(wanted, offered)) near.set(wanted.code, kin);
    else if (permille > (near.get(wanted.code)?.permille ?? 0)) near.set(wanted.code, { permille, link: "neighbour" });
  }
  return near;
};

const areKin = (one: Occupation, other: Occupation): boolean =>
  (one.parent ?? one.code) === (other.parent ?? other.code);

const neighbourhood = (wanted: Occupation, offered: Occupation): number => {
  const forwards = byRank(wanted.neighbours.indexOf(offered.code));
  const backwards = byRank(offered.neighbours.indexOf(wanted.code)) - weights.occupation.neighbourBackwards;
  const best = Math.max(forwards, backwards);
  if (best < least) return 0;
  return best + (sameDomain(wanted.code, offered.code) ? weights.occupation.neighbourOfDomain : 0);
};

const byRank = (rank: number): number =>
  rank < 0 ? 0 : Math.max(500, weights.occupation.neighbour - rank * weights.occupation.neighbourStep);
