import mongoose from "mongoose";
import { setClock } from "#server/platform/clock.ts";
import { setLogLevel } from "#server/platform/log.ts";
import { sweepMails } from "#server/platform/mail/sweep.ts";
import { useMail } from "#server/platform/mail/transport.ts";
import { connectMongo } from "#server/platform/mongo.ts";
import { performSendDispatch } from "#workers/messages/send-dispatch.ts";
import { markThenSend, sendThenMark, waitingMails } from "./naive-workers.ts";
import type { Manner, Order, StoreStep } from "./orders.ts";

// A worker in a process of its own, ready before it is needed: it works when ordered, and dies at the write named.
const [mongoUrl = "", smtpUrl = "", manner = "product", patience = "{}"] = process.argv.slice(2);

const ways: Record<Manner, { due: () => Promise<readonly string[]>; send: (dispatchId: string) => Promise<void> }> = {
  product: { due: sweepMails, send: (dispatchId) => performSendDispatch({ dispatchId }) },
  "sends-then-marks": { due: waitingMails, send: sendThenMark },
  "marks-then-sends": { due: waitingMails, send: markThenSend },
};

/** As many at once as the product's mail queue. */
const atOnce = 8;

const work = async ({ at, die }: Order): Promise<void> => {
  setClock(new Date(at));
  if (die) dieAt(die);
  const { due, send } = ways[manner as Manner];
  const ids = await due();
  const waiting = [...ids, ...ids.slice(-20)]; // some asked for twice, as a queue that stalls does
  const one = async (): Promise<void> => {
    for (let id = waiting.shift(); id; id = waiting.shift()) await send(id);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
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
  if (method === "findOneAndUpdate") return "claim";
  const set = (update as { $set?: Record<string, unknown> } | undefined)?.$set ?? {};
  if (method !== "updateOne") return null;
  return set.state === undefined ? "mark" : "settle";
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
