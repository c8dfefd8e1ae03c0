import { fork } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { AlertModel } from "#server/alerts/alert-model.ts";
import { compileAlert } from "#server/alerts/compile-alert.ts";
import { startStore } from "#server/embedded/store/start-store.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { now } from "#server/platform/clock.ts";
import { useQueue } from "#server/platform/enqueue.ts";
import { newId } from "#server/platform/fields.ts";
import { setLogLevel } from "#server/platform/log.ts";
import { useMail } from "#server/platform/mail/transport.ts";
import { connectMongo, disconnectMongo } from "#server/platform/mongo.ts";
import { openQueue } from "#server/platform/queue/open-queue.ts";
import { useSecret } from "#server/platform/signed-link.ts";
import { careAroundTulle, plainAlert } from "#test/alerts/given-alerts.ts";
import { anOffer } from "#test/offers/an-offer.ts";
import { performSendAlerts } from "#workers/alerts/send-alerts.ts";
import { messageWork } from "#workers/messages/message-work.ts";
import { runWork } from "#workers/run.ts";
import type { BenchTable } from "./print-table.ts";

/** `DIGESTS=3000 npm run bench -- digests` for a quick look. */
const { DIGESTS = "30000" } = process.env;
const people = Number(DIGESTS);
const offers = 60;

/** A morning's mails from the saved searches to the relay's last 250: store, queue and relay in their own processes. */
export const benchDigests = async (): Promise<BenchTable> => {
  const folder = mkdtempSync(join(tmpdir(), "elan-bench-"));
  setLogLevel("silent");
  useSecret("a secret for the bench only, thirty-two characters");
  const store = await startStore({ folder });
  await connectMongo(store.url);
  const sink = await openSink();
  await useMail({ smtpUrl: sink.url, folder: "", from: "Élan Emploi <site@elan.invalid>" });
  await seed();
  const queue = await openQueue({ redisUrl: null, folder });
  useQueue(queue);
  const work = await runWork([messageWork]);

  const [started, worker, kept] = [performance.now(), process.cpuUsage(), processorMsOf(store.pid)];
  await performSendAlerts();
  const promised = performance.now() - started;
  const { people: served, mails } = await sink.all(people);
  const whole = performance.now() - started;
  const { user, system } = process.cpuUsage(worker);
  const storeMs = processorMsOf(store.pid) - kept;

  await work.stop();
  await queue.close();
  useQueue(null);
  sink.close();
  await disconnectMongo();
  await store.stop();
  rmSync(folder, { recursive: true, force: true });
  return {
    title: "Digests: matched, rendered, promised and handed to a local relay",
    columns: [
      "people",
      "people served",
      "mails at the relay",
      "promised in s",
      "all at the relay in s",
      "mails a second",
      "processor of the worker, ms a mail",
      "of the store, ms a mail",
    ],
    rows: [
      [
        people,
        served,
        mails,
        promised / 1000,
        whole / 1000,
        mails / (whole / 1000),
        (user + system) / 1000 / mails,
        storeMs / mails,
      ],
    ],
  };
};

/** What a process used of the processor since it began; not a number where there is no /proc. */
const processorMsOf = (pid: number): number => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [user = "", system = ""] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13);
    return (Number(user) + Number(system)) * 10; // counted in hundredths of a second
  } catch {
    return Number.NaN;
  }
};

const Told = z.object({ mails: z.number(), people: z.number() });

const openSink = async () => {
  const child = fork("test/bench/mail-sink.ts", { execArgv: ["--import", "tsx"] });
  const first = await new Promise<unknown>((resolve) => child.once("message", resolve));
  const { url } = z.object({ url: z.string() }).parse(first);
  const all = (count: number): Promise<z.infer<typeof Told>> =>
    new Promise((resolve) => {
      child.on("message", (message) => {
        const told = Told.parse(message);
        if (told.people >= count) resolve(told);
      });
    });
  return { url, all, close: () => child.disconnect() };
};

/** Everyone looks for the same trade, each around a radius of their own: ten offers a mail, the most there can be. */
const seed = async (): Promise<void> => {
  await OfferModel.insertMany(
    Array.from({ length: offers }, (_, at) => {
      const { id: _id, ...offer } = anOffer({
        reference: at + 1,
        sequence: at + 1,
        title: `Aide-soignant, unité ${at}`,
        publishedAt: new Date(now().getTime() - 3_600_000).toISOString(),
        companyId: newId().toHexString(),
        expiresOn: "2099-12-31",
      });
      return { ...offer, _id: newId(), effects: [] };
    }),
  );
  for (let at = 0; at < people; at += 1_000)
    await AlertModel.insertMany(
      Array.from({ length: Math.min(1_000, people - at) }, (_, step) => {
        const query = { ...careAroundTulle, radiusKm: 1 + ((at + step) % 60) };
        return { ...plainAlert(), email: `personne${at + step}@exemple.invalid`, query, compiled: compileAlert(query) };
      }),
    );
};
