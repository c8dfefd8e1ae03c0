import { randomBytes } from "node:crypto";
import type { Request } from "express";
import mongoose, { Schema } from "mongoose";
import { now } from "#server/platform/clock.ts";
import { letters } from "#server/platform/letters.ts";
import { hashToken } from "#server/platform/tokens.ts";
import { networkOf } from "./client-network.ts";
import { countAttempt } from "./rate-limit.ts";
import { type Typed, typedOf } from "./typed.ts";

/**
 * What a person had typed when the session turned out to have ended. It waits one day behind an unguessable address,
 * to be sent again after signing in; sent or not, it then goes.
 */
const keptFormSchema = new Schema(
  {
    tokenHash: { type: String, required: true, unique: true }, // found by the address's token only
    action: { type: String, required: true },
    typed: { type: String, required: true },
    expiresAt: { type: Date, required: true },
  },
  { strict: "throw", versionKey: false },
);
keptFormSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 }); // nothing typed stays longer than a day

const KeptFormModel = mongoose.model("KeptForm", keptFormSchema, "kept_forms");

// Whoever sends one need not be anybody: people of one place whose sessions ended, not a machine that fills the disk.
const perIp = { name: "kept-form", most: 60, minutes: 15 };

/** Keeps the form and gives the address that leads back to it through sign-in. @throws Failure "too-many" */
export const keepForm = async (request: Request): Promise<string> => {
  await countAttempt(perIp, networkOf(request.ip ?? ""));
  const { password: _password, newPassword: _newPassword, code: _code, ...typed } = typedOf(request.body);
  const token = randomBytes(24).toString("base64url");
  await KeptFormModel.create({
    tokenHash: hashToken(token),
    action: request.originalUrl,
    typed: JSON.stringify(typed),
    expiresAt: new Date(now().getTime() + 86_400_000),
  });
  return `/connexion?suite=${encodeURIComponent(`/reprise/${token}`)}&garde=oui`;
};

export type KeptForm = { readonly action: string; readonly typed: Typed };

export const findKeptForm = async (token: string): Promise<KeptForm | null> => {
  const kept = await KeptFormModel.findOne({ tokenHash: hashToken(token) }).lean();
  return kept ? { action: kept.action, typed: JSON.parse(kept.typed) } : null;
};

/** A person is erased: what they had typed and not sent, as far as it names them; the rest goes within the day. */
export const forgetKeptForms = async (words: readonly string[]): Promise<void> => {
  const named = words.map((word) => letters(JSON.stringify(word).slice(1, -1))).join("|"); // as JSON wrote them
  await KeptFormModel.deleteMany({ typed: mongoose.trusted({ $regex: new RegExp(named, "i") }) });
};
