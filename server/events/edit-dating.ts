import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { anyOf } from "#server/platform/filter.ts";
import { sendSignal } from "#server/platform/signals.ts";
import { communeTyped } from "#server/referentials/commune-typed.ts";
import { cannotAfter, editPrice, isFree, keptMeetings, movesPeople } from "#shared/events/edit-dating.ts";
import type { JobDating, Registration } from "#shared/events/job-dating.ts";
import { overlap, slotsAway } from "#shared/events/job-dating-rules.ts";
import type { DatingEdit } from "#shared/events/officer-dating-contracts.ts";
import { slotsIn, spanning, startOf } from "#shared/events/slots.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { refuseImpossible, refuseTakenHall } from "./create-job-dating.ts";
import { findToRun, queueOf } from "./find-job-dating.ts";
import { JobDatingModel, RegistrationModel } from "./job-dating-model.ts";
import { storedMeeting } from "./make-plan.ts";

/**
 * Changes when, where and for how many. What it does to people is said first, and done on the second press.
 * @throws conflict "ask-first" with the price, as long as nobody said they had read it
 */
export const editDating = async (actor: Member, jobDatingId: string, typed: DatingEdit): Promise<void> => {
  const dating = await findToRun(actor, jobDatingId);
  refuseClosed(dating);
  refuseImpossible({ ...dating, ...typed });
  const commune = communeTyped(typed.commune);
  await refuseTakenHall({ ...typed, id: jobDatingId }, commune);
  const { version, sure, ...facts } = typed;
  const queue = await queueOf(jobDatingId);
  const after = { ...dating, ...facts, commune };
  const edited = { dating, typed, communeCode: commune.code };
  const price = editPrice(edited, { queue, elsewhere: await countElsewhere(after, queue) });
  if (!sure && !isFree(price)) throw new Failure("conflict", "ask-first", { price });

  const kept = keptMeetings(dating, typed).map(storedMeeting);
  const announced =
    price.lost > 0 && dating.announced ? { announced: { ...announcedAgain(dating), meetings: kept } } : {};
  const changed = await JobDatingModel.updateOne(
    { _id: jobDatingId, version },
    {
      $set: { ...facts, commune, ...announced, updatedAt: now() },
      $inc: { version: 1, basis: 1 },
      $push: { effects: { $each: effectsOf(edited) } },
    },
  );
  if (changed.matchedCount === 0) throw new Failure("conflict", "changed-meanwhile");
  await moveAvailability(dating, after, queue);
  await enqueue(settleJob("jobDatings"), { id: jobDatingId });
  sendSignal("staff", "job-dating-changed", { jobDatingId });
};

/** Another day, hour or place is a letter to each; other places only concern those who get or lose one. */
const effectsOf = (edited: Parameters<typeof movesPeople>[0]) => {
  const { dating, typed } = edited;
  if (dating.status !== "published") return [];
  if (movesPeople(edited)) return [owe("facts", String(typed.version + 1))];
  return dating.capacity === typed.capacity ? [] : [owe("places")];
};

const refuseClosed = (dating: JobDating): void => {
  if (dating.status === "cancelled") throw new Failure("conflict", "move-not-possible");
  if (dating.status === "published" && startOf(dating) <= now()) throw new Failure("conflict", "already-begun");
};

const announcedAgain = ({ announced }: JobDating) => ({ revision: (announced?.revision ?? 0) + 1, at: now() });

/** One person at two events at one time: how many it would make. */
const countElsewhere = async (after: JobDating, queue: readonly Registration[]): Promise<number> => {
  const sameDay = await JobDatingModel.find({ day: after.day, status: "published" }).lean();
  const others = sameDay.filter((other) => !other._id.equals(after.id) && overlap(other, after));
  if (others.length === 0) return 0;
  const emails = queue.flatMap(({ email, status }) => (email !== null && status === "active" ? [email] : []));
  const found = await RegistrationModel.find(
    { jobDatingId: anyOf(others.map(({ _id }) => _id)), personKey: anyOf(emails), status: "active" },
    { personKey: 1 },
  ).lean();
  return new Set(found.map(({ personKey }) => personKey)).size;
};

/** The hours somebody cannot come at, and those staff said of them, stay the same on the clock. */
const moveAvailability = async (before: JobDating, after: JobDating, queue: readonly Registration[]): Promise<void> => {
  if (before.opens === after.opens && before.closes === after.closes) return;
  const moved = (slots: readonly number[]) => cannotAfter(slots, before, after);
  for (const { id, cannot, away } of queue.filter((one) => slotsAway(one).length > 0))
    await RegistrationModel.updateOne(
      { _id: id },
      { $set: { cannot: moved(cannot), away: away && spanning(moved(slotsIn(away))) } },
    );
};
