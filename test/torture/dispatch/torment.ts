import { useQueue } from "#server/platform/enqueue.ts";
import { dispatchMails } from "#server/platform/mail/dispatch.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import type { MailKind } from "#server/platform/mail/mail-kinds.ts";
import { mailsTogether } from "#shared/messages/message-jobs.ts";
import { aMail, type MailHouse, testPatience } from "#test/messages/mail-house.ts";
import { moments } from "#test/messages/scripted-relay.ts";
import { type Draw, drawFrom, stormOf } from "./faults.ts";
import type { Manner, Order } from "./orders.ts";
import { storeSteps } from "./orders.ts";
import { judge, type Verdict } from "./verdict.ts";
import { startWorker, type Worker } from "./worker-process.ts";

export type Torment = {
  /** The worker's, as one file. */
  readonly program: string;
  readonly manner: Manner;
  readonly mails: number;
  readonly kills: number;
  readonly seed: number;
};

/** Longer than a lease, so that each worker finds what the last one left; shorter than a day for all of them. */
const hourMs = 3_600_000;
const betweenKillsMs = 200_000;

/**
 * Promises mails, then starts worker after worker while the relay fails two mails in five, and ends each with
 * SIGKILL at a moment drawn from all there are; then lets a last one work in peace, and judges.
 */
export const torment = async (
  house: MailHouse,
  { program, manner, mails, kills, seed }: Torment,
): Promise<Verdict & { readonly killed: number }> => {
  const draw = drawFrom(seed);
  await promiseMails(mails);
  house.relay.play(stormOf(draw));
  const begun = Date.now();
  const words = [house.mongoUrl, house.relay.url, manner, JSON.stringify(testPatience)];
  const start = (): Promise<Worker> => startWorker(program, words);
  const nthOf = ({ by }: Kill): number => {
    const perMoment = by === "worker" ? mailsTogether : 1; // they share their writes
    return 1 + draw(Math.max(2, Math.ceil((1.2 * mails) / kills / perMoment)));
  };
  let at = begun;
  let killed = 0;
  let spare = start();

  for (let round = 0; round < kills; round++) {
    const worker = await spare;
    spare = start(); // ready when this one dies: starting is what takes the time
    at += betweenKillsMs;
    if (round % 4 === 3) shutDoorFor(house, 40);
    const kill = killOf(round, draw);
    killed += (await workAndDie(house, { worker, at, kill, nth: nthOf(kill), draw })) ? 1 : 0;
  }

  house.relay.play({});
  house.relay.onMoment(() => undefined);
  const last = await spare;
  for (let round = 0, found = 1; round < 4 || (found > 0 && round < 8); round++) {
    at += 2 * hourMs;
    found = await last.work({ at, die: null });
  }
  last.leave();
  return { ...(await judge(house.relay.received)), killed };
};

const kinds = [
  "alert-digest",
  "positioning-step",
  "offer-expiring",
  "application-receipt",
  "dating-invitation",
  "account-state",
] as const satisfies readonly MailKind[];

/** The queue knows nothing of them: what the sweep finds is all there is. One in twenty is long. */
const promiseMails = async (count: number): Promise<void> => {
  await DispatchModel.deleteMany({});
  useQueue(null);
  for (let from = 0; from < count; from += 500) {
    const some = Array.from({ length: Math.min(500, count - from) }, (_, index) => {
      const n = from + index;
      const text = n % 20 === 0 ? "Une ligne de plus.\n".repeat(3_000) : "Bonjour.";
      return aMail({ kind: kinds[n % kinds.length] ?? "alert-digest", dedupeKey: `torment-${n}`, text });
    });
    await dispatchMails(some);
  }
};

type Kill = { readonly by: "relay" | "relay, late" | "worker"; readonly step: string };

/** Each moment of the exchange, each write, and just after the 250. */
const killsThereAre: readonly Kill[] = [
  ...moments.map((step) => ({ by: "relay" as const, step })),
  { by: "relay, late", step: "DOT" },
  { by: "relay, late", step: "DOT" },
  ...storeSteps.flatMap((step) => [
    { by: "worker" as const, step },
    { by: "worker" as const, step },
  ]),
];

const killOf = (round: number, draw: Draw): Kill =>
  killsThereAre[round % killsThereAre.length] ??
  killsThereAre[draw(killsThereAre.length)] ?? { by: "relay", step: "DOT" };

type Dying = { worker: Worker; at: number; kill: Kill; nth: number; draw: Draw };

/** True when it died of it; false when there was too little to do for the moment to come. */
const workAndDie = async ({ relay }: MailHouse, { worker, at, kill, nth, draw }: Dying): Promise<boolean> => {
  let seen = 0;
  relay.onMoment((moment) => {
    if (kill.by === "worker" || moment !== kill.step) return;
    seen += 1;
    if (seen !== nth) return;
    if (kill.by === "relay") worker.kill();
    else setTimeout(worker.kill, draw(4));
  });
  const die = kill.by === "worker" ? ({ step: kill.step, nth, afterMs: draw(3) } as Order["die"]) : null; // of storeSteps
  const found = await worker.work({ at, die });
  worker.leave();
  return found < 0;
};

const shutDoorFor = ({ relay }: MailHouse, ms: number): void => {
  relay.refuse();
  setTimeout(() => void relay.open(), ms);
};
