import { now } from "#server/platform/clock.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import type { Role } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import { type AccountDocument, AccountModel } from "./account-model.ts";
import { verifyPassword } from "./passwords.ts";
import { closeSession, openSession } from "./sessions.ts";
import { findLink, newRegistration, useCode, useLink } from "./sign-in-codes.ts";

/** Signed in: the session's token and where this role begins. New: the token of the page that asks the name. */
export type Entrance = { readonly session: string; readonly role: Role } | { readonly registration: string };

export const signInWithCode = async (codeId: string, code: string): Promise<Entrance> =>
  enter((await useCode(codeId, code)).email);

export const signInWithLink = async (token: string): Promise<Entrance> => enter((await useLink(token, "signIn")).email);

/** @throws the same refusal for an unknown address, a wrong password and a disabled account */
export const signInWithPassword = async (email: string, password: string): Promise<Entrance> => {
  const account = await AccountModel.findOne({ email }).lean();
  const right = await verifyPassword(account?.passwordHash ?? null, password);
  if (!account || !right || account.status !== "active") throw wrongField("password", "password-is-wrong");
  return entranceOf(account);
};

export type NewAccount = { firstName: string; lastName: string; role: "candidate" | "employer" };

export const createAccount = async (registration: string, given: NewAccount): Promise<Entrance> => {
  if (!(await findLink(registration, "register"))) throw new Failure("gone", "link-is-over");
  const { email } = await useLink(registration, "register");
  const blank = { phone: null, companyId: null, status: "active" as const, passwordHash: null, lastSeenAt: now() };
  try {
    return entranceOf(await AccountModel.create({ ...given, ...blank, email, createdAt: now() }));
  } catch (error) {
    if (isDuplicate(error)) return enter(email); // two tabs: the other one made it
    throw error;
  }
};

export const signOut = async (token: string | null): Promise<void> => {
  if (token) await closeSession(token);
};

const enter = async (email: string): Promise<Entrance> => {
  const account = await AccountModel.findOneAndUpdate(
    { email, status: "active" },
    { $set: { lastSeenAt: now() } },
  ).lean();
  if (account) return entranceOf(account);
  if (await AccountModel.exists({ email })) throw new Failure("gone", "account-disabled");
  return { registration: await newRegistration(email) };
};

const entranceOf = async (account: Pick<AccountDocument, "_id" | "role">): Promise<Entrance> => ({
  session: await openSession(account),
  role: account.role,
});
