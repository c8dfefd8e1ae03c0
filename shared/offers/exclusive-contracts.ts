import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { choice, wholeNumber } from "#shared/kernel/input.ts";
import { PageNumber } from "#shared/kernel/page.ts";
import { OfferForm } from "./offer-contracts.ts";
import { RecordedOfferDraft } from "./offer-draft.ts";
import { closingReasons } from "./offer-words.ts";

const officers = ["officer", "admin"] as const;
const OfferParams = z.object({ offerId: Id });
const version = wholeNumber({ min: 0, max: 1_000_000 });

/** The offer as the officer types it, whose it is, who asked for it, how and when: the proof of L5334-1. */
export const ExclusiveForm = RecordedOfferDraft.pick({
  companyId: true,
  requestContact: true,
  requestChannel: true,
  requestOn: true,
}).extend(OfferForm.shape);
export type ExclusiveForm = z.infer<typeof ExclusiveForm>;

/** Offers an officer records for a company after a visit; never public. */
export const exclusiveContracts = {
  listPage: contract({
    method: "get",
    path: "/bureau/offres-exclusives",
    access: officers,
    summary: "The exclusive offers, open ones first",
    query: z.object({ etat: z.enum(["open", "closed"]).catch("open").default("open"), page: PageNumber.default(1) }),
    reply: "page",
  }),
  newPage: contract({
    method: "get",
    path: "/bureau/offres-exclusives/nouvelle",
    access: officers,
    summary: "The form that records an exclusive offer",
    query: z.object({ entreprise: Id.nullable().catch(null).default(null) }),
    reply: "page",
  }),
  record: contract({
    method: "post",
    path: "/bureau/offres-exclusives",
    access: officers,
    summary: "Record an exclusive offer with the proof that it was asked for (L5334-1)",
    body: ExclusiveForm.extend({ formKey: Id }),
    reply: "page",
  }),
  editPage: contract({
    method: "get",
    path: "/bureau/offres-exclusives/:offerId/modifier",
    access: officers,
    summary: "The form of an exclusive offer",
    params: OfferParams,
    reply: "page",
  }),
  edit: contract({
    method: "post",
    path: "/bureau/offres-exclusives/:offerId/modifier",
    access: officers,
    summary: "Change an exclusive offer",
    params: OfferParams,
    body: OfferForm.extend({ version }),
    reply: "page",
  }),
  move: contract({
    method: "post",
    path: "/bureau/offres-exclusives/:offerId/etat",
    access: officers,
    summary: "Suspend or resume an exclusive offer",
    params: OfferParams,
    body: z.object({ to: choice(["suspended", "published"]), version }),
    reply: "page",
  }),
  close: contract({
    method: "post",
    path: "/bureau/offres-exclusives/:offerId/cloture",
    access: officers,
    summary: "Close an exclusive offer, saying why",
    params: OfferParams,
    body: z.object({ reason: choice(closingReasons), version }),
    reply: "page",
  }),
} as const;
