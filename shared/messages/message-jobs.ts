import { z } from "zod";
import { Id } from "#shared/kernel/ids.ts";
import { job } from "#shared/kernel/job.ts";

/**
 * Hands one mail of the dispatch to the relay. Tried once: a mail that must be tried again goes back to the
 * dispatch with the hour of its next try, and the sweep wakes it. The queue never decides that a mail leaves twice.
 */
export const sendDispatch = job({
  name: "send-dispatch",
  queue: "mail",
  attempts: 1,
  data: z.object({ dispatchId: Id }),
  key: ({ dispatchId }) => dispatchId,
});

/** Mails handed over together. */
export const mailsTogether = 8;

const severalAtOnce = {
  attempts: 1,
  data: z.object({ dispatchIds: z.array(Id).min(1).max(mailsTogether) }),
  key: ({ dispatchIds }: { dispatchIds: string[] }) =>
    [dispatchIds[0], dispatchIds.at(-1), dispatchIds.length].join("-"),
};

/**
 * The same for mails written together (a morning's alerts): they share the store's writes, and a queue of their own,
 * so that a code to sign in never waits behind them.
 */
export const sendDispatches = job({
  name: "send-dispatches",
  queue: "mailing",
  ...severalAtOnce,
});

/** The few that one act owes (a receipt, a word to the company) share the writes too, and wait behind no morning. */
export const sendFewDispatches = job({
  name: "send-few-dispatches",
  queue: "mail",
  ...severalAtOnce,
});

/** Wakes every mail that waits, and settles those whose worker vanished. */
export const sweepDispatches = job({
  name: "sweep-dispatches",
  queue: "mail",
  attempts: 1,
  data: z.strictObject({}),
  key: () => "all",
});

/** Clears address, subject and text of mails long gone; their row stays, so that none is ever sent again. */
export const forgetMails = job({
  name: "forget-mails",
  queue: "routine",
  attempts: 3,
  data: z.strictObject({}),
  key: () => "all",
});
