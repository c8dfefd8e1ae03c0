import type { SetAside } from "./match.ts";

/** A licence, and how many offers nothing but it keeps from a person. */
export type Opening = { readonly code: string; readonly offers: number };

/**
 * What one licence or diploma alone would open to a person, the most first. The same one may be asked by an offer
 * here and by the law there: it is counted once.
 */
export const opening = (setAside: readonly SetAside[]): readonly Opening[] => {
  const offers = new Map<string, number>();
  for (const { condition, alone } of setAside)
    if (condition.code !== null) offers.set(condition.code, (offers.get(condition.code) ?? 0) + alone);
  return [...offers]
    .map(([code, count]) => ({ code, offers: count }))
    .filter((one) => one.offers > 0)
    .sort((one, other) => other.offers - one.offers || (one.code < other.code ? -1 : 1));
};
