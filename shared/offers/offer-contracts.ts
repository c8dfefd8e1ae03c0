import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { choice, text, wholeNumber } from "#shared/kernel/input.ts";
import { OfferDraft } from "./offer-draft.ts";
import { closingReasons } from "./offer-words.ts";

/** A draft as people type it: the trade and the commune in their own words, or by their codes. */
export const OfferForm = OfferDraft.extend({ occupation: text({ max: 200 }), commune: text({ max: 100 }) });
export type OfferForm = z.infer<typeof OfferForm>;

/** The id the new offer will have, drawn when the form was shown: sent twice, it makes one offer. */
export const NewOfferForm = OfferForm.extend({ formKey: Id });

/** `version` is the one the form was made from: a form older than the offer is refused. */
export const OfferChanges = OfferForm.extend({ version: wholeNumber({ min: 1, max: 1_000_000_000 }) });

const access = ["employer"] as const;
const params = z.object({ offerId: Id });
const LinkParams = z.object({ token: z.string().min(20).max(120) });

export const offerContracts = {
  recruitPage: contract({
    method: "get",
    path: "/recruter",
    access: "anyone",
    summary: "What an employer gets, and the way in",
    reply: "page",
  }),
  ownOffersPage: contract({
    method: "get",
    path: "/employeur/offres",
    access,
    summary: "The offers of one's own company",
    reply: "page",
  }),
  newOfferPage: contract({
    method: "get",
    path: "/employeur/offres/nouvelle",
    access,
    summary: "The form of a new offer; with a title, the trade it names is understood",
    query: z.object({ titre: z.string().trim().max(120).catch("").default("") }),
    reply: "page",
  }),
  draftOffer: contract({
    method: "post",
    path: "/employeur/offres/nouvelle",
    access,
    summary: "Keep a new offer as a draft",
    body: NewOfferForm,
    reply: "page",
  }),
  offerFile: contract({
    method: "get",
    path: "/employeur/offres/:offerId",
    access,
    summary: "One's own offer as people see it, with what may be done with it",
    params,
    reply: "page",
  }),
  editOfferPage: contract({
    method: "get",
    path: "/employeur/offres/:offerId/modifier",
    access,
    summary: "The form of an offer that exists",
    params,
    reply: "page",
  }),
  editOffer: contract({
    method: "post",
    path: "/employeur/offres/:offerId/modifier",
    access,
    summary: "Change an offer; its page keeps its address",
    params,
    body: OfferChanges,
    reply: "page",
  }),
  publishOffer: contract({
    method: "post",
    path: "/employeur/offres/:offerId/publication",
    access,
    summary: "Publish a draft, or put a suspended or expired offer online again",
    params,
    reply: "page",
  }),
  suspendOffer: contract({
    method: "post",
    path: "/employeur/offres/:offerId/suspension",
    access,
    summary: "Take an offer offline for a while",
    params,
    reply: "page",
  }),
  withdrawOffer: contract({
    method: "post",
    path: "/employeur/offres/:offerId/reprise",
    access,
    summary: "Make a pending offer a draft again",
    params,
    reply: "page",
  }),
  extendOffer: contract({
    method: "post",
    path: "/employeur/offres/:offerId/prolongation",
    access,
    summary: "Keep an offer open longer",
    params,
    reply: "page",
  }),
  closeOffer: contract({
    method: "post",
    path: "/employeur/offres/:offerId/cloture",
    access,
    summary: "Close an offer, saying why",
    params,
    body: z.object({ reason: choice(closingReasons) }),
    reply: "page",
  }),
  deleteOffer: contract({
    method: "post",
    path: "/employeur/offres/:offerId/suppression",
    access,
    summary: "Delete a draft that was never published",
    params,
    reply: "page",
  }),
  extendLinkPage: contract({
    method: "get",
    path: "/prolonger/:token",
    access: "anyone",
    summary: "The page behind a reminder's link: a button, nothing more",
    params: LinkParams,
    reply: "page",
  }),
  extendByLink: contract({
    method: "post",
    path: "/prolonger/:token",
    access: "anyone",
    summary: "Keep open the offer of a reminder",
    params: LinkParams,
    reply: "page",
  }),
} as const;
