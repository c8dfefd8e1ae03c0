import { AccountModel } from "#server/accounts/account-model.ts";
import { anyOf, not } from "#server/platform/filter.ts";
import type { Alert } from "#shared/alerts/alert.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { AlertModel } from "./alert-model.ts";

/** Alerts saved with the address alone, and confirmed, are the account's once that address signs in. */
export const attachAlerts = async ({ accountId, email }: Pick<Member, "accountId" | "email">): Promise<void> => {
  await AlertModel.updateMany({ email, accountId: null, confirmedAt: not(null) }, { $set: { accountId } });
};

/** The same for those whose owner signed in without looking at their alerts. */
export const attachAlertsOf = async (alerts: readonly Alert[]): Promise<void> => {
  const emails = [...new Set(alerts.filter((alert) => alert.accountId === null).map(({ email }) => email))];
  if (emails.length === 0) return;
  const accounts = await AccountModel.find({ email: anyOf(emails) }, { email: 1 }).lean();
  for (const { _id, email } of accounts) await attachAlerts({ accountId: String(_id), email });
};
