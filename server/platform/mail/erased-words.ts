import mongoose, { Schema } from "mongoose";
import { now } from "#server/platform/clock.ts";
import { signLink } from "#server/platform/signed-link.ts";
import type { DispatchFields } from "./dispatch-model.ts";
import type { MailKind } from "./mail-kinds.ts";

/**
 * What was theirs alone, of people just erased: a mail that was being written at that moment, by who had read of them
 * before, must not leave. Digests under our secret, for a day, the longest that a mail stays useful.
 */
const schema = new Schema(
  { _id: { type: String, required: true }, expiresAt: { type: Date, required: true } },
  { strict: "throw", versionKey: false },
);
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 }); // forgotten after a day

const ErasedWordModel = mongoose.model("ErasedWord", schema, "erased_words");

/** Written before the mails are erased: a mail promised after that is met by it when it is about to leave. */
export const rememberErased = async (words: readonly string[]): Promise<void> => {
  const expiresAt = new Date(now().getTime() + 86_400_000);
  for (const _id of words.map(digestOf))
    await ErasedWordModel.updateOne({ _id }, { $set: { expiresAt } }, { upsert: true });
};

/** The same person, or the next holder of the address, has come in by it again. */
export const admitAgain = async (address: string): Promise<void> => {
  await ErasedWordModel.deleteOne({ _id: digestOf(address) });
};

/** Whether this mail is for an erased person, or says something that was theirs alone. */
export const concernsErased = async (
  mail: Pick<DispatchFields, "kind" | "to" | "subject" | "text">,
): Promise<boolean> => {
  if (askedBefore.includes(mail.kind)) return false;
  const digests = [mail.to, ...tokensOf(`${mail.subject}\n${mail.text}`)].map(digestOf);
  return (
    (await ErasedWordModel.exists({
      expiresAt: mongoose.trusted({ $gt: now() }),
      _id: mongoose.trusted({ $in: digests }) as unknown as string,
    })) !== null
  ); // the key is a text
};

/** Asked a moment ago by who typed the address, whoever had it before. */
const askedBefore: readonly MailKind[] = ["sign-in-code", "alert-confirmation"];

const ids = /\b[0-9a-f]{24}\b/g;
const addresses = /[\w.+'-]+@[\w.-]+\w/g;
const phones = /(?:\+33|\b0)[\s.\u00a0\u202f]?\d(?:[\s.\u00a0\u202f]?\d){8}\b/g;

const tokensOf = (text: string): string[] => [
  ...new Set([ids, addresses, phones].flatMap((pattern) => text.match(pattern) ?? [])),
];

const digestOf = (word: string): string => signLink("erased", wordOf(word)).split(".").at(-1) ?? "";

/** A number is the same however it is spaced. */
const wordOf = (word: string): string => {
  const digits = word.replace(/[\s.\u00a0\u202f]/g, "").replace(/^\+33/, "0");
  return /^0\d{9}$/.test(digits) ? digits : word.toLowerCase();
};
