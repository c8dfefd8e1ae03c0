import { accountStateMail } from "#client/accounts/account-mails.tsx";
import { AccountModel } from "#server/accounts/account-model.ts";
import { eraseAccount } from "#server/accounts/erase-account.ts";
import type { PersonalPart } from "#server/accounts/personal-part.ts";
import { performAudit } from "#server/accounts/record-audit.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { sayMail } from "#server/platform/mail/say-mail.ts";
import { keepRetention, verifyAudit } from "#shared/accounts/retention-jobs.ts";
import { performer, type Work } from "#shared/kernel/job.ts";
import { settlement } from "#workers/settle.ts";
import { checkAudit } from "./check-audit.ts";
import { mailNotice, performRetention } from "./perform-retention.ts";

/** What accounts owe, and what their nights bring. `parts` is what each slice holds about people. */
export const accountWork = (parts: readonly PersonalPart[]): Work => {
  const settling = settlement(AccountModel, {
    mail: mailState,
    notice: mailNotice,
    audit: performAudit("person"),
    erase: eraseAccount(parts),
  });
  return {
    performers: [
      ...settling.performers,
      performer(keepRetention, () => performRetention(parts)),
      performer(verifyAudit, checkAudit),
    ],
    recurrences: [
      ...settling.recurrences,
      { why: "Tell who has not come for 700 days, erase who has not for 730", when: "15 4 * * *", job: keepRetention },
      { why: "Read the audit log from end to end", when: "45 3 * * *", job: verifyAudit },
    ],
  };
};

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
