import type { Types } from "mongoose";
import { Secret, TOTP } from "otpauth";
import { now } from "#server/platform/clock.ts";
import { lessThan } from "#server/platform/filter.ts";
import { log } from "#server/platform/log.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { seal, unseal } from "#server/platform/seal.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { type SecondFactorDocument, SecondFactorModel } from "./second-factor-model.ts";

let required = false;

/** Whether staff prove a second factor (SEC-13): always in production, never in a demonstration. */
export const useSecondFactor = (on: boolean): void => {
  required = on;
};

export const asksSecondFactor = (): boolean => required;

/** What a telephone needs to make codes; null once it has proved that it does: the secret is never shown again. */
export type Enrolment = { readonly secret: string; readonly address: string } | null;

/** The secret of this account, made at its first sign-in. Two tabs make one. */
export const beginEnrolment = async (accountId: Types.ObjectId): Promise<void> => {
  const sealedSecret = seal(purpose, new Secret({ size: 20 }).base32);
  try {
    await SecondFactorModel.updateOne(
      { accountId },
      { $setOnInsert: { accountId, sealedSecret, createdAt: now(), confirmedAt: null, lastStep: 0 } },
      { upsert: true },
    );
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
};

export const enrolmentOf = async (account: { _id: Types.ObjectId; email: string }): Promise<Enrolment> => {
  const factor = await findFactor(account._id);
  if (factor.confirmedAt) return null;
  const secret = secretOf(factor);
  const totp = new TOTP({ issuer, label: account.email, secret: Secret.fromBase32(secret) });
  return { secret: secret.replace(/(.{4})(?=.)/g, "$1 "), address: totp.toString() };
};

/**
 * Whether these six digits are the telephone's, now or one step (30 s) before or after: clocks drift. A step is used
 * up by one conditional update, so a code read over a shoulder opens nothing.
 */
export const provesSecondFactor = async (accountId: Types.ObjectId, digits: string): Promise<boolean> => {
  const factor = await findFactor(accountId);
  const totp = new TOTP({ secret: Secret.fromBase32(secretOf(factor)) });
  const at = now().getTime();
  const drift = totp.validate({ token: digits, timestamp: at, window: 1 });
  if (drift === null) return false;
  const step = Math.floor(at / 1000 / totp.period) + drift;
  const used = await SecondFactorModel.updateOne(
    { _id: factor._id, lastStep: lessThan(step) },
    { $set: { lastStep: step, confirmedAt: factor.confirmedAt ?? now() } },
  );
  return used.modifiedCount === 1;
};

/** Forgets the telephone: the next sign-in enrols another. */
export const forgetSecondFactor = async (accountId: string): Promise<void> => {
  await SecondFactorModel.deleteOne({ accountId });
};

const issuer = "Élan Emploi";
const purpose = "second factor";

const findFactor = async (accountId: Types.ObjectId): Promise<SecondFactorDocument> => {
  const factor = await SecondFactorModel.findOne({ accountId }).lean();
  if (!factor) throw new Failure("gone", "second-factor-is-over"); // reset meanwhile: sign in again
  return factor;
};

const secretOf = (factor: SecondFactorDocument): string => {
  const secret = unseal(purpose, factor.sealedSecret);
  if (secret !== null) return secret;
  log.error("a second factor was sealed under another SESSION_SECRET: it must be reset");
  throw new Failure("conflict", "second-factor-unreadable");
};
