import mongoose from "mongoose";
import { now } from "#server/platform/clock.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { handOver } from "#server/platform/mail/transport.ts";

// The test of the test: run in the product's place, each of these must be caught.

export const waitingMails = async (): Promise<readonly string[]> => {
  const rows = await DispatchModel.find({ state: "pending", notBefore: mongoose.trusted({ $lte: now() }) })
    .select("_id")
    .lean();
  return rows.map(({ _id }) => _id.toHexString());
};

/** Sends, then writes that it did: a death or a silence in between sends again. */
export const sendThenMark = async (dispatchId: string): Promise<void> => {
  const row = await DispatchModel.findById(dispatchId).lean();
  if (row?.state !== "pending") return;
  const { result } = await handOver(row, async () => undefined);
  if (result === "accepted") await mark(dispatchId, "sent");
  if (result === "refused-for-good") await mark(dispatchId, "bounced", "EENVELOPE 550");
};

/** Writes that it sent, then sends: a death or a refusal in between loses the mail. */
export const markThenSend = async (dispatchId: string): Promise<void> => {
  const row = await DispatchModel.findOneAndUpdate({ _id: dispatchId, state: "pending" }, { state: "sent" }).lean();
  if (row) await handOver(row, async () => undefined);
};

const mark = async (dispatchId: string, state: "sent" | "bounced", lastError: string | null = null): Promise<void> => {
  await DispatchModel.updateOne({ _id: new mongoose.Types.ObjectId(dispatchId) }, { $set: { state, lastError } });
};
