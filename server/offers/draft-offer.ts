import { Types } from "mongoose";
import { findCompany } from "#server/companies/find-company.ts";
import { now } from "#server/platform/clock.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { nextSequence } from "#server/platform/sequence.ts";
import type { Company } from "#shared/companies/company.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import type { Offer } from "#shared/offers/offer.ts";
import type { OfferForm } from "#shared/offers/offer-contracts.ts";
import { canWriteOffers, handOn } from "#shared/offers/offer-rules.ts";
import { OfferModel, toOffer } from "./offer-model.ts";
import { readOfferForm, type WrittenOffer } from "./read-offer-form.ts";
import { saveDraftAgain } from "./save-offer.ts";

/**
 * Keeps a new offer as a draft of the actor's company. The form's own key is the id of the offer:
 * the same form sent twice is one offer, and one sent again after going back corrects it.
 */
export const draftOffer = async (actor: Member, formKey: string, form: OfferForm): Promise<Offer> => {
  if (!canWriteOffers(actor) || actor.companyId === null) throw new Failure("missing", "missing-page");
  const company = await findCompany(actor.companyId);
  const written = readOfferForm(form);
  const known = await OfferModel.findById(formKey).lean();
  return known ? sendAgain(actor, toOffer(known), written) : create(actor, { formKey, company, written });
};

type NewDraft = { formKey: string; company: Company; written: WrittenOffer };

const create = async (actor: Member, draft: NewDraft): Promise<Offer> => {
  try {
    return toOffer(await OfferModel.create({ ...blankOffer(actor, draft), reference: await nextReference() }));
  } catch (error) {
    const twin = isDuplicate(error) ? await OfferModel.findById(draft.formKey).lean() : null;
    if (!twin) throw error;
    return sendAgain(actor, toOffer(twin), draft.written);
  }
};

/** The number people read out: given once, never again. */
export const nextReference = (): Promise<number> => nextSequence("offer-references");

const blankOffer = (actor: Member, { formKey, company, written }: NewDraft) => {
  const at = now();
  const by = new Types.ObjectId(actor.accountId);
  return {
    _id: new Types.ObjectId(formKey),
    ...written,
    exclusive: false,
    positionedAccountIds: [],
    companyId: new Types.ObjectId(company.id),
    companyName: company.name,
    createdBy: by,
    request: null,
    status: "draft" as const,
    closingReason: null,
    history: [{ at, from: null, to: "draft" as const, by, reason: null }],
    createdAt: at,
    updatedAt: at,
    publishedAt: null,
    sequence: null,
    version: 1,
    views: 0,
  };
};

const sendAgain = (actor: Member, known: Offer, written: WrittenOffer): Promise<Offer> => {
  if (handOn(actor, known) === null) throw new Failure("missing", "missing-page");
  return saveDraftAgain(known, written);
};
