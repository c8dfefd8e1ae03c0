import { leavingAskedMail } from "#client/accounts/account-mails.tsx";
import { today } from "#server/platform/clock.ts";
import { not } from "#server/platform/filter.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { sayMail } from "#server/platform/mail/say-mail.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { AccountModel } from "./account-model.ts";
import { pseudonymOf } from "./pseudonym.ts";
import { recordAudit } from "./record-audit.ts";

/** Tells every other administrator, once a day at most. @throws conflict where there is no other */
export const askLeaving = async (actor: Member): Promise<void> => {
  const admins = await AccountModel.find(
    { role: "admin", status: "active", _id: not(actor.accountId) },
    { email: 1 },
  ).lean();
  if (admins.length === 0) throw new Failure("conflict", "no-other-admin");
  const key = `leaving-asked-${pseudonymOf(actor.accountId)}-${today()}`;
  await recordAudit({ act: "erasure-asked", by: actor, of: actor.accountId, key });
  for (const { _id, email } of admins)
    await dispatchMail({
      dedupeKey: `leaving-${actor.accountId}-${today()}-${_id.toHexString()}`,
      kind: "account-state",
      to: email,
      ...sayMail(leavingAskedMail(actor)),
    });
};
