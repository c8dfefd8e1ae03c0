import { Types } from "mongoose";
import { CvModel } from "#server/cvs/cv-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { now, today } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { atLeast } from "#server/platform/filter.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { partReader } from "#server/platform/stored.ts";
import { nextDeadline } from "#shared/applications/application-rules.ts";
import { isOpenApplication } from "#shared/applications/application-transitions.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { dayOf } from "#shared/kernel/calendar.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { Offer } from "#shared/offers/offer.ts";
import { referenceIn } from "#shared/offers/offer-address.ts";
import { type ApplicationDocument, ApplicationModel } from "./application-model.ts";
import { type Answerable, answerable, knownTo } from "./read-prospect.ts";

/**
 * One application per offer and person: the unique index decides between two presses at once, and the same words sent
 * again are the first ones. What the first look could not see (an offer that closed meanwhile, others sent at the same
 * moment) is seen by a second one after the writing: what closes later closes on an application already there.
 */
export const apply = async (actor: Member, slug: string, message: string | null): Promise<{ id: string }> => {
  const { accountId } = actor;
  const [found, cv] = await Promise.all([
    readOffer(slug),
    CvModel.findOne({ accountId, status: "active" }, { lastUsedAt: 1 }).lean(),
  ]);
  const offer = knownTo(actor, found);
  const state = answerable(actor, offer);
  const words = message ?? "";
  if (state !== "open" || !cv) return sentBefore(actor, { offer, words, otherwise: refusals[state] });
  const id = new Types.ObjectId();
  const isFirst = await save(id, { actor, offer, cvId: cv._id, message: words });
  const wrong = await secondLook(actor, slug);
  if (wrong) await takeBack(id, wrong);
  if (!isFirst) return sentBefore(actor, { offer, words, otherwise: "already-applied" });
  await keepInUse(cv);
  await enqueue(settleJob("applications"), { id: id.toHexString() });
  return { id: id.toHexString() };
};

const asked = partReader(Offer, [
  "id",
  "companyId",
  "status",
  "expiresOn",
  "exclusive",
  "publishedAt",
  "positionedAccountIds",
]);
type AskedOffer = ReturnType<typeof asked.read>;

const readOffer = async (slug: string): Promise<AskedOffer | null> => {
  const reference = referenceIn(slug);
  const document = reference === null ? null : await OfferModel.findOne({ reference }, asked.fields).lean();
  return document && asked.read(document);
};

const refusals = {
  closed: "offer-is-closed",
  proposed: "offer-by-proposal",
  open: "cv-first",
} as const satisfies Record<Answerable, string>;

type Again = { readonly offer: AskedOffer; readonly words: string; readonly otherwise: string };

/** What a second press of the same form sent the first time, while it still waits for its answer. @throws conflict */
const sentBefore = async (actor: Member, { offer, words, otherwise }: Again): Promise<{ id: string }> => {
  const known = { offerId: offer.id, accountId: actor.accountId };
  const sent = await ApplicationModel.findOne(known, { message: 1, status: 1 }).lean();
  if (sent?.message === words && isOpenApplication(sent.status)) return { id: sent._id.toHexString() };
  throw new Failure("conflict", sent ? "already-applied" : otherwise);
};

// Enough for a long evening of applying; a machine would drown employers in mails.
const perHour = 60;

/** The applications themselves are counted, this one included: many presses at once pass no more than one by one. */
const secondLook = async (actor: Member, slug: string): Promise<Failure | null> => {
  const anHourAgo = new Date(now().getTime() - 3_600_000);
  const [offer, tooMany] = await Promise.all([
    readOffer(slug),
    ApplicationModel.exists({ accountId: actor.accountId, createdAt: atLeast(anHourAgo) })
      .sort({ createdAt: -1 })
      .skip(perHour),
  ]);
  if (!offer || answerable(actor, offer) !== "open") return new Failure("conflict", refusals.closed);
  return tooMany && new Failure("too-many", "rate-limited", { minutes: 60 });
};

const takeBack = async (id: Types.ObjectId, why: Failure): Promise<never> => {
  await ApplicationModel.deleteOne({ _id: id });
  throw why;
};

/** A CV that applies is not a forgotten one: the day of it is enough. */
const keepInUse = async ({ _id, lastUsedAt }: { _id: Types.ObjectId; lastUsedAt: Date }): Promise<void> => {
  if (dayOf(lastUsedAt) < today()) await CvModel.updateOne({ _id }, { $set: { lastUsedAt: now() } });
};

type NewApplication = { actor: Member; offer: AskedOffer; cvId: Types.ObjectId; message: string };

/** False when this person applied to this offer before. */
const save = async (id: Types.ObjectId, { actor, offer, cvId, message }: NewApplication): Promise<boolean> => {
  const by = new Types.ObjectId(actor.accountId);
  const application: ApplicationDocument = {
    _id: id,
    offerId: new Types.ObjectId(offer.id),
    accountId: by,
    companyId: new Types.ObjectId(offer.companyId),
    cvId,
    message,
    status: "new",
    steps: [{ status: "new", at: now(), by }],
    refusalReason: null,
    answerText: null,
    interviewAt: null,
    nextDeadline: nextDeadline("new", { sentOn: today(), today: today() }),
    nudgedAt: null,
    createdAt: now(),
    updatedAt: now(),
    effects: [owe("sent")],
  };
  try {
    await ApplicationModel.insertMany([application], { lean: true }); // whole by its type: nothing to cast or to add
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
};
