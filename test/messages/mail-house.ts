import { randomBytes } from "node:crypto";
import mongoose from "mongoose";
import { inject } from "vitest";
import { setClock } from "#server/platform/clock.ts";
import { useQueue } from "#server/platform/enqueue.ts";
import { setLogLevel } from "#server/platform/log.ts";
import type { OutgoingMail } from "#server/platform/mail/outgoing-mail.ts";
import { useMail } from "#server/platform/mail/transport.ts";
import { connectMongo, disconnectMongo } from "#server/platform/mongo.ts";
import { type MemoryQueue, memoryQueue } from "#test/support/queue.ts";
import { messageWork } from "#workers/messages/message-work.ts";
import { type ScriptedRelay, startScriptedRelay } from "./scripted-relay.ts";

export type MailHouse = {
  readonly queue: MemoryQueue;
  readonly relay: ScriptedRelay;
  readonly mongoUrl: string;
  readonly close: () => Promise<void>;
};

export const testPatience = { connect: 300, silence: 300, whole: 900 };

/** The dispatch alone: a database of its own, the mails' workers, and a relay that does as it is told. */
export const openMailHouse = async (): Promise<MailHouse> => {
  setLogLevel("silent");
  const url = new URL(inject("storeUrl"));
  url.pathname = `/mail_${randomBytes(6).toString("hex")}`;
  await connectMongo(url.href);
  const queue = memoryQueue([messageWork]);
  useQueue(queue);
  const relay = await startScriptedRelay();
  await useMail({ smtpUrl: relay.url, folder: "", from: "Élan Emploi <site@elan.invalid>", patience: testPatience });
  return {
    queue,
    relay,
    mongoUrl: url.href,
    close: async () => {
      setClock();
      useQueue(null);
      await relay.stop();
      await mongoose.connection.dropDatabase();
      await disconnectMongo();
    },
  };
};

export const aMail = (over: Partial<OutgoingMail> = {}): OutgoingMail => ({
  dedupeKey: `test-${randomBytes(8).toString("hex")}`,
  kind: "application-receipt",
  to: "lea@example.invalid",
  subject: "Votre candidature est partie",
  html: "<p>Votre candidature est partie.</p>",
  text: "Votre candidature est partie.",
  ...over,
});

/** So many seconds from now, for `setClock`. */
export const inSeconds = (seconds: number): Date => new Date(Date.now() + seconds * 1000);
