import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { setClock } from "#server/platform/clock.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import type { MailKind } from "#server/platform/mail/mail-kinds.ts";
import { handOver } from "#server/platform/mail/transport.ts";
import { performSendDispatch } from "#workers/messages/send-dispatch.ts";
import { performSweepDispatches } from "#workers/messages/sweep-dispatches.ts";
import { aMail, inSeconds, type MailHouse, openMailHouse } from "./mail-house.ts";
import { type Act, type Moment, moments, type Script } from "./scripted-relay.ts";

/** 40 in the suite; `npm run torture -- mails` asks for 1 000. */
const perKind = Number(process.env.TORTURE_MAILS ?? 40);
const patienceMs = perKind * 1_000;
const kinds = ["alert-digest", "positioning-step"] as const satisfies readonly MailKind[];

/** A relay that fails every other connection, most often at the final dot, from a seed that the title prints. */
const stormFrom = (seed: number): (() => Script) => {
  let state = seed;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  const faults: readonly Act[] = ["cut", "cut", { reply: "421 later" }, { reply: "451 later" }];
  return () => {
    if (draw(2) === 0) return {};
    const moment: Moment = moments[draw(2 * moments.length)] ?? "DOT";
    return { [moment]: faults[draw(faults.length)] ?? "cut" };
  };
};

describe("through a storm of faults, with four workers at once", () => {
  let house: MailHouse;
  const seed = Number(process.env.STORM_SEED ?? Math.floor(Math.random() * 1e9));

  beforeAll(async () => {
    house = await openMailHouse();
  });
  afterAll(() => house.close());
  afterEach(async () => {
    setClock();
    house.relay.received.length = 0;
    await DispatchModel.deleteMany({});
  });

  const promiseAll = async (): Promise<readonly string[]> => {
    const mails = kinds.flatMap((kind) => Array.from({ length: perKind }, (_, at) => ({ kind, at })));
    await Promise.all(mails.map(({ kind, at }) => dispatchMail(aMail({ kind, dedupeKey: `storm-${kind}-${at}` }))));
    return (await DispatchModel.find({}).select("_id").lean()).map(({ _id }) => _id.toHexString());
  };

  const inParallel = async (ids: readonly string[], perform: (id: string) => Promise<void>): Promise<void> => {
    const waiting = [...ids, ...ids]; // each is asked for twice, as a queue that stalls does
    const worker = async (): Promise<void> => {
      for (let id = waiting.shift(); id; id = waiting.shift()) await perform(id);
    };
    await Promise.all(Array.from({ length: 4 }, worker));
  };

  /** Kind by kind: how many different mails came, and how many came more than once. */
  const arrivals = async () => {
    const times = new Map<string, number>();
    for (const { raw } of house.relay.received) {
      const id = /^Message-ID: <(\w+)@/im.exec(raw)?.[1] ?? "";
      times.set(id, (times.get(id) ?? 0) + 1);
    }
    const rows = await DispatchModel.find({}).select("kind state doubts").lean();
    return (kind: MailKind) => {
      const mine = rows.filter((row) => row.kind === kind);
      const counts = mine.map(({ _id }) => times.get(_id.toHexString()) ?? 0);
      return {
        arrived: counts.filter((count) => count > 0).length,
        doubled: counts.filter((count) => count > 1).length,
        unseen: mine.filter((row, at) => counts[at] === 0 && row.state !== "unknown").length,
        surplus: counts.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
        doubts: mine.reduce((sum, row) => sum + row.doubts, 0),
      };
    };
  };

  it(
    `nothing is lost, no digest is doubled, and every possible double is counted (seed ${seed})`,
    async () => {
      house.relay.play(stormFrom(seed));
      await inParallel(await promiseAll(), (dispatchId) => performSendDispatch({ dispatchId }));
      for (let hour = 1; hour <= 20; hour++) {
        if (hour === 6) house.relay.play({}); // before any mail has used up its tries
        setClock(inSeconds(hour * 3_600));
        await performSweepDispatches();
        await house.queue.drain();
      }

      const of = await arrivals();
      expect(of("alert-digest")).toMatchObject({ doubled: 0, unseen: 0, doubts: 0 });
      expect(of("positioning-step")).toMatchObject({ arrived: perKind, unseen: 0 });
      expect(of("positioning-step").surplus).toBeLessThanOrEqual(of("positioning-step").doubts);
    },
    patienceMs,
  );

  it(
    "a worker that only tries again until it hears 250 doubles digests: the storm is strong enough to show it",
    async () => {
      house.relay.play(stormFrom(42));
      await inParallel(await promiseAll(), sendNaively);

      const of = await arrivals();
      expect(of("alert-digest").doubled).toBeGreaterThan(0);
    },
    patienceMs,
  );
});

const sendNaively = async (dispatchId: string): Promise<void> => {
  const row = await DispatchModel.findById(dispatchId).lean();
  if (!row || row.state === "sent") return;
  for (let attempt = 0; attempt < 5; attempt++) {
    const { result } = await handOver(row, async () => undefined);
    if (result === "accepted") break;
  }
  await DispatchModel.updateOne({ _id: row._id }, { $set: { state: "sent" } });
};
