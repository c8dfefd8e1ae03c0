import { lettersApart } from "./letters-apart.ts";
import { nearSpellings } from "./near-spellings.ts";

/**
 * Names that are the title but for a letter or two, spaces aside: « électricitéd e machines » is one of them, though
 * no word of it is right. For each owner, 1 when a name is the title itself, less for each slip, 0 beyond two.
 */
export const lookAlikes = (
  names: readonly { readonly owner: number; readonly spelled: string }[],
  owners: number,
): ((spelled: string) => Float32Array) => {
  const near = nearSpellings(
    names.map(({ spelled }) => spelled),
    { size: 3, looked: 16 },
  );
  const exact = new Map<string, number[]>();
  for (const { owner, spelled } of names) exact.set(spelled, [...(exact.get(spelled) ?? []), owner]);

  const alike = (spelled: string, most: number): Alike[] =>
    near(spelled)
      .flatMap((place) => names[place] ?? [])
      .map((name) => ({ owner: name.owner, slips: lettersApart(spelled, name.spelled, most) }))
      .filter(({ slips }) => slips <= most);

  return (spelled) => {
    const most = slipsForgiven(spelled);
    const same = exact.get(spelled)?.map((owner) => ({ owner, slips: 0 }));
    const closeness = new Float32Array(owners);
    for (const { owner, slips } of same ?? (most === 0 ? [] : alike(spelled, most)))
      closeness[owner] = Math.max(closeness[owner] ?? 0, 1 - slips / 3);
    return closeness;
  };
};

type Alike = { readonly owner: number; readonly slips: number };

/** None on what may be an acronym: one letter makes another one. */
const slipsForgiven = ({ length }: string): number => {
  if (length < 5) return 0;
  return length < 8 ? 1 : 2;
};
