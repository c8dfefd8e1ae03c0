import { now } from "#server/platform/clock.ts";
import { readLink, signLink } from "#server/platform/signed-link.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { AccountModel } from "./account-model.ts";

const purpose = "morning-reminder";

export const reminderLink = (accountId: string): string => `/rappels/${signLink(purpose, accountId)}`;

/** @throws gone for a forged link, or an account that is closed */
export const wantsReminder = async (token: string): Promise<boolean> => {
  const account = await AccountModel.findOne({ _id: accountBehind(token), status: "active" }).lean();
  if (!account) throw new Failure("gone", "reminder-link-is-over");
  return account.quietMorningsAt === null || account.quietMorningsAt === undefined;
};

export const chooseReminder = async (token: string, wanted: "yes" | "no"): Promise<void> => {
  const chosen = await AccountModel.updateOne(
    { _id: accountBehind(token), status: "active" },
    { $set: { quietMorningsAt: wanted === "yes" ? null : now() } },
  );
  if (chosen.matchedCount === 0) throw new Failure("gone", "reminder-link-is-over");
};

const accountBehind = (token: string): string => {
  const id = readLink(purpose, token);
  if (id === null) throw new Failure("gone", "reminder-link-is-over");
  return id;
};
