import mongoose, { Schema } from "mongoose";
import { eraseReasons, type Tombstone } from "#server/accounts/tombstones.ts";
import { now } from "#server/platform/clock.ts";
import { documentOptions, instant, instantOrNull, oneOf, parts, text } from "#server/platform/fields.ts";

type RestoreDocument = { _id: string; beganAt: Date; endedAt: Date | null; stones: Tombstone[] };

const schema = new Schema<RestoreDocument>(
  {
    _id: text,
    beganAt: instant,
    endedAt: instantOrNull,
    stones: parts({ pseudonym: text, at: instant, why: oneOf(eraseReasons) }),
  },
  documentOptions,
);

const RestoreModel = mongoose.model<RestoreDocument>("Restore", schema, "restores");

const last = "last";

/** Keeps who was erased before their list is replaced: a restore that is cut and run again still knows them. */
export const beginRestore = async (stones: readonly Tombstone[]): Promise<void> => {
  const cut = await RestoreModel.findOne({ _id: last, endedAt: null }).lean();
  const everyone = new Map([...(cut?.stones ?? []), ...stones].map((stone) => [stone.pseudonym, stone]));
  await RestoreModel.replaceOne(
    { _id: last },
    { beganAt: now(), endedAt: null, stones: [...everyone.values()] },
    { upsert: true },
  );
};

/** The product may start again. Gives who was erased after the backup. */
export const endRestore = async (): Promise<readonly Tombstone[]> => {
  const done = await RestoreModel.findOneAndUpdate({ _id: last }, { $set: { endedAt: now() } }).lean();
  return done?.stones ?? [];
};

let known: Date | null = null;

/**
 * Reads, at start, when a backup last took the place of the data.
 * @throws when a restore was cut: half of a database is worse than none
 */
export const readLastRestore = async (): Promise<void> => {
  const restore = await RestoreModel.findById(last).lean();
  if (restore && restore.endedAt === null)
    throw new Error("Une restauration a été coupée : relancez `npm run restore -- dossier`, puis démarrez.");
  known = restore?.endedAt ?? null;
};

/** What was owed before it is of another time. */
export const lastRestore = (): Date | null => known;
