import { Types } from "mongoose";
import { AlertDeliveryModel } from "#server/alerts/alert-delivery-model.ts";
import { AlertDigestModel } from "#server/alerts/alert-digest-model.ts";
import { type AlertDocument, AlertModel } from "#server/alerts/alert-model.ts";
import { AlertReaderModel } from "#server/alerts/alert-reader-model.ts";
import { now } from "#server/platform/clock.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { lastSequence, nextSequence } from "#server/platform/sequence.ts";
import type { Alert } from "#shared/alerts/alert.ts";
import { sendDailyAlerts, sendInstantAlerts } from "#shared/alerts/alert-jobs.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { tulle } from "#test/offers/an-offer.ts";
import { givenPublicOffer } from "#test/support/given-offers.ts";
import type { House } from "#test/support/house.ts";
import { sentMails } from "#test/support/mails.ts";

export const careAroundTulle: Alert["query"] = {
  text: "aide-soignant",
  commune: tulle,
  radiusKm: 20,
  contracts: [],
  schedules: [],
  families: [],
  occupations: [],
  communes: [],
  remote: [],
  withoutCar: false,
  payPerHour: null,
};

/** An alert that is confirmed, and has looked at nothing yet. */
export const plainAlert = (): AlertDocument => ({
  _id: new Types.ObjectId(),
  accountId: null,
  email: "alerte@exemple.invalid",
  label: "Aide-soignant, 20 km autour de Tulle",
  query: careAroundTulle,
  typed: null,
  compiled: null,
  frequency: "daily",
  weekday: null,
  status: "active",
  pausedUntil: null,
  cursor: 0,
  createdAt: now(),
  changedAt: now(),
  confirmedAt: now(),
  lastSentAt: null,
  ranOn: null,
  effects: [],
});

/** The same, that has looked at every offer there is. */
export const givenAlert = async (given: Partial<AlertDocument> = {}): Promise<AlertDocument> => {
  const alert: AlertDocument = { ...plainAlert(), cursor: await lastSequence("offers"), ...given };
  await AlertModel.create(alert);
  return alert;
};

/** A new offer, an hour old, of a company of its own unless said. */
export const givenNewOffer = async (given: Partial<Offer> = {}): Promise<Offer> =>
  givenPublicOffer({
    sequence: await nextSequence("offers"),
    publishedAt: new Date(now().getTime() - 3_600_000).toISOString(),
    companyId: new Types.ObjectId().toHexString(),
    ...given,
  });

/** The morning's run, and every mail it promised. */
export const runAlerts = async (house: House): Promise<void> => {
  const { queue, name, attempts } = sendDailyAlerts;
  await house.queue.add({ queue, name, key: "all", data: {}, attempts, delayMs: 0 });
  await house.drain();
};

export const runInstantAlerts = async (house: House): Promise<void> => {
  const { queue, name, attempts } = sendInstantAlerts;
  await house.queue.add({ queue, name, key: "all", data: {}, attempts, delayMs: 0 });
  await house.drain();
};

export const digestsTo = async (email: string) =>
  (await sentMails()).filter(({ to, subject }) => to === email && subject.includes("nouvelle"));

/** Addresses of the offers in a mail. */
export const offersIn = (mail: { text: string } | undefined): string[] => [
  ...new Set([...(mail?.text ?? "").matchAll(/\/offres\/[\w-]+/g)].map(([address]) => address)),
];

export const linkIn = (mail: { text: string } | undefined, start: string): string =>
  new RegExp(`${start}[\\w.-]+`).exec(mail?.text ?? "")?.[0] ?? "";

export const forgetAlerts = async (): Promise<void> => {
  const models = [AlertModel, AlertDeliveryModel, AlertDigestModel, AlertReaderModel, DispatchModel] as const;
  for (const model of models) await model.collection.deleteMany({});
};
