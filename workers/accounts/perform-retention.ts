import { retentionNoticeMail } from "#client/accounts/account-mails.tsx";
import { AccountModel } from "#server/accounts/account-model.ts";
import { forgetOldAudit } from "#server/accounts/audit-chain.ts";
import type { PersonalPart } from "#server/accounts/personal-part.ts";
import { followRetention, keepLink } from "#server/accounts/retention-accounts.ts";
import { now } from "#server/platform/clock.ts";
import { log } from "#server/platform/log.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { sayMail } from "#server/platform/mail/say-mail.ts";
import { signLink } from "#server/platform/signed-link.ts";
import { erasedAfterDays, graceDays, lastContact } from "#shared/accounts/retention-rules.ts";
import { addDays, dayOf } from "#shared/kernel/calendar.ts";

/** The day's share of forgetting: people, then what is kept too long of those who are still here. */
export const performRetention = async (parts: readonly PersonalPart[]): Promise<void> => {
  const people = await followRetention();
  const limit = new Date(now().getTime() - erasedAfterDays * 86_400_000);
  let forgotten = 0;
  for (const { forgetBefore } of parts) forgotten += (await forgetBefore?.(limit)) ?? 0;
  const auditRows = await forgetOldAudit();
  log.info({ ...people, forgotten, auditRows }, "retention kept");
};

/** One mail, while it is true: a visit since then has taken the notice back. */
export const mailNotice = async (accountId: string): Promise<void> => {
  const account = await AccountModel.findById(accountId).lean();
  if (!account?.noticedAt) return;
  const atSoonest = addDays(dayOf(account.noticedAt), graceDays);
  const atTerm = addDays(dayOf(lastContact(account)), erasedAfterDays);
  await dispatchMail({
    dedupeKey: `retention-${accountId}-${dayOf(lastContact(account))}`,
    kind: "retention-notice",
    to: account.email,
    ...sayMail(
      retentionNoticeMail({
        firstName: account.firstName,
        on: [atSoonest, atTerm].sort().at(-1) ?? atTerm, // days sort as texts
        link: `/garder-mon-compte/${signLink(keepLink, accountId)}`,
      }),
    ),
  });
};
