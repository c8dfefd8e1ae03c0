import { Types } from "mongoose";
import { findCompany } from "#server/companies/find-company.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { now, today } from "#server/platform/clock.ts";
import { not } from "#server/platform/filter.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import type { StandEdit, StandForm, TrainingForm } from "#shared/events/forums/forum-contracts.ts";
import type { JobDating } from "#shared/events/job-dating.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { isOpen } from "#shared/offers/offer-life.ts";
import { findForum, findStand, tellForumChanged } from "./find-forum.ts";
import { StandModel } from "./forum-model.ts";

type Where = { readonly forumId: string; readonly standId: string };

/** What an open forum takes no more once it is cancelled. */
const findLive = async (actor: Member, forumId: string): Promise<JobDating> => {
  const forum = await findForum(actor, forumId);
  if (forum.status === "cancelled") throw new Failure("conflict", "move-not-possible");
  return forum;
};

/** A company comes with its public offers, which the officer may then take off; the same form sent twice is one stand. */
export const addStand = async (
  actor: Member,
  { forumId, formKey }: { forumId: string; formKey: string },
  typed: StandForm,
): Promise<{ id: string }> => {
  await findLive(actor, forumId);
  if (await StandModel.exists({ _id: formKey })) return { id: formKey };
  const { companyId, kind } = typed;
  const company = companyId === null ? null : await findCompany(companyId);
  const name = company?.name ?? typed.name;
  if (name === null) throw wrongField("name", "required");
  if (companyId !== null && (await StandModel.exists({ forumId, companyId })))
    throw new Failure("conflict", "company-has-stand");
  const offers = companyId === null ? [] : await offersOf(companyId);
  const stand = {
    _id: new Types.ObjectId(formKey),
    forumId: new Types.ObjectId(forumId),
    name,
    kind,
    companyId: companyId === null ? null : new Types.ObjectId(companyId),
    offerIds: offers.filter(({ exclusive }) => !exclusive).map(({ id }) => new Types.ObjectId(id)),
    trainings: [],
    filled: null,
    noted: 0,
    version: 0,
    createdAt: now(),
    updatedAt: now(),
  };
  await insert(stand, typed.number, 4);
  tellForumChanged(forumId);
  return { id: formKey };
};

type NewStand = Omit<Parameters<typeof StandModel.create>[0] & object, "number"> & {
  readonly _id: Types.ObjectId;
  readonly forumId: Types.ObjectId;
};

/** Without a number said, the next one; two officers who add a stand in one instant get two numbers. */
const insert = async (stand: NewStand, asked: number | null, tries: number): Promise<void> => {
  const last = await StandModel.findOne({ forumId: stand.forumId }, { number: 1 }).sort({ number: -1 }).lean();
  try {
    await StandModel.create({ ...stand, number: asked ?? (last?.number ?? 0) + 1 });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    if (await StandModel.exists({ _id: stand._id })) return; // pressed twice
    if (asked !== null || tries === 0) throw wrongField("number", "number-is-taken");
    await insert(stand, asked, tries - 1);
  }
};

/** The open offers of a company, the public ones and those of the officers. */
export const offersOf = async (companyId: string): Promise<Offer[]> =>
  (await OfferModel.find({ companyId, status: "published" }).limit(200).lean())
    .map(toOffer)
    .filter((offer) => isOpen(offer, today()))
    .sort((one, other) => one.title.localeCompare(other.title, "fr"));

export const editStand = async (actor: Member, where: Where, typed: StandEdit): Promise<void> => {
  await findLive(actor, where.forumId);
  const { companyId, offerIds: before } = await findStand(where);
  const { name, number, version } = typed;
  const open = companyId === null ? [] : (await offersOf(companyId)).map(({ id }) => id);
  // An offer that was there stays there, whatever became of it: the balance counts it.
  if (typed.offerIds.some((id) => !open.includes(id) && !before.includes(id)))
    throw wrongField("offerIds", "not-a-choice");
  const offerIds = typed.offerIds.map((id) => new Types.ObjectId(id));
  try {
    const changed = await StandModel.updateOne(
      { _id: where.standId, version },
      { $set: { name, number, offerIds, updatedAt: now() }, $inc: { version: 1 } },
    );
    if (changed.matchedCount === 0) throw new Failure("conflict", "changed-meanwhile");
  } catch (error) {
    if (isDuplicate(error)) throw wrongField("number", "number-is-taken");
    throw error;
  }
  tellForumChanged(where.forumId);
};

export const addTraining = async (
  actor: Member,
  where: Where & { formKey: string },
  { trainingTitle, trainingPlaces }: TrainingForm,
): Promise<void> => {
  await findLive(actor, where.forumId);
  await findStand(where);
  const training = { id: new Types.ObjectId(where.formKey), title: trainingTitle, places: trainingPlaces };
  await StandModel.updateOne(
    { _id: where.standId, "trainings.id": not(new Types.ObjectId(where.formKey)) },
    { $push: { trainings: training as never }, $set: { updatedAt: now() }, $inc: { version: 1 } }, // see the model: ids of parts
  );
  tellForumChanged(where.forumId);
};

export const removeTraining = async (actor: Member, where: Where & { trainingId: string }): Promise<void> => {
  await findLive(actor, where.forumId);
  await StandModel.updateOne(
    { _id: where.standId, forumId: where.forumId },
    {
      $pull: { trainings: { id: new Types.ObjectId(where.trainingId) } as never },
      $set: { updatedAt: now() },
      $inc: { version: 1 },
    },
  );
};

/** Only where nobody was met: what was noted at a stand stays with it. */
export const removeStand = async (actor: Member, { forumId, standId }: Where): Promise<void> => {
  await findLive(actor, forumId);
  const gone = await StandModel.deleteOne({ _id: standId, forumId, noted: 0 });
  if (gone.deletedCount === 0 && (await StandModel.exists({ _id: standId })))
    throw new Failure("conflict", "stand-has-contacts");
  tellForumChanged(forumId);
};
