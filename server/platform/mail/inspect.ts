import mongoose from "mongoose";
import { now } from "#server/platform/clock.ts";
import { countFound } from "#server/platform/count.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { Failure } from "#shared/kernel/failure.ts";
import type { ListPage } from "#shared/kernel/page.ts";
import { sendDispatch } from "#shared/messages/message-jobs.ts";
import { DispatchModel, type DispatchState, dispatchStates } from "./dispatch-model.ts";
import type { DispatchPolicy, MailKind } from "./mail-kinds.ts";

export type DispatchFigures = {
  readonly byState: Readonly<Record<DispatchState, number>>;
  /** How long the mail that should have left first has been waiting; null when none waits. */
  readonly oldestPendingSeconds: number | null;
  /** Times a mail was sent again without knowing: the doubles people may have had. */
  readonly possibleDoubles: number;
};

export const dispatchFigures = async (): Promise<DispatchFigures> => {
  const [counts, oldest, doubted] = await Promise.all([
    Promise.all(dispatchStates.map((state) => DispatchModel.countDocuments({ state }))),
    DispatchModel.findOne({ state: "pending" }).sort({ notBefore: 1 }).select("createdAt").lean(),
    DispatchModel.aggregate<{ doubts: number }>([
      { $match: { doubts: { $gt: 0 } } },
      { $group: { _id: null, doubts: { $sum: "$doubts" } } },
    ]),
  ]);
  return {
    byState: Object.fromEntries(dispatchStates.map((state, at) => [state, counts[at] ?? 0])) as Record<
      DispatchState,
      number // every state has its count, in the order of the tuple
    >,
    oldestPendingSeconds: oldest ? Math.round((now().getTime() - oldest.createdAt.getTime()) / 1000) : null,
    possibleDoubles: doubted[0]?.doubts ?? 0,
  };
};

/** One line of the admin's list: no text, since staff have no business reading a person's mail. */
export type DispatchLine = {
  readonly id: string;
  readonly kind: MailKind;
  readonly policy: DispatchPolicy;
  readonly to: string;
  readonly state: DispatchState;
  readonly attempts: number;
  readonly doubts: number;
  readonly lastError: string | null;
  readonly createdAt: string;
  readonly sentAt: string | null;
  readonly notBefore: string;
};

const pageSize = 50;

/** Newest first, 50 a page; all states when `state` is null. */
export const listDispatches = async (asked: {
  state: DispatchState | null;
  page: number;
}): Promise<ListPage<DispatchLine>> => {
  const filter = asked.state === null ? {} : { state: asked.state };
  const [rows, total] = await Promise.all([
    DispatchModel.find(filter)
      .sort({ createdAt: -1 })
      .skip((asked.page - 1) * pageSize)
      .limit(pageSize)
      .select("kind policy to state attempts doubts lastError createdAt sentAt notBefore")
      .lean(),
    countFound(DispatchModel, filter),
  ]);
  const items = rows.map((row) => ({
    id: row._id.toHexString(),
    kind: row.kind,
    policy: row.policy,
    to: row.to,
    state: row.state,
    attempts: row.attempts,
    doubts: row.doubts,
    lastError: row.lastError,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    notBefore: row.notBefore.toISOString(),
  }));
  return { items, total, page: asked.page, pageSize };
};

/**
 * An admin asks for a mail that may not have arrived, or was given up, to be sent once more.
 * @param decision "as-policy" refuses the kinds sent at most once; "despite-doubt" is the admin's own word
 * @throws Failure("missing") or Failure("conflict", "mail-sent-at-most-once" | "mail-text-forgotten" | "mail-not-stuck")
 */
export const resendUnknown = async (
  dispatchId: string,
  decision: "as-policy" | "despite-doubt" = "as-policy",
): Promise<void> => {
  const row = await DispatchModel.findById(dispatchId).select("state policy html").lean();
  if (!row) throw new Failure("missing", "mail-missing");
  if (row.state !== "unknown" && row.state !== "bounced") throw new Failure("conflict", "mail-not-stuck");
  if (row.html === "") throw new Failure("conflict", "mail-text-forgotten");
  if (row.state === "unknown" && row.policy === "atMostOnce" && decision === "as-policy")
    throw new Failure("conflict", "mail-sent-at-most-once");

  const moved = await DispatchModel.updateOne(
    { _id: new mongoose.Types.ObjectId(dispatchId), state: row.state },
    {
      $set: { state: "pending", notBefore: now(), askedAt: now(), leaseUntil: null, handedAt: null, settledAt: null },
      $inc: { doubts: row.state === "unknown" ? 1 : 0 },
    },
  );
  if (moved.modifiedCount === 0) throw new Failure("conflict", "mail-not-stuck");
  await enqueue(sendDispatch, { dispatchId });
};
