import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { setClock } from "#server/platform/clock.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import type { MailKind } from "#server/platform/mail/mail-kinds.ts";
import { performSweepDispatches } from "#workers/messages/sweep-dispatches.ts";
import { aMail, inSeconds, type MailHouse, openMailHouse } from "./mail-house.ts";
import type { Script } from "./scripted-relay.ts";

describe("a worker killed with -9", () => {
  let house: MailHouse;

  beforeAll(async () => {
    house = await openMailHouse();
  });
  afterAll(() => house.close());
  afterEach(async () => {
    setClock();
    house.relay.play({});
    house.relay.onTaken(() => undefined);
    house.relay.received.length = 0;
    await DispatchModel.deleteMany({});
  });

  /** Starts a worker on one mail and kills it at the moment `whenToKill` names. */
  const sendAndKill = async (kind: MailKind, script: Script, whenToKill: "after the 250" | "while it waits") => {
    await dispatchMail(aMail({ kind }));
    const row = await DispatchModel.findOne({}).lean();
    const id = row?._id.toHexString() ?? "";
    house.relay.play(script);
    const worker = spawn(process.execPath, ["--import", "tsx", workerFile, house.mongoUrl, house.relay.url, id]);
    const gone = new Promise((resolve) => worker.once("exit", (code, signal) => resolve(signal ?? code)));
    if (whenToKill === "after the 250") house.relay.onTaken(() => worker.kill("SIGKILL"));
    else {
      await until(async () => (await DispatchModel.countDocuments({ state: "sending" })) === 1);
      worker.kill("SIGKILL");
    }
    expect(await gone).toBe("SIGKILL");
    house.relay.onTaken(() => undefined);
    house.relay.play({});
  };

  const sweepForAnHour = async (): Promise<void> => {
    for (const seconds of [60, 200, 300, 3_600]) {
      setClock(inSeconds(seconds));
      await performSweepDispatches();
      await house.queue.drain();
    }
  };

  const messageIds = () => house.relay.received.map(({ raw }) => /^Message-ID: .*$/im.exec(raw)?.[0]);

  it("between the relay's 250 and its mark never doubles a digest", async () => {
    await sendAndKill("alert-digest", {}, "after the 250");

    await sweepForAnHour();

    expect(messageIds()).toHaveLength(1);
    expect(await DispatchModel.findOne({}).lean()).toMatchObject({ state: "unknown", doubts: 0 });
  });

  it("between the relay's 250 and its mark doubles another mail once at most, under the same Message-ID, and counts it", async () => {
    await sendAndKill("positioning-proposal", {}, "after the 250");

    await sweepForAnHour();

    expect(messageIds()).toHaveLength(2);
    expect(new Set(messageIds()).size).toBe(1);
    expect(await DispatchModel.findOne({}).lean()).toMatchObject({ state: "sent", doubts: 1 });
  });

  it.each(["alert-digest", "welcome"] as const)("before the text loses no %s and doubles none", async (kind) => {
    await sendAndKill(kind, { MAIL: "stall" }, "while it waits");

    await sweepForAnHour();

    expect(messageIds()).toHaveLength(1);
    expect(await DispatchModel.findOne({}).lean()).toMatchObject({ state: "sent", doubts: 0 });
  });
});

const workerFile = fileURLToPath(new URL("./lonely-worker.ts", import.meta.url));

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
};
