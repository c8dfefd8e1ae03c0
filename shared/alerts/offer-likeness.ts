import type { Offer } from "#shared/offers/offer.ts";
import { analyse } from "#shared/referentials/french.ts";
import { tokenOf } from "./token.ts";

/** Within so many days the copy of an offer is that offer again: who got the one does not get the other. */
export const copyDays = 30;

type Likened = Pick<Offer, "companyId" | "title" | "contract" | "commune">;

/**
 * The same for an offer and its copy: an employer who publishes again rarely puts the old one back, they write it anew.
 * Same company, same words in the title whatever their order or gender, same contract, same commune.
 */
export const likenessOf = ({ companyId, title, contract, commune }: Likened): string => {
  const words = [...new Set(analyse(title))].sort().join(" ");
  return tokenOf([companyId, words, contract, commune.code].join("|")).toString(36);
};
