import { offersPerCompany, offersPerMail } from "./alert-rules.ts";

/** An offer that one search of a person asks for. */
export type Candidate = {
  readonly offerId: string;
  readonly alertId: string;
  readonly companyId: string;
  readonly likeness: string;
  readonly sequence: number;
  /** 2: its title says the words; 1: its trade does; 0: they stand in its text. */
  readonly closeness: number;
  readonly distanceKm: number | null;
};

export type Picked = {
  /** Best first. */
  readonly shown: readonly Candidate[];
  /** What the mail has no room for, each offer once. */
  readonly rest: readonly Candidate[];
};

/** The best of what several searches of one person found; each offer once, and not one company's alone. */
export const pickDigest = (candidates: readonly Candidate[]): Picked => {
  const best = oneOfEach([...candidates].sort(bestFirst));
  const perCompany = new Map<string, number>();
  const shown: Candidate[] = [];
  const rest: Candidate[] = [];
  for (const candidate of best) {
    const already = perCompany.get(candidate.companyId) ?? 0;
    const fits = shown.length < offersPerMail && already < offersPerCompany;
    (fits ? shown : rest).push(candidate);
    if (fits) perCompany.set(candidate.companyId, already + 1);
  }
  return { shown, rest };
};

/** Closest to the words, then nearest by steps of 5 km, then newest. */
const bestFirst = (one: Candidate, other: Candidate): number =>
  other.closeness - one.closeness || stepOf(one) - stepOf(other) || other.sequence - one.sequence;

const stepOf = ({ distanceKm }: Candidate): number => (distanceKm === null ? 0 : Math.floor(distanceKm / 5));

/** The copy of an offer is that offer. */
const oneOfEach = (sorted: readonly Candidate[]): Candidate[] => {
  const first = new Map<string, Candidate>();
  for (const candidate of sorted) if (!first.has(candidate.likeness)) first.set(candidate.likeness, candidate);
  return [...first.values()];
};
