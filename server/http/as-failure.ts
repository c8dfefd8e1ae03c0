import mongoose from "mongoose";
import { isDiskFull } from "#server/platform/mongo.ts";
import { Failure } from "#shared/kernel/failure.ts";

/** Express' own refusals, a store that is away or whose disk is full, in our words; null for a fault of ours. */
export const asFailure = (error: unknown): Failure | null => {
  if (error instanceof Failure) return error;
  if (isStoreAway(metInMany(error))) return new Failure("unavailable", "unavailable");
  if (isDiskFull(error)) return new Failure("unavailable", "disk-full");
  const type = (error as { type?: unknown }).type;
  if (type === "entity.too.large" || type === "parameters.too.many") return new Failure("invalid", "payload-too-large");
  const status = (error as { status?: unknown }).status;
  return typeof status === "number" && status >= 400 && status < 500 ? new Failure("invalid", "unreadable") : null;
};

// NotWritablePrimary, its two kin, ShutdownInProgress, PrimarySteppedDown, two Interrupted: an election or a stop.
const storeIsLeaving: ReadonlySet<number> = new Set([91, 189, 10107, 11600, 11602, 13435, 13436]);

/** A write of many documents hides what the driver met. */
const metInMany = (error: unknown): unknown =>
  error instanceof mongoose.mongo.MongoBulkWriteError && error.errorResponse instanceof Error
    ? error.errorResponse
    : error;

const isStoreAway = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoNetworkError ||
  error instanceof mongoose.mongo.MongoServerSelectionError ||
  error instanceof mongoose.mongo.MongoNotConnectedError ||
  error instanceof mongoose.mongo.MongoTopologyClosedError ||
  (error as { code?: unknown } | null)?.code === "EPIPE" || // the driver lets through what a socket says as it closes
  (error instanceof mongoose.mongo.MongoServerError && storeIsLeaving.has(Number(error.code))) ||
  (error instanceof mongoose.MongooseError && /before initial connection|buffering|bufferCommands/.test(error.message));
