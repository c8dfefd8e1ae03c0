import mongoose from "mongoose";
import { now, setClock } from "#server/platform/clock.ts";
import { setLogLevel } from "#server/platform/log.ts";
import { sweepMails } from "#server/platform/mail/sweep.ts";
import { relayIsClosed, useMail } from "#server/platform/mail/transport.ts";
import { connectMongo } from "#server/platform/mongo.ts";
import { mailsTogether } from "#shared/messages/message-jobs.ts";
import { performSendDispatch, performSendDispatches } from "#workers/messages/send-dispatch.ts";
import { markThenSend, sendThenMark, waitingMails } from "./naive-workers.ts";
import type { Manner, Order, StoreStep } from "./orders.ts";

// A worker in a process of its own, ready before it is needed: it works when ordered, and dies at the write named.
const [mongoUrl = "", smtpUrl = "", manner = "product", patience = "{}"] = process.argv.slice(2);

/** The product's two ways: together, and one in five by itself. */
const sendSome = async (ids: readonly string[]): Promise<void> => {
  const alone = ids.filter((_, at) => at % 5 === 4);
  await Promise.all([
    performSendDispatches({ dispatchIds: ids.filter((id) => !alone.includes(id)) }),
    ...alone.map((dispatchId) => performSendDispatch({ dispatchId })),
  ]);
};

type Way = {
  readonly due: () => Promise<readonly string[]>;
  readonly send: (ids: readonly string[]) => Promise<void>;
  /** Jobs at once, and mails in each. */
  readonly jobs: number;
  readonly mails: number;
};

const oneByOne = { due: waitingMails, jobs: 8, mails: 1 } as const;

const ways: Record<Manner, Way> = {
  product: { due: sweepMails, send: sendSome, jobs: 2, mails: mailsTogether },
  "sends-then-marks": { ...oneByOne, send: ([id = ""]) => sendThenMark(id) },
  "marks-then-sends": { ...oneByOne, send: ([id = ""]) => markThenSend(id) },
};

const work = async ({ at, die }: Order): Promise<void> => {
  setClock(new Date(at));
  if (die) dieAt(die);
  const { due, send, jobs, mails } = ways[manner as Manner];
  const ids = await due();
  const waiting = [...ids, ...ids.slice(-20)]; // some asked for twice, as a queue that stalls does
  const one = async (): Promise<void> => {
    while (waiting.length > 0) {
      if (relayIsClosed())
        setClock(new Date(now().getTime() + 60_000)); // as the next minute's sweep would
      else await send(waiting.splice(0, mails));
    }
  };
  await Promise.all(Array.from({ length: jobs }, one));
  process.send?.({ done: ids.length });
};

/** Each write of the dispatch is told here just before it goes to the store. */
const dieAt = ({ step, nth, afterMs }: NonNullable<Order["die"]>): void => {
  let seen = 0;
  mongoose.set("debug", (collection: string, method: string, ...words: unknown[]) => {
    if (collection !== "dispatches" || stepOf(method, words[1]) !== step) return;
    seen += 1;
    if (seen !== nth) return;
    if (afterMs === 0) process.kill(process.pid, "SIGKILL");
    setTimeout(() => process.kill(process.pid, "SIGKILL"), afterMs);
  });
};

const stepOf = (method: string, update: unknown): StoreStep | null => {
  if (method !== "updateOne" && method !== "updateMany") return null;
  const set = (update as { $set?: Record<string, unknown> } | undefined)?.$set ?? {};
  if (set.state === undefined) return "mark";
  return set.state === "sending" ? "claim" : "settle";
};

const begin = async (): Promise<void> => {
  setLogLevel("silent");
  await connectMongo(mongoUrl);
  await useMail({ smtpUrl, folder: "", from: "Élan Emploi <site@elan.invalid>", patience: JSON.parse(patience) });
  process.on("message", (order: Order) => void work(order));
  process.on("disconnect", () => process.exit(0));
  process.send?.({ ready: true });
};
void begin();
