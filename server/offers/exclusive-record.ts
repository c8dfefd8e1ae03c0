import { Types } from "mongoose";
import { findCompany } from "#server/companies/find-company.ts";
import { now, today } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import type { Company } from "#shared/companies/company.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import type { ExclusiveForm } from "#shared/offers/exclusive-contracts.ts";
import type { Offer, PublicationRequest } from "#shared/offers/offer.ts";
import { canRecordOffers, publicationObstacle } from "#shared/offers/offer-rules.ts";
import { nextReference } from "./draft-offer.ts";
import { OfferModel, toOffer } from "./offer-model.ts";
import { readOfferForm, type WrittenOffer } from "./read-offer-form.ts";

/**
 * Records the offer that a company gave an officer, open at once to positionings and to nothing else.
 * It takes no place in the order alerts read. The form's key makes it one offer however often it is sent.
 */
export const recordExclusiveOffer = async (
  actor: Member,
  { formKey, companyId, requestContact, requestChannel, requestOn, ...form }: ExclusiveForm & { formKey: string },
): Promise<Offer> => {
  if (!canRecordOffers(actor)) throw new Failure("missing", "missing-page");
  const company = await findCompany(companyId).catch(() => {
    throw wrongField("companyId", "unknown-company");
  });
  if (requestOn > today()) throw wrongField("requestOn", "in-the-future");
  const written = readOfferForm(form);
  const request = { contactName: requestContact, channel: requestChannel, on: requestOn };
  const obstacle = publicationObstacle({ ...written, request }, { company, today: today() });
  if (obstacle) throw wrongField("companyId", obstacle);
  const offer = await create(actor, { formKey, company, written, request });
  await enqueue(settleJob("offers"), { id: offer.id });
  return offer;
};

type New = { formKey: string; company: Company; written: WrittenOffer; request: PublicationRequest };

const create = async (actor: Member, { formKey, company, written, request }: New): Promise<Offer> => {
  const at = now();
  const by = new Types.ObjectId(actor.accountId);
  try {
    const created = await OfferModel.create({
      _id: new Types.ObjectId(formKey),
      ...written,
      reference: await nextReference(),
      exclusive: true,
      positionedAccountIds: [],
      companyId: new Types.ObjectId(company.id),
      companyName: company.name,
      createdBy: by,
      request,
      status: "published",
      closingReason: null,
      history: [{ at, from: null, to: "published", by, reason: null }],
      createdAt: at,
      updatedAt: at,
      publishedAt: at,
      sequence: null,
      version: 1,
      views: 0,
      effects: [owe("match")],
    });
    return toOffer(created);
  } catch (error) {
    const twin = isDuplicate(error) ? await OfferModel.findOne({ _id: formKey, exclusive: true }).lean() : null;
    if (!twin) throw error;
    return toOffer(twin);
  }
};
