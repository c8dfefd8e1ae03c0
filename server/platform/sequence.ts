import mongoose, { Schema } from "mongoose";
import { documentOptions, number, text } from "./fields.ts";

type Counter = { _id: string; value: number };

const schema = new Schema<Counter>({ _id: text, value: number }, documentOptions);
const CounterModel = mongoose.model<Counter>("Counter", schema, "counters");

/** The next number of a series that starts at 1. Two callers never get the same; a crash may leave a gap. */
export const nextSequence = async (name: string): Promise<number> => {
  const counter = await CounterModel.findOneAndUpdate(
    { _id: name },
    { $inc: { value: 1 } },
    { upsert: true, returnDocument: "after" },
  ).lean();
  return counter.value;
};

/** The last number given, 0 before the first. */
export const lastSequence = async (name: string): Promise<number> =>
  (await CounterModel.findById(name).lean())?.value ?? 0;

/** Moves a series to `value`, when its first numbers were given elsewhere (a demonstration, an import). Never back. */
export const setSequence = async (name: string, value: number): Promise<void> => {
  await CounterModel.updateOne({ _id: name }, { $max: { value } }, { upsert: true });
};
