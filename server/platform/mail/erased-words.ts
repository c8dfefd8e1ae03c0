import mongoose, { Schema } from "mongoose";
import { now } from "#server/platform/clock.ts";
import { anyOf, moreThan } from "#server/platform/filter.ts";
import { signLink } from "#server/platform/signed-link.ts";
import { longestWaitDays } from "#shared/messages/dispatch-reasons.ts";
import type { DispatchFields } from "./dispatch-model.ts";
import type { MailKind } from "./mail-kinds.ts";

/**
 * What was theirs alone, of people just erased: a mail that was being written at that moment, by who had read of them
 * before, must not leave. Digests under our secret: they meet mails promised within a day, for as long as such a mail
 * may wait.
 */
const schema = new Schema(
  { _id: { type: String, required: true }, expiresAt: { type: Date, required: true } },
  { strict: "throw", versionKey: false },
);
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 }); // forgotten once no such mail can wait

const dayMs = 86_400_000;
const waitMs = longestWaitDays * dayMs;

const ErasedWordModel = mongoose.model("ErasedWord", schema, "erased_words");

/** Written before the mails are erased: a mail promised after that is met by it when it is about to leave. */
export const rememberErased = async (words: readonly string[]): Promise<void> => {
  const expiresAt = new Date(now().getTime() + dayMs + waitMs);
  for (const _id of words.map(digestOf))
    await ErasedWordModel.updateOne({ _id }, { $set: { expiresAt } }, { upsert: true });
};

/** The same person, or the next holder of the address, has come in by it again. */
export const admitAgain = async (address: string): Promise<void> => {
  await ErasedWordModel.deleteOne({ _id: digestOf(address) });
};

type Said = Pick<DispatchFields, "kind" | "to" | "subject" | "text" | "createdAt">;

/** Of these mails, those for an erased person, or that say something that was theirs alone. */
export const concerningErased = async <Mail extends Said>(mails: readonly Mail[]): Promise<ReadonlySet<Mail>> => {
  const asked = mails.filter(({ kind }) => !askedBefore.includes(kind));
  const remembered = { expiresAt: moreThan(now()) };
  const anybody = asked.length > 0 && (await ErasedWordModel.exists(remembered)) !== null;
  if (!anybody) return new Set();
  const digests = new Map(asked.map((mail) => [mail, digestsOf(mail)]));
  const found = await ErasedWordModel.find({ ...remembered, _id: anyOf([...digests.values()].flat()) }).lean();
  const metUntil = new Map<string, number>(found.map(({ _id, expiresAt }) => [_id, expiresAt.getTime() - waitMs]));
  const isMet = (mail: Mail): boolean =>
    (digests.get(mail) ?? []).some((digest) => mail.createdAt.getTime() < (metUntil.get(digest) ?? 0));
  return new Set(asked.filter(isMet));
};

const digestsOf = ({ to, subject, text }: Said): string[] => [to, ...tokensOf(`${subject}\n${text}`)].map(digestOf);

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
