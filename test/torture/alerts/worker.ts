import mongoose from "mongoose";
import { setClock } from "#server/platform/clock.ts";
import { setLogLevel } from "#server/platform/log.ts";
import { connectMongo } from "#server/platform/mongo.ts";
import { useSecret } from "#server/platform/signed-link.ts";
import { performSendInstantAlerts } from "#workers/alerts/send-instant-alerts.ts";
import type { InstantOrder } from "./orders.ts";

// A worker in a process of its own, ready before it is needed: one instant run, and death at the write named.
const [mongoUrl = "", secret = ""] = process.argv.slice(2);

const writes = new Set(["updateOne", "updateMany", "insertMany", "deleteMany", "findOneAndUpdate", "bulkWrite"]);

/** Each write is told here just before it goes to the store; a little later, it may be there, acknowledged or not. */
const dieAt = ({ nth, afterMs }: NonNullable<InstantOrder["die"]>): void => {
  let seen = 0;
  mongoose.set("debug", (_collection: string, method: string) => {
    if (!writes.has(method)) return;
    seen += 1;
    if (seen !== nth) return;
    if (afterMs === 0) process.kill(process.pid, "SIGKILL");
    setTimeout(() => process.kill(process.pid, "SIGKILL"), afterMs);
  });
};

const work = async ({ at, die }: InstantOrder): Promise<void> => {
  setClock(new Date(at));
  if (die) dieAt(die);
  await performSendInstantAlerts();
  process.send?.({ done: 1 });
};

const begin = async (): Promise<void> => {
  setLogLevel("silent");
  useSecret(secret);
  await connectMongo(mongoUrl);
  process.on("message", (order: InstantOrder) => void work(order));
  process.on("disconnect", () => process.exit(0));
  process.send?.({ ready: true });
};
void begin();
