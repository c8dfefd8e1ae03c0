import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { type AccountDocument, AccountModel } from "./account-model.ts";
import type { Person, PersonalPart } from "./personal-part.ts";
import { pseudonymOf } from "./pseudonym.ts";
import { recordAudit } from "./record-audit.ts";
import { closeSessions } from "./sessions.ts";
import { bury, type EraseReason } from "./tombstones.ts";

/** The door is shut first, in one update that also owes the rest: whatever is cut after it is finished by the sweep. */
export const askErasure = async (actor: Member): Promise<void> => {
  await leave(actor.accountId, "asked");
  await recordAudit({
    act: "erasure-asked",
    by: actor,
    of: actor.accountId,
    key: `erasure-asked-${pseudonymOf(actor.accountId)}`,
  });
  await closeSessions(actor.accountId);
};

/** @throws conflict when the account is being erased already, or is no more */
export const leave = async (accountId: string, why: EraseReason): Promise<void> => {
  const left = await AccountModel.updateOne(
    { _id: accountId, leavingAt: null },
    { $set: { leavingAt: now(), status: "disabled" }, $push: { effects: owe("erase", why) } },
  );
  if (left.matchedCount === 0) throw new Failure("conflict", "changed-meanwhile");
};

/**
 * Erases everything held about a person, the account last: as long as the account is there, the erasing is owed.
 * Harmless twice, and from anywhere it was cut.
 */
export const eraseAccount =
  (parts: readonly PersonalPart[]) =>
  async (accountId: string, why: string): Promise<void> => {
    const account = await AccountModel.findById(accountId).lean();
    if (account?.leavingAt == null) return;
    const person = personFrom(account);
    await bury(accountId, why as EraseReason); // written by `leave` alone
    for (const part of [...parts].reverse()) await part.erase(person); // what leans on others goes first
    await recordAudit({
      act: "account-erased",
      by: why === "asked" ? { accountId, role: account.role } : null,
      of: accountId,
      detail: why,
      key: `account-erased-${pseudonymOf(accountId)}-${why}`,
    });
    await AccountModel.deleteOne({ _id: accountId });
  };

export const personFrom = (account: AccountDocument): Person => ({
  accountId: account._id.toHexString(),
  email: account.email,
  firstName: account.firstName,
  lastName: account.lastName,
  phone: account.phone,
  role: account.role,
  companyId: account.companyId?.toHexString() ?? null,
});
