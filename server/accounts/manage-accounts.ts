import { now } from "#server/platform/clock.ts";
import { countFound } from "#server/platform/count.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { anyOf, not } from "#server/platform/filter.ts";
import { letters } from "#server/platform/letters.ts";
import { admitAgain } from "#server/platform/mail/erased-words.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import type { Account, AccountStatus } from "#shared/accounts/account.ts";
import { type Member, type Role, staffRoles } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import type { ListPage } from "#shared/kernel/page.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { AccountModel, toAccount } from "./account-model.ts";
import { oweAudit } from "./record-audit.ts";
import { forgetSecondFactor } from "./second-factor.ts";
import { closeSessions } from "./sessions.ts";

const pageSize = 50;

type Search = { q: string | null; role: Role | null; page: number };

/** Accounts whose address or last name begins with the words, newest first. */
export const listAccounts = async ({ q, role, page }: Search): Promise<ListPage<Account>> => {
  const starts = q ? new RegExp(`^${letters(q)}`, "i") : null;
  const filter = { ...(role && { role }), ...(starts && { $or: [{ email: starts }, { lastName: starts }] }) };
  const [documents, total] = await Promise.all([
    AccountModel.find(filter)
      .sort({ createdAt: -1 })
      .skip((page - 1) * pageSize)
      .limit(pageSize)
      .lean(),
    countFound(AccountModel, filter),
  ]);
  return { items: documents.map(toAccount), total, page, pageSize };
};

type Colleague = { email: string; firstName: string; lastName: string; role: Role };

export const createStaffAccount = async (actor: Member, colleague: Colleague): Promise<void> => {
  try {
    const created = await AccountModel.create({
      ...colleague,
      phone: null,
      companyId: null,
      status: "active",
      passwordHash: null,
      createdAt: now(),
      lastSeenAt: null,
      effects: [oweAudit("staff-created", actor, colleague.role)],
    });
    await admitAgain(colleague.email);
    await enqueue(settleJob("accounts"), { id: created._id.toHexString() });
  } catch (error) {
    if (isDuplicate(error)) throw wrongField("email", "email-taken");
    throw error;
  }
};

/** A new role is a new person to the sessions that are open: they end. */
export const changeRole = async (actor: Member, accountId: string, role: Role): Promise<void> => {
  refuseOneself(actor, accountId);
  const changed = await AccountModel.updateOne(
    { _id: accountId, role: not(role) },
    { $set: { role }, $push: { effects: oweAudit("role-changed", actor, role) } },
  );
  if (changed.matchedCount === 0 && !(await AccountModel.exists({ _id: accountId })))
    throw new Failure("missing", "missing-page");
  await closeSessions(accountId);
  await enqueue(settleJob("accounts"), { id: accountId });
};

export const changeStatus = async (actor: Member, accountId: string, status: AccountStatus): Promise<void> => {
  refuseOneself(actor, accountId);
  const changed = await AccountModel.updateOne(
    { _id: accountId, status: not(status), leavingAt: null }, // pressed twice is once, and one mail
    { $set: { status }, $push: { effects: { $each: [owe("mail", status), oweAudit(audited[status], actor)] } } },
  );
  if (changed.matchedCount === 0 && !(await AccountModel.exists({ _id: accountId })))
    throw new Failure("missing", "missing-page");
  if (status === "disabled") await closeSessions(accountId);
  await enqueue(settleJob("accounts"), { id: accountId });
};

/** For a telephone lost or replaced: whoever held it is out at once, and the next sign-in enrols another. */
export const resetSecondFactor = async (actor: Member, accountId: string): Promise<void> => {
  refuseOneself(actor, accountId);
  const marked = await AccountModel.updateOne(
    { _id: accountId, role: anyOf(staffRoles) },
    { $push: { effects: oweAudit("second-factor-reset", actor) } },
  );
  if (marked.matchedCount === 0) throw new Failure("missing", "missing-page");
  await forgetSecondFactor(accountId);
  await closeSessions(accountId);
  await enqueue(settleJob("accounts"), { id: accountId });
};

const audited = { active: "account-enabled", disabled: "account-disabled" } as const;

/** The last admin must not lock the door from outside. */
const refuseOneself = (actor: Member, accountId: string): void => {
  if (actor.accountId === accountId) throw new Failure("conflict", "not-on-yourself");
};
