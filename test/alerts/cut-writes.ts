import mongoose from "mongoose";

const writes = new Set([
  "updateOne",
  "updateMany",
  "insertOne",
  "insertMany",
  "deleteOne",
  "deleteMany",
  "findOneAndUpdate",
  "bulkWrite",
]);

/** From the nth write on, nothing of this process reaches the store: as if it had been killed there. */
export const cutAfter = (most: number): { cut: () => boolean } => {
  let done = 0;
  let cut = false;
  mongoose.set("debug", (_collection: string, method: string) => {
    if (!writes.has(method)) return;
    done += 1;
    if (done <= most) return;
    cut = true;
    throw new Error("cut");
  });
  return { cut: () => cut };
};

export const mend = (): void => {
  mongoose.set("debug", false);
};
