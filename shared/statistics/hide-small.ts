/** A group smaller than this is not shown outside: its people could be recognised. */
export const smallestShown = 5;

/** `null` is hidden. */
export type Published = { readonly total: number | null; readonly parts: readonly (number | null)[] };

/**
 * What may leave of parts that add up to their total. A part of 1 to 4 is hidden, and with it the smallest of the
 * others (all of them when several are as small), or what is hidden would be the total less what is shown. A hidden
 * part may then be the small one or the other one: nobody can tell, even who knows this rule. An empty part is
 * nobody and may be shown. Everything hidden looks the same, or the mark itself would tell which parts are small.
 */
export const hideSmall = (parts: readonly number[]): Published => {
  const total = parts.reduce((sum, part) => sum + part, 0);
  const filled = parts.filter((part) => part > 0);
  const small = filled.filter(isSmall);
  if (small.length === 0) return { total, parts };
  // Nobody to hide them among, and as many people as parts: each part would be known to be one person.
  const isOneEach = small.length === filled.length && total === filled.length;
  if (isSmall(total) || isOneEach) return { total: null, parts: parts.map(() => null) };
  const beside = Math.min(...filled.filter((part) => !isSmall(part)));
  return { total, parts: parts.map((part) => (isSmall(part) || part === beside ? null : part)) };
};

export const isSmall = (count: number): boolean => count > 0 && count < smallestShown;

/** A share may leave when neither the good ones nor the others are a small group, for each is found from the two. */
export const isShareShown = ({ good, all }: { readonly good: number; readonly all: number }): boolean =>
  all >= smallestShown && !isSmall(good) && !isSmall(all - good);
