import { now } from "#server/platform/clock.ts";
import { admitAgain } from "#server/platform/mail/erased-words.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { isStaffRole, type Role } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import { type AccountDocument, AccountModel } from "./account-model.ts";
import { countDigits } from "./count-tries.ts";
import { verifyPassword } from "./passwords.ts";
import { markContact } from "./retention-accounts.ts";
import { asksSecondFactor, beginEnrolment, provesSecondFactor } from "./second-factor.ts";
import { closeSession, openSession } from "./sessions.ts";
import {
  countSecondFactor,
  endSecondFactor,
  findLink,
  newRegistration,
  newSecondFactorStep,
  useCode,
  useLink,
} from "./sign-in-codes.ts";

/**
 * Signed in: the session's token and where this role begins. New: the token of the page that asks the name. Staff whose
 * second factor is still to be proved: the token of the page that asks it.
 */
export type Entrance =
  | { readonly session: string; readonly role: Role }
  | { readonly registration: string }
  | { readonly secondFactor: string };

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
    const account = await AccountModel.create({ ...given, ...blank, email, createdAt: now() });
    await admitAgain(email);
    return entranceOf(account);
  } catch (error) {
    if (isDuplicate(error)) return enter(email); // two tabs: the other one made it
    throw error;
  }
};

export const signOut = async (token: string | null): Promise<void> => {
  if (token) await closeSession(token);
};

const enter = async (email: string): Promise<Entrance> => {
  const account = await AccountModel.findOne({ email, status: "active" }).lean();
  if (account) return entranceOf(account);
  if (await AccountModel.exists({ email })) throw new Failure("gone", "account-disabled");
  return { registration: await newRegistration(email) };
};

/** @throws a refusal beside the field, and no session, until the digits are the telephone's */
export const signInWithSecondFactor = async (token: string, digits: string): Promise<Entrance> => {
  const account = await secondFactorAccount(token);
  await countDigits(account._id.toHexString());
  const step = await countSecondFactor(token);
  if (!(await provesSecondFactor(account._id, digits))) throw wrongField("code", "second-factor-is-wrong");
  await endSecondFactor(step);
  return opened(account);
};

/** Whose second factor is awaited. @throws "gone" when ten minutes or five wrong codes have passed */
export const secondFactorAccount = async (token: string): Promise<AccountDocument> => {
  const step = await findLink(token, "secondFactor");
  const account = step?.accountId ? await AccountModel.findOne({ _id: step.accountId, status: "active" }).lean() : null;
  if (!account) throw new Failure("gone", "second-factor-is-over");
  return account;
};

/** Every first factor passes here: staff go on to the second when the platform asks it. */
const entranceOf = async (account: Pick<AccountDocument, "_id" | "role" | "email">): Promise<Entrance> => {
  if (!asksSecondFactor() || !isStaffRole(account.role)) return opened(account);
  await beginEnrolment(account._id);
  return { secondFactor: await newSecondFactorStep(account) };
};

/** Whoever comes is not forgotten. */
const opened = async (account: Pick<AccountDocument, "_id" | "role">): Promise<Entrance> => {
  await markContact(account._id.toHexString());
  return { session: await openSession(account), role: account.role };
};
