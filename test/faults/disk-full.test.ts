import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SessionModel } from "#server/accounts/session-model.ts";
import { type RunningStore, startStore } from "#server/embedded/store/start-store.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";
import { type Answer, answersOf, type Day, givenDay } from "./cast.ts";

/** A small disk of its own in memory; only who may mount one can run this. */
const mounted = (folder: string): boolean => {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=300m", "tmpfs", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

const folder = mkdtempSync(join(tmpdir(), "elan-small-disk-"));
const small = mounted(folder);
if (!small) rmSync(folder, { recursive: true, force: true });

describe.skipIf(!small)("with a full disk (needs the right to mount a tmpfs)", () => {
  let store: RunningStore;
  let house: House;
  let day: Day;
  let full: Record<string, Answer>;
  let json: { status: number; code: string };
  let kept: Awaited<ReturnType<Day["kept"]>>;
  let freed: Record<string, Answer>;

  beforeAll(async () => {
    store = await startStore({ folder });
    house = await openHouse(store.url);
    day = await givenDay(house);
    await SessionModel.updateMany({}, { $set: { seenAt: new Date(Date.now() - 120_000) } }); // to be written again
    const { bavail, bsize } = statfsSync(folder);
    const ballast = join(folder, "ballast");
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - 20 * 2 ** 20));
    full = await answersOf({ ...day.reads, ...day.writes });
    const asked = await asks(house).postJson("/connexion", { email: "plein@exemple.invalid" });
    json = { status: asked.status, code: asked.body.error?.code };
    kept = await day.kept();
    rmSync(ballast);
    freed = await answersOf(day.writes);
  }, 120_000);
  afterAll(async () => {
    await house.close();
    await store.stop();
    execFileSync("umount", [folder]);
    rmSync(folder, { recursive: true, force: true });
  });

  it("people read all they could read, signed in or not", () => {
    expect(Object.keys(day.reads).map((name) => full[name]?.status)).toEqual(Object.keys(day.reads).map(() => 200));
  });

  it("who sends something hears that it cannot be kept, with the number, and nothing is kept by halves", () => {
    const refused = Object.keys(day.writes).map((name) => full[name]);

    expect(refused.map((one) => one?.status)).toEqual(refused.map(() => 503));
    for (const one of refused) {
      expect(one?.text).toContain("Nous ne pouvons rien enregistrer pour le moment");
      expect(one?.text).toContain("0 800 00 00 19");
    }
    expect(json).toEqual({ status: 503, code: "disk-full" });
    expect(kept).toEqual({ apply: 0, publish: 0 });
  });

  it("what was typed is still in the form", () => {
    expect(full["apply"]?.text).toContain("Bonjour");
  });

  it("all is taken once there is room again", async () => {
    expect(Object.values(freed).map(({ status }) => status)).toEqual(Object.values(freed).map(() => 303));
    expect(await day.kept()).toEqual({ apply: 1, publish: 1 });
  });
});
