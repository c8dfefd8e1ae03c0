import type { Sent } from "#client/offers/offer-page.tsx";
import { AccountModel } from "#server/accounts/account-model.ts";
import { CvModel, toCv } from "#server/cvs/cv-model.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import { canApply } from "#shared/applications/application-rules.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import type { Actor, Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { referenceIn } from "#shared/offers/offer-address.ts";
import { offerPageFor, type ShownOffer } from "#shared/offers/offer-rules.ts";
import { findSent } from "./find-sent.ts";

/** What the page of an application to come says. */
export type Prospect = {
  readonly offer: Offer;
  /** `proposed`: an exclusive offer, answered by its proposal and not by an application. */
  readonly state: Answerable | "done";
  /** The application already sent, when `done`. */
  readonly sent: Sent | null;
  readonly cv: Cv | null;
  readonly phone: string | null;
};

/** Whether an offer takes this person's application. */
export type Answerable = "open" | "closed" | "proposed";

/** @throws Failure "missing" when this person may not know the offer */
export const prospectOf = async (actor: Member, slug: string): Promise<Prospect> => {
  const reference = referenceIn(slug);
  const document = reference === null ? null : await OfferModel.findOne({ reference }).lean();
  const offer = knownTo(actor, document && toOffer(document));
  const [sent, cv, account] = await Promise.all([
    findSent(actor, offer),
    CvModel.findOne({ accountId: actor.accountId, status: "active" }).lean(),
    AccountModel.findById(actor.accountId, { phone: 1 }).lean(),
  ]);
  return {
    offer,
    state: sent ? "done" : answerable(actor, offer),
    sent,
    cv: cv && toCv(cv),
    phone: account?.phone ?? null,
  };
};

/** @throws Failure "missing" when this person may not know the offer */
export const knownTo = <Known extends ShownOffer>(actor: Actor, offer: Known | null): Known => {
  if (!offer || offerPageFor(actor, offer, today()) === "missing") throw new Failure("missing", "missing-page");
  return offer;
};

export const answerable = (actor: Actor, offer: ShownOffer): Answerable => {
  if (canApply(actor, offer, today())) return "open";
  return offer.exclusive ? "proposed" : "closed";
};
