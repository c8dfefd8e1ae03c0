import { refuseCareless } from "#server/accounts/refuse-careless.ts";
import { now, today } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { sendSignal } from "#server/platform/signals.ts";
import { newToken } from "#server/platform/tokens.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { checkMove, type TypedMove } from "#shared/positionings/check-move.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { followUpsFrom } from "#shared/positionings/positioning-board.ts";
import type { MoveForm } from "#shared/positionings/positioning-contracts.ts";
import { handOnPositioning, hasConsented, needsOpenOffer } from "#shared/positionings/positioning-rules.ts";
import { type PositioningHand, positioningMayMove } from "#shared/positionings/positioning-transitions.ts";
import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";
import { findPositioning } from "./find-positioning.ts";
import { offerIsOpen } from "./offer-is-open.ts";
import { PositioningModel, toPositioning } from "./positioning-model.ts";

/** Moves a card as whoever is signed in may. @throws conflict when it moved since it was shown */
export const movePositioning = async (actor: Member, positioningId: string, typed: MoveForm): Promise<Positioning> => {
  const positioning = await findPositioning(actor, positioningId);
  const hand = handOnPositioning(actor, positioning);
  if (hand === null) throw new Failure("missing", "missing-page");
  if (positioning.version !== typed.version) throw new Failure("conflict", "changed-meanwhile");
  if (hand === "officer") refuseCareless({ field: "note", text: typed.note, sure: typed.sure });
  return takeStep(positioning, { ...typed, hand, by: actor.accountId });
};

export type Step = TypedMove & {
  readonly hand: PositioningHand;
  /** Null when the system does it. */
  readonly by: string | null;
  /** Names that leave together are one mail: whoever takes these steps wakes the workers once all have left. */
  readonly batch?: string;
};

export const newBatch = (): string => newToken().slice(0, 12).replace(/[-_]/g, "0");

export const plainStep = { note: null, interviewAt: null, interviewPlace: null, startsOn: null } as const;

/** The one road by which a positioning changes state: the table, what must be typed, one conditional update. */
export const takeStep = async (positioning: Positioning, step: Step): Promise<Positioning> => {
  const { status: from } = positioning;
  if (!positioningMayMove({ from, to: step.to, hand: step.hand })) throw new Failure("conflict", "move-not-possible");
  if (step.to === "submitted" && !hasConsented(positioning)) throw new Failure("conflict", "consent-is-missing");
  if (needsOpenOffer(step.to) && !(await offerIsOpen(positioning.offerId)))
    throw new Failure("conflict", step.hand === "candidate" ? "proposed-offer-is-closed" : "offer-is-not-open");
  const fields = checkMove(step, { hand: step.hand, positioning, now: now(), today: today() });
  if (Object.keys(fields).length > 0) throw new Failure("invalid", Object.values(fields)[0] ?? "invalid", { fields });

  const moved = await PositioningModel.findOneAndUpdate(
    { _id: positioning.id, status: from, version: positioning.version },
    {
      $set: { status: step.to, statusAt: now(), updatedAt: now(), ...decided(step) },
      $push: {
        steps: { status: step.to, at: now(), by: step.by, note: step.note },
        effects: { $each: effectsOf(step) },
      },
      $inc: { version: 1 },
    },
    { returnDocument: "after" },
  ).lean();
  if (!moved) throw new Failure("conflict", "changed-meanwhile");
  if (step.batch === undefined) await enqueue(settleJob("positionings"), { id: positioning.id });
  tellScreens(positioning);
  return toPositioning(moved);
};

/** Open pages of officers, and of the person, ask again. */
export const tellScreens = ({ id, offerId, accountId }: Pick<Positioning, "id" | "offerId" | "accountId">): void => {
  sendSignal("staff", "positioning-changed", { positioningId: id, offerId });
  sendSignal(`account:${accountId}`, "positioning-changed", { positioningId: id });
};

const decided = ({ to, interviewAt, interviewPlace, startsOn }: Step) => {
  if (to === "interviewPlanned") return { interviewAt, interviewPlace };
  if (to === "hired" && startsOn !== null) return { startsOn, followUps: followUpsFrom(startsOn) };
  return {};
};

/** Steps that someone hears of by mail; the rest is seen on the desk at once. */
const mailed: readonly PositioningStatus[] = [
  "proposed",
  "interviewPlanned",
  "refused",
  "selected",
  "hired",
  "withdrawn",
];

const effectsOf = ({ to, hand, batch }: Step) => [
  ...(to === "submitted" ? [owe("short-list", batch ?? newBatch())] : []),
  ...(mailed.includes(to) && hand !== "system" ? [owe("mail", `${to}-${hand}`)] : []),
  ...(to === "hired" ? [owe("free"), owe("hired")] : []),
];
