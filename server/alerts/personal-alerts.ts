import { sayRhythm } from "#client/alerts/alert-words.ts";
import { describeQuery } from "#client/alerts/say-alert.ts";
import type { Person, PersonalPart } from "#server/accounts/personal-part.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { anyOf, lessThan, not } from "#server/platform/filter.ts";
import type { Held } from "#shared/accounts/personal-file.ts";
import { AlertDeliveryModel } from "./alert-delivery-model.ts";
import { type AlertDocument, AlertModel, toAlert } from "./alert-model.ts";
import { AlertReaderModel } from "./alert-reader-model.ts";
import { followAlertRetention, forgetAddress } from "./retention-alerts.ts";

/** Saved searches, with the account or with its address alone, and every offer they sent. */
export const personalAlerts: PersonalPart = {
  title: "Vos alertes",
  read: async (person) => {
    const alerts = await alertsOf(person);
    const sent = await AlertDeliveryModel.find({ email: person.email }).sort({ at: -1 }).lean();
    const offers = await OfferModel.find({ _id: anyOf(sent.map(({ offerId }) => offerId)) }, { title: 1 }).lean();
    const titles = new Map(offers.map(({ _id, title }) => [_id.toHexString(), title]));
    return alerts.map((alert) => ({
      ...describe(alert),
      "Offres envoyées": sent
        .filter(({ alertId }) => alertId.equals(alert._id))
        .map(({ offerId, at }) => ({
          Offre: titles.get(offerId.toHexString()) ?? "une offre disparue",
          "Envoyée le": at.toISOString(),
        })),
    }));
  },
  erase: async (person) => {
    await forgetAddress(person.email);
    await AlertModel.deleteMany({ accountId: person.accountId });
  },
  forgetBefore: async (limit) => {
    const unwanted = { status: anyOf(["stopped", "unconfirmed"] as const), createdAt: lessThan(limit) };
    const emails = new Set((await AlertModel.find(unwanted, { email: 1 }).lean()).map(({ email }) => email));
    const { deletedCount } = await AlertModel.deleteMany(unwanted);
    // What was sent is forgotten by itself; how it was read has no more use once the last alert is gone.
    for (const email of emails) if (!(await AlertModel.exists({ email }))) await AlertReaderModel.deleteMany({ email });
    return deletedCount + (await followAlertRetention());
  },
};

/** Those of the account and those of its address, newest first: two questions, each with its index. */
const alertsOf = async ({ accountId, email }: Person): Promise<AlertDocument[]> => {
  const [own, others] = await Promise.all([
    AlertModel.find({ accountId }).lean(),
    AlertModel.find({ email, accountId: not(accountId) }).lean(),
  ]);
  return [...own, ...others].sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
};

const describe = (document: AlertDocument): Held => {
  const alert = toAlert(document);
  return {
    Recherche: alert.label,
    Mots: alert.query.text,
    Demande: describeQuery(alert.query).map(({ label, value }) => `${label} : ${value}`),
    Rythme: sayRhythm(alert),
    État: states[alert.status],
    "Adresse mail": alert.email,
    "Créée le": alert.createdAt,
    "Confirmée le": alert.confirmedAt,
    "Dernier envoi": alert.lastSentAt,
    "En pause jusqu’au": alert.pausedUntil,
  };
};

const states: Record<AlertDocument["status"], string> = {
  unconfirmed: "à confirmer",
  active: "active",
  paused: "en pause",
  stopped: "arrêtée",
};
