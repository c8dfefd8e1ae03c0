import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AlertDigestModel } from "#server/alerts/alert-digest-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { setClock } from "#server/platform/clock.ts";
import { useQueue } from "#server/platform/enqueue.ts";
import { not } from "#server/platform/filter.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { useMail } from "#server/platform/mail/transport.ts";
import { useSecret } from "#server/platform/signed-link.ts";
import { forgetAlerts, givenAlert, givenNewOffer, offersIn } from "#test/alerts/given-alerts.ts";
import { type MailHouse, openMailHouse } from "#test/messages/mail-house.ts";
import { forgetInstantBook } from "#workers/alerts/instant-book.ts";
import { performSendAlerts } from "#workers/alerts/send-alerts.ts";
import { performSweepDispatches } from "#workers/messages/sweep-dispatches.ts";
import type { InstantOrder } from "./alerts/orders.ts";
import { drawFrom } from "./dispatch/faults.ts";
import { bundleWorker, startWorker, type Worker } from "./dispatch/worker-process.ts";

/** Each write once in the suite; `npm run torture -- alerts` asks for 100 deaths among 100 people. */
const deaths = Number(process.env.TORTURE_ALERT_DEATHS ?? 12);
const crowd = Number(process.env.TORTURE_ALERT_PEOPLE ?? 12);
const seed = Number(process.env.STORM_SEED ?? Math.floor(Math.random() * 1e9));
const draw = drawFrom(seed);

const secret = "a secret for this torture only, thirty-two letters";
const noon = Date.parse("2026-12-02T11:00:00Z");
const minute = 60_000;
const people = Array.from({ length: crowd }, (_, at) => `personne${at}@exemple.invalid`);

let house: MailHouse;
let bundle: Awaited<ReturnType<typeof bundleWorker>>;
beforeAll(async () => {
  useSecret(secret);
  const from = "Élan Emploi <site@elan.invalid>";
  [house, bundle] = await Promise.all([openMailHouse(), bundleWorker(new URL("./alerts/worker.ts", import.meta.url))]);
  await useMail({ smtpUrl: house.relay.url, folder: "", from }); // a relay without fault: nobody need be impatient
});
afterAll(async () => {
  bundle.remove();
  await house.close();
});

const start = (): Promise<Worker<InstantOrder>> => startWorker(bundle.program, [house.mongoUrl, secret]);

/** Everybody asks for the same trade at once, one person in three by two alerts; three offers, one of them seconds old. */
const aNoon = async (at: number): Promise<readonly string[]> => {
  await forgetAlerts();
  await OfferModel.deleteMany({});
  forgetInstantBook();
  useQueue(null);
  setClock(new Date(at));
  for (const [index, email] of people.entries()) {
    await givenAlert({ email, frequency: "instant" });
    if (index % 3 === 0) await givenAlert({ email, label: "Seconde", frequency: "instant" });
  }
  const offers = [];
  for (const seconds of [200, 150, 1])
    offers.push(await givenNewOffer({ publishedAt: new Date(at - seconds * 1_000).toISOString() }));
  return offers.map(({ reference }) => String(reference)).sort();
};

/** What the relay took, by person. */
const arrived = (): readonly string[][] => {
  const texts = new Map<string, string[]>();
  for (const { to, raw } of house.relay.received.splice(0))
    for (const email of to) texts.set(email, [...(texts.get(email) ?? []), raw.replace(/=\r?\n/g, "")]);
  const told = (email: string): string[] => (texts.get(email) ?? []).flatMap((text) => offersIn({ text }));
  return people.map((email) =>
    told(email)
      .map((path) => path.split("-").at(-1) ?? "")
      .sort(),
  );
};

/** Hands over what is promised, in this process, whose queue knows nothing of what the dead one asked. */
const deliver = async (): Promise<void> => {
  useQueue(house.queue);
  await performSweepDispatches();
  await house.queue.drain();
};

type Death = { readonly nth: number; readonly afterMs: number; readonly neighbour: boolean };
type Workers = { readonly dying: Worker<InstantOrder>; readonly other: Worker<InstantOrder> };

/** One run that dies; the next minutes' runs, in another process; the next morning's. True when it died. */
const dieAndGoOn = async (at: number, { dying, other }: Workers, death: Death): Promise<boolean> => {
  const { nth, afterMs, neighbour } = death;
  const [ended] = await Promise.all([
    dying.work({ at, die: { nth, afterMs } }),
    neighbour ? other.work({ at, die: null }) : null,
  ]);
  dying.leave();
  await other.work({ at: at + minute, die: null });
  await other.work({ at: at + 5 * minute, die: null });
  setClock(new Date(at + 20 * 60 * minute));
  forgetInstantBook();
  await performSendAlerts();
  await deliver();
  return ended < 0;
};

/** The writes of one run are learnt when it ends before it dies. */
const deathOf = (round: number, writes: number): Death =>
  round < writes
    ? { nth: round + 1, afterMs: 0, neighbour: false }
    : { nth: 1 + draw(writes), afterMs: draw(6), neighbour: draw(3) === 0 };

describe(`an instant run for ${crowd} people, killed with -9 at each of its writes (seed ${seed})`, () => {
  it(
    "loses no offer and sends none twice, alone or beside another run",
    async () => {
      let killed = 0;
      let writes = deaths;
      const other = await start();
      let spare = start(); // ready when the one before is dead
      for (let round = 0; round < deaths; round++) {
        const at = noon + round * 7 * 86_400_000;
        const offers = await aNoon(at);
        const death = deathOf(round, writes);
        const dying = await spare;
        spare = start();
        const died = await dieAndGoOn(at, { dying, other }, death);
        if (!died) writes = Math.min(writes, round);
        killed += Number(died);

        const unsent = await DispatchModel.find({ state: not("sent") }, { state: 1, lastError: 1 }).lean();
        expect(unsent, `round ${round}: ${JSON.stringify(death)}`).toEqual([]);
        expect(arrived(), `round ${round}: ${JSON.stringify(death)}`).toEqual(people.map(() => offers));
        expect(await AlertDigestModel.countDocuments()).toBe(0);
      }
      for (const worker of [other, await spare]) worker.leave();
      process.stdout.write(`instant alerts: ${JSON.stringify({ deaths, killed, writes, people: crowd, seed })}\n`);
      expect(writes).toBeGreaterThan(7);
      expect(killed).toBeGreaterThan(deaths / 2);
    },
    60_000 + deaths * (10_000 + crowd * 100),
  );
});
