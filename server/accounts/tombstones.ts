import mongoose, { Schema } from "mongoose";
import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { documentOptions, instant, oneOf, text } from "#server/platform/fields.ts";
import { atLeast } from "#server/platform/filter.ts";
import { AccountModel } from "./account-model.ts";
import { pseudonymOf } from "./pseudonym.ts";

export const eraseReasons = ["asked", "unused", "after-backup"] as const;
export type EraseReason = (typeof eraseReasons)[number];

/** That somebody was erased, and when: not who. A backup restored later is cleaned with this list. */
export type Tombstone = { readonly pseudonym: string; readonly at: Date; readonly why: EraseReason };

type TombstoneDocument = { _id: string; at: Date; why: EraseReason };

const schema = new Schema<TombstoneDocument>({ _id: text, at: instant, why: oneOf(eraseReasons) }, documentOptions);
schema.index({ at: 1 }, { expireAfterSeconds: 3 * 365 * 86_400 }); // no backup is kept that long

const TombstoneModel = mongoose.model<TombstoneDocument>("Tombstone", schema, "tombstones");

export const bury = async (accountId: string, why: EraseReason): Promise<void> => {
  const stone = { $setOnInsert: { at: now(), why } };
  await TombstoneModel.updateOne({ _id: pseudonymOf(accountId) }, stone, { upsert: true });
};

/** Who was erased since this instant: read it from the living store before a backup takes its place. */
export const erasedSince = async (instant: Date): Promise<readonly Tombstone[]> => {
  const stones = await TombstoneModel.find({ at: atLeast(instant) })
    .sort({ at: 1 })
    .lean();
  return stones.map(({ _id, at, why }) => ({ pseudonym: _id, at, why }));
};

/**
 * After a backup was restored: the accounts that had been erased since are shut again at once, and owe their erasing,
 * which the workers do within a minute. Says how many came back. Twice is once.
 */
export const eraseAgain = async (stones: readonly Tombstone[]): Promise<number> => {
  const dead = new Set(stones.map(({ pseudonym }) => pseudonym));
  for (const { pseudonym, at, why } of stones)
    await TombstoneModel.updateOne({ _id: pseudonym }, { $setOnInsert: { at, why } }, { upsert: true });
  let found = 0;
  for await (const { _id } of AccountModel.find({ leavingAt: null }, { _id: 1 }).lean().cursor({ batchSize: 1_000 })) {
    if (!dead.has(pseudonymOf(_id.toHexString()))) continue;
    const shut = { $set: { leavingAt: now(), status: "disabled" }, $push: { effects: owe("erase", "after-backup") } };
    found += (await AccountModel.updateOne({ _id, leavingAt: null }, shut)).modifiedCount;
  }
  return found;
};
