import { randomInt } from "node:crypto";
import { Types } from "mongoose";
import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { sendSignal } from "#server/platform/signals.ts";
import type { JobDating } from "#shared/events/job-dating.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { JobDatingModel, type RegistrationDocument, RegistrationModel } from "./job-dating-model.ts";
import { toObjectIds } from "./run-job-dating.ts";

type Kept = {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly accountId: string | null;
  /** Who typed it when it was not the person. */
  readonly by: string | null;
  readonly wishIds: readonly string[];
  readonly cannot: readonly number[];
  /** False while an address is not proved. */
  readonly active: boolean;
};

/** Registering again changes one's wishes and keeps one's rank in the queue. */
export const keepRegistration = async (dating: JobDating, kept: Kept): Promise<void> => {
  const personKey = kept.email ?? `by-hand:${new Types.ObjectId().toHexString()}`;
  const person = { jobDatingId: dating.id, personKey };
  const known = await RegistrationModel.findOne(person).lean();
  if (known) await RegistrationModel.updateOne({ _id: known._id }, changeOf(known, kept));
  else await create(dating, { ...kept, personKey });
  const saved = known ?? (await RegistrationModel.findOne(person, { _id: 1 }).lean());
  if (saved) await enqueue(settleJob("registrations"), { id: saved._id.toHexString() });
  await touchDating(dating.id);
};

const changeOf = (known: RegistrationDocument, kept: Kept) => {
  const { wishIds, cannot, active, firstName, lastName, phone } = kept;
  const $push = { effects: tellPlace() };
  // Somebody who only knows the address changes nothing: its owner gets their own link again.
  if (!active && known.status === "active") return { $push };
  const wanted = { wishIds: toObjectIds(wishIds), cannot: [...cannot], away: null, updatedAt: now() };
  if (known.status === "active") return { $set: wanted, $push };
  const state = active
    ? { status: "active" as const, queuedAt: now() }
    : { status: "unconfirmed" as const, queuedAt: null };
  return { $set: { ...wanted, ...state, firstName, lastName, phone, toldPlace: null }, $push };
};

const tellPlace = () => owe("place", now().getTime().toString(36));

const create = async (dating: JobDating, kept: Kept & { personKey: string }): Promise<void> => {
  const { active, ...facts } = kept;
  const registration: RegistrationDocument = {
    ...facts,
    _id: new Types.ObjectId(),
    jobDatingId: new Types.ObjectId(dating.id),
    accountId: objectIdOrNull(kept.accountId),
    by: objectIdOrNull(kept.by),
    wishIds: toObjectIds(kept.wishIds),
    cannot: [...kept.cannot],
    away: null,
    code: newLetters(),
    badge: await nextBadge(dating.id),
    arrivedAt: null,
    arrivalKey: null,
    status: active ? "active" : "unconfirmed",
    queuedAt: active ? now() : null,
    createdAt: now(),
    updatedAt: now(),
    toldTimes: null,
    toldPlace: null,
    effects: [tellPlace()],
  };
  await insert(registration, 4);
};

/** A crash may leave a gap; two people never get one number. */
const nextBadge = async (jobDatingId: string): Promise<number | null> => {
  const dating = await JobDatingModel.findOneAndUpdate(
    { _id: jobDatingId },
    { $inc: { lastBadge: 1 } },
    { returnDocument: "after" },
  ).lean();
  return dating?.lastBadge ?? null;
};

const insert = async (registration: RegistrationDocument, tries: number): Promise<void> => {
  try {
    await RegistrationModel.create(registration);
  } catch (error) {
    if (!isDuplicate(error) || tries === 0) throw error;
    // Pressed twice: the first press registered; else two people drew the same letters.
    const { jobDatingId, personKey } = registration;
    if (await RegistrationModel.exists({ jobDatingId, personKey })) return;
    await insert({ ...registration, code: newLetters() }, tries - 1);
  }
};

const objectIdOrNull = (id: string | null): Types.ObjectId | null => (id === null ? null : new Types.ObjectId(id));

/** What a timetable was made from changed. */
export const touchDating = async (jobDatingId: string): Promise<void> => {
  await JobDatingModel.updateOne({ _id: jobDatingId }, { $inc: { basis: 1 } });
  sendSignal("staff", "job-dating-changed", { jobDatingId });
};

/** Letters nobody confuses when they are said aloud or read from paper. */
const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

const newLetters = (): string => Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join("");
