import { accountStateMail } from "#client/accounts/account-mails.tsx";
import { AccountModel } from "#server/accounts/account-model.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { sayMail } from "#server/platform/mail/say-mail.ts";
import type { Work } from "#shared/kernel/job.ts";
import { settlement } from "#workers/settle.ts";

/** Tells a person that their account was closed, or opened again. */
const mailState = async (accountId: string, status: string): Promise<void> => {
  const account = await AccountModel.findById(accountId).lean();
  const effect = account?.effects.find(({ kind }) => kind === `mail/${status}`);
  if (!account || !effect) return;
  await dispatchMail({
    dedupeKey: `account-state-${accountId}-${effect.key}`,
    kind: "account-state",
    to: account.email,
    ...sayMail(accountStateMail({ disabled: status === "disabled" })),
  });
};

export const accountWork: Work = settlement(AccountModel, { mail: mailState });
