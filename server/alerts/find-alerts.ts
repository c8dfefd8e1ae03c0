import { not } from "#server/platform/filter.ts";
import { readLink, signLink } from "#server/platform/signed-link.ts";
import type { Alert } from "#shared/alerts/alert.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { AlertModel, toAlert } from "./alert-model.ts";
import { attachAlerts } from "./attach-alerts.ts";

const purpose = "alert";

/** Where the mails of an address lead: whoever opens it reads that mailbox, and may act on all of its alerts. */
export const alertLinkPath = (alertId: string): string => `/alertes/${signLink(purpose, alertId)}`;

/** The alerts a person sees: theirs by account, those stopped left out. */
export const myAlerts = async (actor: Member): Promise<Alert[]> => {
  await attachAlerts(actor);
  const alerts = await AlertModel.find({ accountId: actor.accountId, status: not("stopped") })
    .sort({ createdAt: -1 })
    .lean();
  return alerts.map(toAlert);
};

/** The proved alerts of the mailbox that got this link, those stopped included for the one it was made for. */
export const alertsOfLink = async (token: string): Promise<{ email: string; alerts: Alert[] }> => {
  const email = await addressOfLink(token);
  const alerts = await AlertModel.find({ email, status: not("stopped"), confirmedAt: not(null) })
    .sort({ createdAt: -1 })
    .lean();
  return { email, alerts: alerts.map(toAlert) };
};

/** @throws Failure("missing") for a link that was forged, or whose alert is gone */
export const addressOfLink = async (token: string): Promise<string> => {
  const id = readLink(purpose, token);
  const alert = id === null ? null : await AlertModel.findById(id, { email: 1, confirmedAt: 1 }).lean();
  if (!alert || alert.confirmedAt === null) throw new Failure("missing", "missing-page");
  return alert.email;
};
