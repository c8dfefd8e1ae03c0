import { alertRetentionMail } from "#client/alerts/alert-retention-mail.ts";
import { AlertModel } from "#server/alerts/alert-model.ts";
import { alertLinkPath } from "#server/alerts/find-alerts.ts";
import { forgottenOn } from "#server/alerts/retention-alerts.ts";
import { anyOf } from "#server/platform/filter.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { sayMail } from "#server/platform/mail/say-mail.ts";
import { dayOf } from "#shared/kernel/calendar.ts";

/** One mail, while it is true: a sign of the person since then has taken the notice back. */
export const mailRetention = async (alertId: string): Promise<void> => {
  const alert = await AlertModel.findById(alertId).lean();
  const on = alert && (await forgottenOn(alert.email));
  if (!alert?.noticedAt || !on) return;
  const { email, noticedAt } = alert;
  const theirs = await AlertModel.find({ email, status: anyOf(["active", "paused"] as const) }, { label: 1 }).lean();
  await dispatchMail({
    dedupeKey: `alert-retention-${alertId}-${dayOf(noticedAt)}`,
    kind: "retention-notice",
    to: email,
    ...sayMail(alertRetentionMail({ labels: theirs.map(({ label }) => label), on, link: alertLinkPath(alertId) })),
  });
};
