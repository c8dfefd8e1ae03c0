import { now } from "#server/platform/clock.ts";
import { countFound } from "#server/platform/count.ts";
import type { ListPage } from "#shared/kernel/page.ts";
import type { DispatchReason } from "#shared/messages/dispatch-reasons.ts";
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
  readonly reason: DispatchReason | null;
  readonly lastError: string | null;
  /** It stopped, its words are still kept and its hour is not past. */
  readonly maySendAgain: boolean;
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
      .select("kind policy to state attempts doubts reason lastError createdAt sentAt notBefore uselessAfter")
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
    reason: row.reason ?? null,
    lastError: row.lastError,
    maySendAgain: isStopped(row.state) && row.to !== "" && !(row.uselessAfter && row.uselessAfter <= now()),
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    notBefore: row.notBefore.toISOString(),
  }));
  return { items, total, page: asked.page, pageSize };
};

const isStopped = (state: DispatchState): boolean => state === "unknown" || state === "bounced";
