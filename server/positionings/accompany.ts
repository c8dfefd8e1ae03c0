import { AccountModel } from "#server/accounts/account-model.ts";
import { markContact } from "#server/accounts/retention-accounts.ts";
import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { readLink } from "#server/platform/signed-link.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { type Accompaniment, type AccompanimentAnswer, afterAnswer } from "#shared/positionings/accompaniment.ts";
import { AccompanimentModel, toAccompaniment } from "./accompaniment-model.ts";

/** What the mail's link is signed for. */
export const accompanimentLink = "accompaniment";

/**
 * Asks a candidate to be accompanied. Whoever asks learns nothing of the address: the same answer for one without an
 * account, one that said no, one that was asked before.
 */
export const askToAccompany = async (actor: Member, address: string): Promise<void> => {
  const person = await AccountModel.findOne({ email: address, role: "candidate", status: "active" }, { _id: 1 }).lean();
  if (!person) return;
  const asked = { status: "asked" as const, askedAt: now(), statusAt: now() };
  const key = { accountId: person._id, counsellorId: actor.accountId };
  const again = await AccompanimentModel.findOneAndUpdate(
    { ...key, status: "ended" },
    { $set: asked, $push: { effects: owe("mail") } },
    { returnDocument: "after" },
  ).lean();
  const id = again?._id ?? (await create({ ...key, ...asked }));
  if (id) await enqueue(settleJob("accompaniments"), { id: id.toHexString() });
};

const create = async (facts: object) => {
  try {
    return (await AccompanimentModel.create({ ...facts, effects: [owe("mail")] }))._id;
  } catch (error) {
    if (isDuplicate(error)) return null;
    throw error;
  }
};

/** @throws gone when the link was not made by us, or the request is no more */
export const findAccompanimentByLink = async (token: string): Promise<Accompaniment> => {
  const id = readLink(accompanimentLink, token);
  const found = id === null ? null : await AccompanimentModel.findById(id).lean();
  if (!found) throw new Failure("gone", "link-is-over");
  return toAccompaniment(found);
};

export const answerAccompanimentByLink = async (token: string, answer: AccompanimentAnswer): Promise<Accompaniment> => {
  const accompaniment = await findAccompanimentByLink(token);
  await markContact(accompaniment.accountId);
  return move(accompaniment, answer);
};

/** @throws missing for one that is not this candidate's */
export const answerMyAccompaniment = async (
  actor: Member,
  id: string,
  answer: AccompanimentAnswer,
): Promise<Accompaniment> => {
  const found = await AccompanimentModel.findOne({ _id: id, accountId: actor.accountId }).lean();
  if (!found) throw new Failure("missing", "missing-page");
  return move(toAccompaniment(found), answer);
};

/** The person a counsellor accompanies now. @throws missing for anyone else */
export const findAccompanied = async (actor: Member, id: string): Promise<Accompaniment> => {
  const found = await AccompanimentModel.findOne({
    _id: id,
    counsellorId: actor.accountId,
    status: "accepted",
  }).lean();
  if (!found) throw new Failure("missing", "missing-page");
  return toAccompaniment(found);
};

export const stopAccompanying = async (actor: Member, id: string): Promise<Accompaniment> =>
  move(await findAccompanied(actor, id), "end");

/** The same press twice is one answer. */
const move = async (accompaniment: Accompaniment, answer: AccompanimentAnswer): Promise<Accompaniment> => {
  const to = afterAnswer(accompaniment.status, answer);
  if (to === null) {
    if (accompaniment.status === meant[answer]) return accompaniment;
    throw new Failure("conflict", "changed-meanwhile");
  }
  const moved = await AccompanimentModel.findOneAndUpdate(
    { _id: accompaniment.id, status: accompaniment.status },
    { $set: { status: to, statusAt: now() } },
    { returnDocument: "after" },
  ).lean();
  if (moved) return toAccompaniment(moved);
  const still = await AccompanimentModel.findById(accompaniment.id).lean();
  if (still?.status === to) return toAccompaniment(still);
  throw new Failure("conflict", "changed-meanwhile");
};

const meant: Record<AccompanimentAnswer, Accompaniment["status"]> = { yes: "accepted", no: "refused", end: "ended" };
