import mongoose from "mongoose";
import { now } from "#server/platform/clock.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { anyOf, not } from "#server/platform/filter.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { type DispatchReason, type ResendableState, resendableStates } from "#shared/messages/dispatch-reasons.ts";
import { sendDispatch, sweepDispatches } from "#shared/messages/message-jobs.ts";
import { DispatchModel } from "./dispatch-model.ts";
import { keptDays } from "./forget.ts";
import type { MailKind } from "./mail-kinds.ts";

/** Mails that ended alike, and that an admin may send again together. */
export type ResendableGroup = {
  readonly state: ResendableState;
  /** Null for those that an older version settled. */
  readonly reason: DispatchReason | null;
  readonly count: number;
  readonly kinds: readonly { readonly kind: MailKind; readonly count: number }[];
};

/** The largest first. */
export const resendableGroups = async (): Promise<ResendableGroup[]> => {
  const found = await DispatchModel.aggregate<Counted>([
    { $match: { state: anyOf(resendableStates), ...stillWhole({ until: now() }) } },
    { $group: { _id: { state: "$state", reason: "$reason", kind: "$kind" }, count: { $sum: 1 } } },
  ]);
  const groups = new Map<string, ResendableGroup>();
  for (const { _id, count } of found) {
    const key = `${_id.state} ${_id.reason ?? null}`;
    const group = groups.get(key) ?? { state: _id.state, reason: _id.reason ?? null, count: 0, kinds: [] };
    const kinds = [...group.kinds, { kind: _id.kind, count }].sort((one, other) => other.count - one.count);
    groups.set(key, { ...group, count: group.count + count, kinds });
  }
  return [...groups.values()].sort((one, other) => other.count - one.count);
};

type Counted = {
  readonly _id: { readonly state: ResendableState; readonly reason?: DispatchReason | null; readonly kind: MailKind };
  readonly count: number;
};

type Chosen = { readonly state: ResendableState; readonly reason: DispatchReason | null; readonly until: Date };

/**
 * Sends again all that had ended alike when the admin read how many (`until`); returns how many leave. A second press
 * finds none: they wait already, and what ends anew has ended after.
 */
export const resendAll = async ({ state, reason, until }: Chosen): Promise<number> => {
  const { modifiedCount } = await DispatchModel.updateMany(
    { state, reason, ...stillWhole({ until }) },
    { $set: askedAgain(), $inc: { doubts: doubtOf(state) } },
  );
  if (modifiedCount > 0) await enqueue(sweepDispatches, {});
  return modifiedCount;
};

/**
 * An admin asks for a mail that may not have arrived, or was given up, to be sent once more.
 * @param decision "as-policy" refuses the kinds sent at most once; "despite-doubt" is the admin's own word
 * @throws Failure("missing") or Failure("conflict", "mail-sent-at-most-once" | "mail-text-forgotten" |
 *   "mail-too-late" | "mail-not-stuck")
 */
export const resendUnknown = async (
  dispatchId: string,
  decision: "as-policy" | "despite-doubt" = "as-policy",
): Promise<void> => {
  const row = await DispatchModel.findById(dispatchId).select("state policy html uselessAfter").lean();
  if (!row) throw new Failure("missing", "mail-missing");
  if (row.state !== "unknown" && row.state !== "bounced") throw new Failure("conflict", "mail-not-stuck");
  if (row.uselessAfter && row.uselessAfter <= now()) throw new Failure("conflict", "mail-too-late");
  if (row.html === "") throw new Failure("conflict", "mail-text-forgotten");
  if (row.state === "unknown" && row.policy === "atMostOnce" && decision === "as-policy")
    throw new Failure("conflict", "mail-sent-at-most-once");

  const moved = await DispatchModel.updateOne(
    { _id: new mongoose.Types.ObjectId(dispatchId), state: row.state },
    { $set: askedAgain(), $inc: { doubts: doubtOf(row.state) } },
  );
  if (moved.modifiedCount === 0) throw new Failure("conflict", "mail-not-stuck");
  await enqueue(sendDispatch, { dispatchId });
};

/** Its text is still here, and its hour is not past. */
const stillWhole = ({ until }: Pick<Chosen, "until">) => ({
  settledAt: mongoose.trusted({ $gt: new Date(now().getTime() - (keptDays + 1) * 86_400_000), $lte: until }),
  html: not(""),
  uselessAfter: mongoose.trusted({ $not: { $lte: now() } }),
});

/** As young as on its first day, with all its tries. */
const askedAgain = () => ({
  state: "pending" as const,
  notBefore: now(),
  askedAt: now(),
  attempts: 0,
  leaseUntil: null,
  handedAt: null,
  settledAt: null,
  reason: null,
  lastError: null,
});

const doubtOf = (state: ResendableState): number => (state === "unknown" ? 1 : 0);
