import mongoose, { Schema } from "mongoose";
import { now } from "#server/platform/clock.ts";
import { documentOptions, type Fields, instant, number, text } from "#server/platform/fields.ts";

/** How far an index was from the truth when the two were compared, before it was repaired. */
export type Drift = {
  /** What should be searchable. */
  readonly documents: number;
  readonly missing: number;
  readonly stale: number;
  readonly forgotten: number;
};

export type IndexCheck = Drift & { readonly index: string; readonly at: Date };

type CheckDocument = Drift & { _id: string; at: Date };

const fields = {
  _id: text,
  at: instant,
  documents: number,
  missing: number,
  stale: number,
  forgotten: number,
} satisfies Fields<CheckDocument> & { _id: typeof text };

const CheckModel = mongoose.model<CheckDocument>("IndexCheck", new Schema(fields, documentOptions), "index-checks");

/** Keeps the last comparison of an index, for the admin's page and the metrics of whichever process is asked. */
export const keepIndexCheck = async (index: string, drift: Drift): Promise<void> => {
  await CheckModel.replaceOne({ _id: index }, { ...drift, at: now() }, { upsert: true });
};

/** The last comparison of each index; none before the first night. */
export const indexChecks = async (): Promise<readonly IndexCheck[]> =>
  (await CheckModel.find().lean()).map(({ _id, ...check }) => ({ ...check, index: _id }));

export const driftOf = ({ missing, stale, forgotten }: Drift): number => missing + stale + forgotten;
