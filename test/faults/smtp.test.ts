import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setClock } from "#server/platform/clock.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { testPatience } from "#test/messages/mail-house.ts";
import { asks } from "#test/support/people.ts";
import { type Answer, answersOf, type Day, everyFault, givenDay } from "./cast.ts";
import type { Fault } from "./faulty-line.ts";
import { openRelayBehindLine, type RelayBehindLine } from "./relay-behind-line.ts";

let scene: RelayBehindLine;
beforeAll(async () => {
  scene = await openRelayBehindLine();
});
afterAll(() => scene.close());

const states = async (): Promise<string[]> =>
  (await DispatchModel.find({}).select("state").lean()).map(({ state }) => state);

/** Message-IDs as the relay read them, a copy each time. */
const arrived = (): string[] =>
  scene.relay.received.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? "");

const faults: readonly Fault[] = ["refuse", "reset", "cut-answer", "stall"];

describe.each(faults)("with the mail relay behind a line that does %s", (fault) => {
  let day: Day;
  let answers: Record<string, Answer>;
  let tries: number;

  beforeAll(async () => {
    setClock();
    scene.relay.received.length = 0;
    await DispatchModel.deleteMany({});
    await scene.sendThrough(testPatience);
    day = await givenDay(scene.house);
    await scene.line.fail(fault);
    const before = scene.line.tries();
    answers = await answersOf({ ...day.reads, ...day.writes });
    await scene.house.drain();
    await scene.house.drain();
    tries = scene.line.tries() - before;
  }, 60_000);

  it("people do all they came for", () => {
    const refused = Object.entries(answers).filter(([, { status }]) => status !== 200 && status !== 303);
    expect(refused).toEqual([]);
  });

  it("who waits for a code is told to call if nothing comes", async () => {
    const asked = await asks(scene.house).post("/connexion", { email: `attend-${String(fault)}@exemple.invalid` });
    const page = await asks(scene.house).get(asked.headers.location ?? "");
    await scene.house.drain();

    expect(page.text).toContain("Toujours rien dans 10 minutes ? Appelez le numéro");
  });

  it("no mail is said to have left, and each is tried once and no more", async () => {
    expect(new Set(await states())).toEqual(new Set(["pending"]));
    expect(scene.relay.received).toHaveLength(0);
    expect(tries).toBeLessThanOrEqual(await DispatchModel.countDocuments({}));
  });

  it("each leaves once when the line is mended", async () => {
    await scene.line.fail("none");
    for (let minute = 0; minute < 3; minute++) await scene.sweepAfter(1);

    expect(new Set(await states())).toEqual(new Set(["sent"]));
    expect(new Set(arrived()).size).toBe(arrived().length);
    expect(arrived()).toHaveLength(await DispatchModel.countDocuments({}));
    expect(await day.kept()).toEqual({ apply: 1, publish: 1 });
  });
});

/** Run by `npm run torture -- faults` alone. */
const slowLines: Fault[] = everyFault ? [{ latencyMs: 2_000 }, { bytesPerSecond: 1_000 }] : [];

describe.each<Fault>(slowLines)("with the mail relay behind a line of %j", (fault) => {
  it("the mails leave all the same, each once", { timeout: 240_000 }, async () => {
    setClock();
    scene.relay.received.length = 0;
    await DispatchModel.deleteMany({});
    await scene.sendThrough();
    const day = await givenDay(scene.house);
    await scene.line.fail(fault);

    await answersOf(day.writes);
    await scene.house.drain();
    await scene.line.fail("none");

    expect(new Set(await states())).toEqual(new Set(["sent"]));
    expect(arrived()).toHaveLength(await DispatchModel.countDocuments({}));
  });
});
