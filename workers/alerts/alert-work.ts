import { alertConfirmationMail } from "#client/alerts/alert-mails.tsx";
import { AlertModel, toAlert } from "#server/alerts/alert-model.ts";
import { confirmationPath } from "#server/alerts/confirm-alert.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { sayMail } from "#server/platform/mail/say-mail.ts";
import { sendDailyAlerts, sendInstantAlerts } from "#shared/alerts/alert-jobs.ts";
import { performer, type Work } from "#shared/kernel/job.ts";
import { type PerformEffect, settlement } from "#workers/settle.ts";
import { mailRetention } from "./mail-retention.ts";
import { performSendAlerts } from "./send-alerts.ts";
import { performSendInstantAlerts } from "./send-instant-alerts.ts";

/** Asks an address alone whether the alert is really wanted. */
const mailConfirmation: PerformEffect = async (alertId) => {
  const alert = await AlertModel.findById(alertId).lean();
  if (alert?.status !== "unconfirmed") return;
  await dispatchMail({
    dedupeKey: `alert-confirmation-${alertId}`,
    kind: "alert-confirmation",
    to: alert.email,
    ...sayMail(alertConfirmationMail({ alert: toAlert(alert), link: confirmationPath(alertId) })),
  });
};

const owed = settlement(AlertModel, { confirm: mailConfirmation, notice: mailRetention });

export const alertWork: Work = {
  performers: [
    ...owed.performers,
    performer(sendDailyAlerts, performSendAlerts),
    performer(sendInstantAlerts, performSendInstantAlerts),
  ],
  recurrences: [
    ...owed.recurrences,
    {
      why: "Send each morning the new offers that fit each saved search",
      when: "0 7 * * *",
      job: sendDailyAlerts,
    },
    {
      why: "Tell at once of a new offer those who asked so",
      when: "* * * * *",
      job: sendInstantAlerts,
    },
  ],
};
