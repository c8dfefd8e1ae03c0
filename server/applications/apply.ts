import { Types } from "mongoose";
import { AccountModel } from "#server/accounts/account-model.ts";
import { CvModel, toCv } from "#server/cvs/cv-model.ts";
import { countAttempt } from "#server/http/rate-limit.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { now, today } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { canApply, nextDeadline } from "#shared/applications/application-rules.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { referenceIn } from "#shared/offers/offer-address.ts";
import { offerPageFor } from "#shared/offers/offer-rules.ts";
import { type ApplicationDocument, ApplicationModel, toApplication } from "./application-model.ts";

/** What the page of an application to come says. */
export type Prospect = {
  readonly offer: Offer;
  /** `proposed`: an exclusive offer, answered by its proposal and not by an application. */
  readonly state: "open" | "closed" | "proposed" | "done";
  /** The application already sent, when `done`. */
  readonly sent: { readonly id: string; readonly at: string } | null;
  readonly cv: Cv | null;
  readonly phone: string | null;
};

/** @throws Failure "missing" when this person may not know the offer */
export const prospectOf = async (actor: Member, slug: string): Promise<Prospect> => {
  const offer = await findOffer(actor, slug);
  const [sent, cv, account] = await Promise.all([
    ApplicationModel.findOne({ offerId: offer.id, accountId: actor.accountId }).lean(),
    CvModel.findOne({ accountId: actor.accountId, status: "active" }).lean(),
    AccountModel.findById(actor.accountId, { phone: 1 }).lean(),
  ]);
  return {
    offer,
    state: sent ? "done" : stateFor(actor, offer),
    sent: sent && { id: sent._id.toHexString(), at: toApplication(sent).createdAt },
    cv: cv && toCv(cv),
    phone: account?.phone ?? null,
  };
};

// Enough for a long evening of applying; a machine would drown employers in mails.
const perPerson = { name: "apply", most: 60, minutes: 60 };

/**
 * One application per offer and person: the unique index decides between two presses at once. An offer that closed
 * between the look and the writing is seen by a second look: what closes later closes on an application already there.
 */
export const apply = async (actor: Member, slug: string, message: string | null): Promise<{ id: string }> => {
  const offer = await findOffer(actor, slug);
  const { accountId } = actor;
  const [sent, cv] = await Promise.all([
    ApplicationModel.exists({ offerId: offer.id, accountId }),
    CvModel.exists({ accountId, status: "active" }),
  ]);
  const state = sent ? "done" : stateFor(actor, offer);
  if (state !== "open") throw new Failure("conflict", refusals[state]);
  if (!cv) throw new Failure("conflict", "cv-first");
  await countAttempt(perPerson, accountId);
  const id = new Types.ObjectId();
  await save(id, { actor, offer, cvId: cv._id, message: message ?? "" });
  await takeBackIfClosed(actor, id, slug);
  await CvModel.updateOne({ _id: cv._id }, { $set: { lastUsedAt: now() } }); // a CV that applies is not a forgotten one
  await enqueue(settleJob("applications"), { id: id.toHexString() });
  return { id: id.toHexString() };
};

const takeBackIfClosed = async (actor: Member, id: Types.ObjectId, slug: string): Promise<void> => {
  if (stateFor(actor, await findOffer(actor, slug)) === "open") return;
  await ApplicationModel.deleteOne({ _id: id });
  throw new Failure("conflict", refusals.closed);
};

const refusals = {
  closed: "offer-is-closed",
  proposed: "offer-by-proposal",
  done: "already-applied",
} as const satisfies Record<Exclude<Prospect["state"], "open">, string>;

const findOffer = async (actor: Member, slug: string): Promise<Offer> => {
  const reference = referenceIn(slug);
  const document = reference === null ? null : await OfferModel.findOne({ reference }).lean();
  const offer = document && toOffer(document);
  if (!offer || offerPageFor(actor, offer, today()) === "missing") throw new Failure("missing", "missing-page");
  return offer;
};

const stateFor = (actor: Member, offer: Offer): Prospect["state"] => {
  if (canApply(actor, offer, today())) return "open";
  return offer.exclusive ? "proposed" : "closed";
};

type NewApplication = { actor: Member; offer: Offer; cvId: Types.ObjectId; message: string };

const save = async (id: Types.ObjectId, { actor, offer, cvId, message }: NewApplication): Promise<void> => {
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
  } catch (error) {
    if (isDuplicate(error)) throw new Failure("conflict", "already-applied");
    throw error;
  }
};
