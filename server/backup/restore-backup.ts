import { readFileSync } from "node:fs";
import mongoose from "mongoose";
import { eraseAgain, erasedSince } from "#server/accounts/tombstones.ts";
import { AlertModel } from "#server/alerts/alert-model.ts";
import { now } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { lastSequence } from "#server/platform/sequence.ts";
import { collectionFile, type Manifest, readManifest } from "./backup-folder.ts";
import { beginRestore, endRestore } from "./restore-state.ts";

export type Restored = {
  readonly manifest: Manifest;
  /** Accounts of the backup that were erased after it: shut again, and erased by the workers. */
  readonly erasedAgain: number;
  /** Mails that waited when the backup was made: kept for a human, never sent again by themselves. */
  readonly heldMails: number;
};

/**
 * Puts a backup in the place of what the connected database holds. Everything is checked before anything is changed;
 * cut in the middle, the product refuses to start until it is run again.
 */
export const restoreBackup = async (folder: string): Promise<Restored> => {
  const manifest = await readManifest(folder);
  const stones = await erasedSince(new Date(manifest.at));
  await beginRestore(stones);
  const { db } = mongoose.connection;
  if (!db) throw new Error("no connection to MongoDB");
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray())
    if (name !== "restores") await db.collection(name).drop();
  for (const { name } of manifest.collections) await load(db, folder, name);
  await Promise.all(Object.values(mongoose.models).map((model) => model.createIndexes()));
  const heldMails = await holdMails();
  await skipAlerts();
  const erasedAgain = await eraseAgain(await endRestore());
  return { manifest, erasedAgain, heldMails };
};

const atOnce = 500;

const load = async (db: mongoose.mongo.Db, folder: string, name: string): Promise<void> => {
  const bytes = readFileSync(collectionFile(folder, name));
  const { BSON } = mongoose.mongo;
  let batch: mongoose.mongo.BSON.Document[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + bytes.readInt32LE(at);
    // Numbers stay what they were: 1.0 a double, 1 an integer, long ones whole.
    batch.push(BSON.deserialize(bytes.subarray(at, end), { promoteValues: false }));
    at = end;
    if (batch.length < atOnce && at < bytes.length) continue;
    await db.collection(name).insertMany(batch);
    batch = [];
  }
};

const holdMails = async (): Promise<number> => {
  const held = await DispatchModel.updateMany(
    { state: anyOf(["pending", "sending"] as const) },
    {
      $set: {
        state: "unknown",
        reason: "restored",
        settledAt: now(),
        leaseUntil: null,
        lastError: "restored from a backup",
      },
    },
  );
  return held.modifiedCount;
};

/** What was published before the backup may have been told since: nobody is told twice. */
const skipAlerts = async (): Promise<void> => {
  await AlertModel.updateMany({}, { $max: { cursor: await lastSequence("offers") } });
};
