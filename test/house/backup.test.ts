import { appendFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mongoose from "mongoose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { SessionModel } from "#server/accounts/session-model.ts";
import { ApplicationModel } from "#server/applications/application-model.ts";
import { restoreBackup } from "#server/backup/restore-backup.ts";
import { beginRestore, readLastRestore } from "#server/backup/restore-state.ts";
import { writeBackup } from "#server/backup/write-backup.ts";
import { CvModel } from "#server/cvs/cv-model.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { listMails } from "#server/platform/mail/transport.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { givenApplication, givenCandidate } from "#test/applications/given-hiring.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";

let house: House;
const home = mkdtempSync(join(tmpdir(), "elan-backup-"));
let count = 0;
const newFolder = (): string => {
  count += 1;
  return join(home, `backup-${count}`);
};

beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  await Promise.all(Object.values(mongoose.models).map((model) => model.collection.deleteMany({})));
});
afterAll(async () => {
  await house.close();
  rmSync(home, { recursive: true, force: true });
});

/** The sums of each collection, by name. */
const sums = ({ collections }: Awaited<ReturnType<typeof writeBackup>>): Record<string, string> =>
  Object.fromEntries(collections.map(({ name, sha256 }) => [name, sha256]));

describe("a backup", () => {
  it("that is restored gives every document back, byte for byte", async () => {
    const { id } = await givenApplication(house);
    const folder = newFolder();
    const before = await writeBackup(folder);
    await ApplicationModel.deleteMany({});
    await CvModel.updateMany({}, { $set: { radiusKm: 99 } });

    await restoreBackup(folder);

    expect(sums(await writeBackup(newFolder()))).toEqual(sums(before));
    expect(await ApplicationModel.exists({ _id: id })).not.toBeNull();
  });

  it("leaves sessions and codes out: whoever comes back signs in again", async () => {
    const person = await givenCandidate();
    const folder = newFolder();
    await writeBackup(folder);

    await restoreBackup(folder);

    expect(existsSync(join(folder, "sessions.bson"))).toBe(false);
    expect(await SessionModel.countDocuments()).toBe(0);
    expect((await asks(house, person).get("/mes-pistes")).status).toBe(303);
  });

  it("does not overwrite a folder", async () => {
    const folder = newFolder();
    await writeBackup(folder);

    await expect(writeBackup(folder)).rejects.toThrow("existe déjà");
  });
});

describe("a restored backup", () => {
  it("keeps whoever was erased since erased", async () => {
    const gone = await givenCandidate();
    const stays = await givenCandidate();
    const folder = newFolder();
    await writeBackup(folder);
    const page = await asks(house, gone).post("/mon-compte/effacement", { confirmation: "EFFACER" });
    expect(page.status).toBe(303);
    await house.drain();
    expect(await AccountModel.exists({ _id: gone.id })).toBeNull();

    const { erasedAgain } = await restoreBackup(folder);
    expect(await AccountModel.exists({ _id: gone.id, status: "active" })).toBeNull();
    await enqueue(settleJob("accounts"), { id: gone.id });
    await house.drain();

    expect(erasedAgain).toBe(1);
    expect(await AccountModel.exists({ _id: gone.id })).toBeNull();
    expect(await CvModel.exists({ accountId: gone.id })).toBeNull();
    expect(await AccountModel.exists({ _id: stays.id })).not.toBeNull();
  });

  it("sends no mail of its time again, whether it waited or was only owed", async () => {
    const { id } = await givenApplication(house);
    await DispatchModel.updateOne({ kind: "application-receipt" }, { $set: { state: "pending" } });
    await DispatchModel.deleteMany({ kind: "application-received" });
    await ApplicationModel.updateOne({ _id: id }, { $push: { effects: owe("received") } });
    const folder = newFolder();
    await writeBackup(folder);
    const mails = (await listMails()).length;

    const { heldMails } = await restoreBackup(folder);
    await readLastRestore();
    await enqueue(settleJob("applications"), { id });
    await house.drain();

    expect(heldMails).toBe(1);
    expect((await listMails()).length).toBe(mails);
    const states = await DispatchModel.find({}, { state: 1 }).lean();
    expect(states.filter(({ state }) => state === "pending")).toEqual([]);
    expect(await DispatchModel.findOne({ kind: "application-received" }).lean()).toMatchObject({ state: "unknown" });
  });
});

describe("a restore", () => {
  it("of a damaged backup changes nothing", async () => {
    await givenApplication(house);
    const folder = newFolder();
    await writeBackup(folder);
    appendFileSync(join(folder, "accounts.bson"), "x");
    const accounts = await AccountModel.countDocuments();

    await expect(restoreBackup(folder)).rejects.toThrow("abîmée");

    expect(await AccountModel.countDocuments()).toBe(accounts);
  });

  it.each([
    ["a file missing", "cvs.bson", "incomplète"],
    ["no manifest", "manifest.json", "n’est pas une sauvegarde entière"],
  ])("with %s changes nothing", async (_name, file, says) => {
    await givenCandidate();
    const folder = newFolder();
    await writeBackup(folder);
    rmSync(join(folder, file));

    await expect(restoreBackup(folder)).rejects.toThrow(says);
    expect(await AccountModel.countDocuments()).toBe(1);
  });

  it("that was cut keeps the product from starting, until it is run again", async () => {
    const folder = newFolder();
    await writeBackup(folder);
    await beginRestore([]);

    await expect(readLastRestore()).rejects.toThrow("relancez");

    await restoreBackup(folder);
    await expect(readLastRestore()).resolves.toBeUndefined();
  });
});
