import mongoose from "mongoose";
import { now } from "#server/platform/clock.ts";
import { letters } from "#server/platform/letters.ts";
import { DispatchModel } from "./dispatch-model.ts";
import type { Claim } from "./dispatch-steps.ts";
import { rememberErased } from "./erased-words.ts";
import { forgetKeptMails, forgetKeptMailsAbout } from "./transport.ts";

/** Days during which a person who asks "did you write to me?" gets an answer. */
export const keptDays = 30;

const nothingPersonal = { to: "", subject: "", html: "", text: "", unsubscribeUrl: null, ics: null };

/** The rows stay, so that the same mail is not promised again; what they say of a person goes. */
export const forgetOldMails = async (): Promise<number> => {
  const old = mongoose.trusted({ $lte: new Date(now().getTime() - keptDays * 86_400_000) });
  const states = ["sent", "bounced", "unknown"] as const;
  const forgotten = await Promise.all(
    states.map((state) =>
      DispatchModel.updateMany({ state, settledAt: old, to: mongoose.trusted({ $ne: "" }) }, { $set: nothingPersonal }),
    ),
  );
  return forgotten.reduce((sum, { modifiedCount }) => sum + modifiedCount, 0);
};

/** A person is erased: nothing more leaves for this address, and nothing of what left is kept. */
export const eraseMailsTo = async (address: string): Promise<void> => {
  await rememberErased([address]);
  await DispatchModel.updateMany(
    { to: address, state: mongoose.trusted({ $in: ["pending", "sending", "unknown"] }) },
    {
      $set: {
        state: "bounced",
        reason: "erased",
        settledAt: now(),
        leaseUntil: null,
        lastError: "the person was erased",
      },
    },
  );
  await DispatchModel.updateMany({ to: address }, { $set: nothingPersonal });
  await forgetKeptMails(address);
};

/**
 * A person is erased: what was written about them to somebody else goes too, and does not leave if it has not.
 * @param words what is theirs alone: an address, a number, the id in a link
 */
export const eraseMailsAbout = async (words: readonly string[]): Promise<void> => {
  if (words.length === 0) return;
  await rememberErased(words);
  for (const about of saying(words))
    await DispatchModel.updateMany(
      { ...about, state: mongoose.trusted({ $in: ["pending", "sending", "unknown"] }) },
      {
        $set: {
          state: "bounced",
          reason: "erased",
          settledAt: now(),
          leaseUntil: null,
          lastError: "the person it names was erased",
        },
      },
    );
  await forgetMailsNaming(words);
};

/** A mail that its writer had begun before the person was erased: it stays here, empty. */
export const dropErased = async ({ _id, claimId }: Claim): Promise<void> => {
  const lastError = "the person was erased meanwhile";
  await DispatchModel.updateOne(
    { _id, claimId, state: "sending" },
    { $set: { ...nothingPersonal, state: "bounced", reason: "erased", settledAt: now(), leaseUntil: null, lastError } },
  );
};

/** Our copies of mails that left and say one of these words; a namesake's loses nothing: it has arrived. */
export const forgetMailsNaming = async (names: readonly string[]): Promise<void> => {
  for (const about of saying(names))
    await DispatchModel.updateMany(
      { ...about, state: mongoose.trusted({ $in: ["sent", "bounced"] }) },
      { $set: nothingPersonal },
    );
  await forgetKeptMailsAbout(wordsOf(names));
};

/** A space of theirs may have been tied to what follows it (client/kernel/typeset.ts). */
const wordsOf = (words: readonly string[]): RegExp =>
  new RegExp(words.map((word) => letters(word).replaceAll(" ", "[ \u00a0\u202f]")).join("|"), "i");

const saying = (words: readonly string[]) => {
  const said = mongoose.trusted({ $regex: wordsOf(words) });
  return [{ text: said }, { subject: said }] as const;
};
