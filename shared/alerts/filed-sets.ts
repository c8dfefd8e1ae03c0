import { numberedParts } from "./numbered-parts.ts";
import type { OfferFacts } from "./offer-facts.ts";
import { type PackedSets, type SearchForm, setsOf, setsPart } from "./search-form.ts";

/** The trades, families and communes that saved searches accept, each choice once. */
export type FiledSets = {
  readonly numberOf: (form: SearchForm) => number;
  /** Whether a choice accepts an offer: compared when first asked. */
  readonly acceptedBy: (facts: OfferFacts) => (number: number) => boolean;
};

export const filedSets = (): FiledSets => {
  const numbers = numberedParts(setsPart);
  const asked: PackedSets[] = [];
  return {
    numberOf: (form) => {
      const number = numbers.numberOf(form);
      if (number === asked.length) asked.push(setsOf(form));
      return number;
    },
    acceptedBy: (facts) => {
      const known = new Uint8Array(asked.length);
      return (number) => {
        known[number] ||= accepts(asked[number], facts) ? yes : no;
        return known[number] === yes;
      };
    },
  };
};

const [yes, no] = [1, 2];

const accepts = (sets: PackedSets | undefined, { family, occupation, commune }: OfferFacts): boolean =>
  sets !== undefined &&
  isIn(sets.families, family) &&
  isIn(sets.occupations, occupation) &&
  isIn(sets.communes, commune);

const isIn = (wanted: readonly number[], token: number): boolean => wanted.length === 0 || wanted.includes(token);
