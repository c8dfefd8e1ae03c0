import { fold } from "#shared/referentials/french.ts";
import type { Offer } from "./offer.ts";

type Addressed = Pick<Offer, "title" | "reference"> & { readonly commune: { readonly name: string } };

/** The page of an offer: words a person can read, then the number that finds it. `/offres/aide-soignant-de-nuit-naves-4812` */
export const offerAddress = (offer: Addressed): string => `/offres/${offerSlug(offer)}`;

export const offerSlug = ({ title, commune, reference }: Addressed): string =>
  [slugOf(withoutGender(title)).slice(0, longestTitle), slugOf(commune.name), String(reference)]
    .map((part) => part.replace(/^-+|-+$/g, ""))
    .filter((part) => part !== "")
    .join("-");

/** The number at the end of an address, or null: the words before it may be wrong, an old title for instance. */
export const referenceIn = (slug: string): number | null => {
  const digits = /(?:^|-)(\d{1,9})$/.exec(slug)?.[1];
  return digits === undefined ? null : Number(digits);
};

const longestTitle = 70;

/** « Aide-soignant de nuit F/H » and « (H/F) » say nothing in an address. */
const withoutGender = (title: string): string => title.replace(/\(?\b[hf]\s?[/-]\s?[hf]\b\)?/gi, " ");

const slugOf = (text: string): string => fold(text).replace(/[^a-z0-9]+/g, "-");
