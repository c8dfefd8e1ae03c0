import { offerExpiringMail } from "#client/offers/offer-mails.tsx";
import { extensionLink } from "#server/offers/extend-offer.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import { addDays, daysBetween } from "#shared/kernel/calendar.ts";
import { endOfDay } from "#shared/kernel/moment.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { reminderDays } from "#shared/offers/offer-life.ts";
import { mailEmployers } from "./mail-employers.ts";

/** How many days late a reminder is still worth sending, when the workers were off on its day. */
const catchUpDays = 2;

/** Each morning. The key of a mail holds the last day and the reminder: a second run, or a late one, sends none twice. */
export const remindEmployers = async (): Promise<void> => {
  const reminded = Array.from({ length: Math.max(...reminderDays) + 1 }, (_, days) => addDays(today(), days));
  const ending = await OfferModel.find({ status: "published", exclusive: false, expiresOn: anyOf(reminded) }).lean();
  for (const document of ending) await remind(toOffer(document));
};

const remind = async (offer: Offer): Promise<void> => {
  const left = daysBetween(today(), offer.expiresOn);
  const reminder = reminderDays.findLast((days) => left <= days && left > days - 1 - catchUpDays);
  if (reminder === undefined) return;
  await mailEmployers(offer, {
    key: `offer-expiring-${offer.id}-${offer.expiresOn}-${reminder}`,
    kind: "offer-expiring",
    uselessAfter: endOfDay(offer.expiresOn),
    mail: offerExpiringMail(offer, { link: extensionLink(offer), today: today() }),
  });
};
