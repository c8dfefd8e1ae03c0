import { offerExpiredMail, offerPublishedMail, offerRefusedMail } from "#client/offers/offer-mails.tsx";
import { performAudit } from "#server/accounts/record-audit.ts";
import { type OfferDocument, OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import { performer, type Work } from "#shared/kernel/job.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { expireOffersJob, remindEmployersJob } from "#shared/offers/offer-jobs.ts";
import { type PerformEffect, type PerformWith, settlementOfWhole } from "#workers/settle.ts";
import { expireOffers } from "./expire-offers.ts";
import { indexOffer } from "./index-offer.ts";
import { mailEmployers } from "./mail-employers.ts";
import { remindEmployers } from "./remind-employers.ts";

/** What later slices do after a change. */
type Later = { readonly match: PerformEffect; readonly closed: PerformEffect };

/** What offers owe and what their days bring. */
export const offerWork = ({ match, closed }: Later): Work => {
  const settling = settlementOfWhole<OfferDocument>(OfferModel, {
    index: (id, _detail, found) => indexOffer(id, found),
    mail: mailState,
    audit: performAudit("thing"),
    // everyone finds the others by searching: nobody is looked for
    match: async (id, detail, { exclusive }) => (exclusive ? match(id, detail) : undefined),
    closed,
  });
  return {
    performers: [
      ...settling.performers,
      performer(expireOffersJob, expireOffers),
      performer(remindEmployersJob, remindEmployers),
    ],
    recurrences: [
      ...settling.recurrences,
      { why: "Take offers whose last day is past offline", when: "* * * * *", job: expireOffersJob },
      { why: "Remind employers of offers that end soon", when: "0 8 * * *", job: remindEmployersJob },
    ],
  };
};

const mails: Readonly<Record<string, (offer: Offer) => ReturnType<typeof offerExpiredMail>>> = {
  published: (offer) => offerPublishedMail(offer, today()),
  refused: (offer) => offerRefusedMail(offer, offer.history.findLast(({ to }) => to === "draft")?.reason ?? ""),
  expired: offerExpiredMail,
};

/** The status each news still has to be true of when it is told. */
const trueWhile: Readonly<Record<string, Offer["status"]>> = {
  published: "published",
  refused: "draft",
  expired: "expired",
};

const mailState: PerformWith<OfferDocument> = async (_id, news, document) => {
  const effect = document.effects.find(({ kind }) => kind === `mail/${news}`);
  const say = mails[news];
  if (!effect || !say || document.status !== trueWhile[news]) return;
  const offer = toOffer(document);
  await mailEmployers(offer, { key: `offer-state-${effect.key}`, kind: "offer-state", mail: say(offer) });
};
