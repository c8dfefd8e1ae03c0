import { Types } from "mongoose";
import { now } from "#server/platform/clock.ts";
import { anyOf, not } from "#server/platform/filter.ts";
import { gathered } from "#server/platform/gathered.ts";
import { log } from "#server/platform/log.ts";
import { hashToken, newToken } from "#server/platform/tokens.ts";
import { type SessionLife, sessionLives } from "#shared/accounts/session-rules.ts";
import { type Actor, type Role, visitor } from "#shared/kernel/actor.ts";
import { type AccountDocument, AccountModel } from "./account-model.ts";
import { type SessionDocument, SessionModel } from "./session-model.ts";

/** A session's last sight is written once a minute at most: reading a page should not cost a write. */
const seenEveryMs = 60_000;

/** Opens a session and gives its token, which is nowhere stored in clear. */
export const openSession = async (account: { _id: Types.ObjectId; role: Role }): Promise<string> => {
  const token = newToken();
  const at = now();
  await SessionModel.create({
    hash: hashToken(token),
    accountId: account._id,
    createdAt: at,
    seenAt: at,
    expiresAt: new Date(at.getTime() + sessionLives[account.role].absoluteMs),
  });
  return token;
};

/** Who holds this token: a visitor when the session is over, unknown, or its account disabled. */
export const findActor = async (token: string): Promise<Actor> => {
  const session = await SessionModel.findOne({ hash: hashToken(token) }).lean();
  if (!session) return visitor;
  const account = await AccountModel.findById(session.accountId).lean();
  if (account?.status !== "active" || isOver(session, sessionLives[account.role])) return visitor;
  see(session);
  return actorFrom(account);
};

export const closeSession = async (token: string): Promise<void> => {
  await SessionModel.deleteOne({ hash: hashToken(token) });
};

/** Every session of the account, but the one whose token is given. */
export const closeSessions = async (accountId: string, except: string | null = null): Promise<void> => {
  const others = except ? { hash: not(hashToken(except)) } : {};
  await SessionModel.deleteMany({ accountId: new Types.ObjectId(accountId), ...others });
};

const isOver = (session: SessionDocument, life: SessionLife): boolean => {
  const at = now().getTime();
  return session.expiresAt.getTime() <= at || session.seenAt.getTime() + life.idleMs <= at;
};

const see = ({ _id, seenAt }: SessionDocument): void => {
  const sinceMs = Math.abs(now().getTime() - seenAt.getTime()); // seen tomorrow: the machine's clock went back
  if (sinceMs < seenEveryMs) return;
  keepSight(_id).catch((error: unknown) => log.warn({ err: error }, "a session's last sight was not kept"));
};

/** No page waits for it, and many go together. */
const keepSight = gathered(
  async (ids: readonly Types.ObjectId[]) => {
    await SessionModel.updateMany({ _id: anyOf(ids) }, { $set: { seenAt: now() } });
    return ids;
  },
  { pauseMs: 250 },
);

const actorFrom = (account: AccountDocument): Actor => ({
  role: account.role,
  accountId: account._id.toHexString(),
  firstName: account.firstName,
  lastName: account.lastName,
  email: account.email,
  companyId: account.role === "employer" ? (account.companyId?.toHexString() ?? null) : null,
});
