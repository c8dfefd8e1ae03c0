import { Types } from "mongoose";
import { signInCodeMail } from "#client/accounts/account-mails.tsx";
import { now } from "#server/platform/clock.ts";
import { atLeast, lessThan } from "#server/platform/filter.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { sayMail } from "#server/platform/mail/say-mail.ts";
import { hashToken, newCode, newToken } from "#server/platform/tokens.ts";
import { type SignInPurpose, signInCodeAttempts, signInCodeMinutes } from "#shared/accounts/sign-in-code.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import { AccountModel } from "./account-model.ts";
import { type SignInCodeDocument, SignInCodeModel } from "./sign-in-code-model.ts";

/** Sends a code to any address, known or not: the screen never says which (SEC-11). Older codes of the address die. */
export const sendSignInCode = async (email: string, next: string | null): Promise<{ codeId: string }> => {
  const account = await AccountModel.findOne({ email }).lean();
  await SignInCodeModel.deleteMany({ email, purpose: "signIn" });
  const { code, link, codeId } = await newSignInCode(email, account?._id ?? null);
  const disabled = account?.status === "disabled";
  const mail = signInCodeMail({
    code,
    link: linkAddress(link, next),
    minutes: signInCodeMinutes,
    known: account !== null,
    disabled,
  });
  await dispatchMail({ dedupeKey: `sign-in-code-${codeId}`, kind: "sign-in-code", to: email, ...sayMail(mail) });
  return { codeId };
};

/** The code that was typed, used up, when it is right: two tabs cannot both use it. */
export const useCode = async (codeId: string, typed: string): Promise<SignInCodeDocument> => {
  const tried = await countTry({ _id: codeId });
  if (tried && tried.codeHash !== hashToken(`${codeId}${typed}`)) throw wrongField("code", "code-is-wrong");
  const used = tried && (await useUp(tried));
  if (!used) throw wrongField("code", "code-is-over");
  return used;
};

/** One try of the second factor, before its digits are looked at. @throws gone when the step is dead */
export const countSecondFactor = async (token: string): Promise<SignInCodeDocument> => {
  const step = await countTry({ linkHash: hashToken(token), purpose: "secondFactor" });
  if (!step) throw new Failure("gone", "second-factor-is-over");
  return step;
};

/** The step is over for whoever else holds its token. @throws gone for the second of two */
export const endSecondFactor = async (step: SignInCodeDocument): Promise<void> => {
  if (!(await useUp(step))) throw new Failure("gone", "second-factor-is-over");
};

type Tried = { readonly _id: string } | { readonly linkHash: string; readonly purpose: SignInPurpose };

/** Counted first, and only then compared: a hundred tries in the same instant are no more than five. */
const countTry = async (which: Tried): Promise<SignInCodeDocument | null> =>
  SignInCodeModel.findOneAndUpdate({ ...stillGood(), ...which }, { $inc: { attempts: 1 } }).lean();

const useUp = async ({ _id }: SignInCodeDocument): Promise<SignInCodeDocument | null> =>
  SignInCodeModel.findOneAndUpdate({ _id, usedAt: null }, { $set: { usedAt: now() } }).lean();

export const useLink = async (token: string, purpose: SignInPurpose): Promise<SignInCodeDocument> => {
  const used = await SignInCodeModel.findOneAndUpdate(
    { ...stillGood(), linkHash: hashToken(token), purpose },
    { $set: { usedAt: now() } },
  ).lean();
  if (!used) throw new Failure("gone", "link-is-over");
  return used;
};

/** Looks without using: mail scanners open links too. */
export const findLink = async (token: string, purpose: SignInPurpose): Promise<SignInCodeDocument | null> =>
  SignInCodeModel.findOne({ ...stillGood(), linkHash: hashToken(token), purpose }).lean();

export const findCode = async (codeId: string): Promise<SignInCodeDocument | null> =>
  SignInCodeModel.findById(codeId).lean();

/** The proof, for an hour, that a new person holds this address; it opens the page that asks the name. */
export const newRegistration = async (email: string): Promise<string> => {
  const token = newToken();
  await SignInCodeModel.create({
    ...blank(email, null),
    purpose: "register",
    codeHash: hashToken(newToken()),
    linkHash: hashToken(token),
    expiresAt: new Date(now().getTime() + 3_600_000),
  });
  return token;
};

/** The proof, for ten minutes, that a member of staff passed the first factor; it opens the page of the second. */
export const newSecondFactorStep = async (account: { _id: Types.ObjectId; email: string }): Promise<string> => {
  const token = newToken();
  await SignInCodeModel.create({
    ...blank(account.email, account._id),
    purpose: "secondFactor",
    codeHash: hashToken(newToken()),
    linkHash: hashToken(token),
    expiresAt: new Date(now().getTime() + signInCodeMinutes * 60_000),
  });
  return token;
};

const stillGood = () => ({ usedAt: null, expiresAt: atLeast(now()), attempts: lessThan(signInCodeAttempts) });

const newSignInCode = async (email: string, accountId: Types.ObjectId | null) => {
  const _id = new Types.ObjectId();
  const codeId = _id.toHexString();
  const code = newCode();
  const link = newToken();
  await SignInCodeModel.create({
    _id,
    ...blank(email, accountId),
    purpose: "signIn",
    codeHash: hashToken(`${codeId}${code}`),
    linkHash: hashToken(link),
    expiresAt: new Date(now().getTime() + signInCodeMinutes * 60_000),
  });
  return { code, link, codeId };
};

const blank = (email: string, accountId: Types.ObjectId | null) => ({
  email,
  accountId,
  attempts: 0,
  createdAt: now(),
  usedAt: null,
});

const linkAddress = (token: string, next: string | null): string =>
  `/connexion/lien/${token}${next ? `?suite=${encodeURIComponent(next)}` : ""}`;
