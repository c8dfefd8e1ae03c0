import { contractTypes, remoteShares, schedules } from "#shared/offers/offer-words.ts";

type Group = { readonly name: string; readonly values: readonly string[]; readonly shift: number };

const carValues = ["withoutCar"] as const;

/** The closed lists of an offer, side by side in one number; after the bits of each, one that every offer has. */
const groups: readonly Group[] = (() => {
  let shift = 0;
  return Object.entries({ contract: contractTypes, schedules, remote: remoteShares, car: carValues }).map(
    ([name, values]) => {
      const group = { name, values, shift };
      shift += values.length + 1;
      if (shift > 31) throw new RangeError("the closed lists of an offer no longer fit 31 bits");
      return group;
    },
  );
})();

const anyBit = ({ values, shift }: Group): number => 1 << (values.length + shift);

/** What a search accepts (an empty list accepts all), or what an offer is. */
export type WorkFacts = {
  readonly contract: readonly string[];
  readonly schedules: readonly string[];
  readonly remote: readonly string[];
  readonly withoutCar: boolean;
};

export const bitsOfOffer = (facts: WorkFacts): number =>
  groups.reduce((bits, group) => bits | anyBit(group) | bitsIn(group, facts), 0);

export const bitsOfSearch = (facts: WorkFacts): number =>
  groups.reduce((bits, group) => bits | (bitsIn(group, facts) || anyBit(group)), 0);

const anything = groups.reduce((bits, group) => bits | anyBit(group), 0);

const maskOf = ({ values, shift }: Group): number => (2 ** (values.length + 1) - 1) << shift;
const [contractMask = 0, scheduleMask = 0, remoteMask = 0, carMask = 0] = groups.map(maskOf);

/** Whether an offer is, in each of the lists, one of those accepted. */
export const acceptsWork = (search: number, offer: number): boolean => {
  const both = search & offer;
  if ((both & contractMask) === 0 || (both & scheduleMask) === 0) return false;
  return (both & remoteMask) !== 0 && (both & carMask) !== 0;
};

/** Whether a search leaves anything out. */
export const asksWork = (search: number): boolean => search !== anything;

/** For each list that a search narrows, the numbers of the bits it accepts. */
export const bitsByList = (search: number): readonly (readonly number[])[] =>
  groups
    .filter((group) => (search & anyBit(group)) === 0)
    .map(({ values, shift }) => values.map((_, at) => at + shift).filter((bit) => ((search >> bit) & 1) === 1));

/** How many bits there are. */
export const workBits = 31;

/** Says which order the lists are in: bits kept under another order mean something else. */
export const workBitsLayout = groups.map(({ name, values }) => `${name}:${values.join(",")}`).join(";");

const bitsIn = ({ name, values, shift }: Group, facts: WorkFacts): number => {
  const held =
    name === "car" ? (facts.withoutCar ? carValues : []) : facts[name as "contract" | "schedules" | "remote"];
  return held.reduce((bits, value) => bits | (values.includes(value) ? 1 << (values.indexOf(value) + shift) : 0), 0);
};
