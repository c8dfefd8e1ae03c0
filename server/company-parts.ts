import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { AccountModel } from "./accounts/account-model.ts";
import { ApplicationModel } from "./applications/application-model.ts";
import { CompanyModel } from "./companies/company-model.ts";
import {
  collectionOf,
  idOf,
  idsIn,
  type MovingPart,
  naming,
  renamed,
  type Way,
} from "./companies/merge/moving-part.ts";
import { ContactRequestModel } from "./cvs/contact-request-model.ts";
import { CvModel } from "./cvs/cv-model.ts";
import { CvViewModel } from "./cvs/cv-view-model.ts";
import { ForumContactModel, StandModel } from "./events/forums/forum-model.ts";
import { JobDatingModel, RegistrationModel } from "./events/job-dating-model.ts";
import { OfferModel } from "./offers/offer-model.ts";
import { now, today } from "./platform/clock.ts";
import { owe } from "./platform/effects.ts";
import { enqueue } from "./platform/enqueue.ts";
import { atLeast, not } from "./platform/filter.ts";
import { PositioningModel } from "./positionings/positioning-model.ts";

/** Offers say the name of the company they are of, on pages and in the search index. */
const offers: MovingPart = naming(OfferModel, async ({ to }) => {
  const company = await CompanyModel.findById(to, { name: 1 }).lean();
  return {
    update: {
      $set: { updatedAt: now(), ...(company && { companyName: company.name }) },
      $inc: { version: 1 },
      $push: { effects: owe("index") },
    },
    after: (id) => enqueue(settleJob("offers"), { id }),
  };
});

/** Whom a person shut out stays shut out; one who had shut out both is left as they are. */
const shutOut: MovingPart = {
  name: CvModel.collection.collectionName,
  find: ({ from, to }) =>
    idsIn(CvModel.collection.collectionName, {
      blockedCompanyIds: { $all: [idOf(from)], $nin: [idOf(to)] },
    }),
  move: async (id, { from, to }) => {
    const cv = await CvModel.findById(id, { blockedCompanyIds: 1 }).lean();
    if (!cv?.blockedCompanyIds.some((blocked) => blocked.equals(from))) return;
    await CvModel.updateOne(
      { _id: id, blockedCompanyIds: from },
      {
        $set: { "blockedCompanyIds.$": idOf(to), updatedAt: now() },
        $inc: { version: 1 },
        $push: { effects: owe("match") },
      },
    );
    await enqueue(settleJob("cvs"), { id });
  },
};

const datingsName = JobDatingModel.collection.collectionName;
const wishesName = RegistrationModel.collection.collectionName;

/** A company's tables, wishes and meetings, wherever an event names it. */
const datings: MovingPart = {
  name: datingsName,
  // The wishes too: typed in the same moment, or left behind by a crash, their event names the other file already.
  find: async ({ from }) => {
    const wished = await collectionOf(wishesName).distinct("jobDatingId", { wishIds: idOf(from) });
    return [...new Set([...(await idsIn(datingsName, { "companies.companyId": idOf(from) })), ...wished.map(String)])];
  },
  move: async (id, way) => {
    await moveTables(id, way);
    await collectionOf(wishesName).updateMany(
      { jobDatingId: idOf(id), wishIds: idOf(way.from) },
      { $set: { "wishIds.$": idOf(way.to) } },
    );
    await moveToldTimes(id, way);
  },
  refuses: async ({ from, to }) => {
    const both = await JobDatingModel.exists({
      day: atLeast(today()),
      $and: [{ "companies.companyId": from }, { "companies.companyId": to }],
    });
    return both ? "both-at-one-event" : null;
  },
};

/** One change as any other: whoever read the event before it, to edit it or to plan it, is refused. */
const moveTables = async (id: string, way: Way): Promise<void> => {
  const dating = await JobDatingModel.findOne({ _id: id, "companies.companyId": way.from }).lean();
  if (!dating) return;
  const { companies, locked, forbidden, added, announced, plan, version, basis, updatedAt } = dating;
  // A timetable that was up to date still is.
  const same = plan && { ...plan, basis: plan.basis === basis ? basis + 1 : plan.basis };
  const moved = await collectionOf(datingsName).updateOne(
    { _id: dating._id, version, basis, updatedAt },
    {
      $set: {
        ...(renamed({ companies, locked, forbidden, added, announced, plan: same }, way) as object),
        updatedAt: new Date(Math.max(now().getTime(), updatedAt.getTime() + 1)),
      },
      $inc: { version: 1, basis: 1 },
    },
  );
  if (moved.matchedCount === 0) throw new Error("the event changed meanwhile");
};

/** The hours somebody was told are the same ones still: nobody hears that they changed. */
const moveToldTimes = async (jobDatingId: string, { from, to }: Way): Promise<void> => {
  const people = await RegistrationModel.find({ jobDatingId, toldTimes: not(null) }, { toldTimes: 1 }).lean();
  for (const { _id, toldTimes } of people)
    if (toldTimes?.includes(from))
      await RegistrationModel.updateOne({ _id, toldTimes }, { $set: { toldTimes: toldTimes.replaceAll(from, to) } });
};

/** What names a company, in every slice: all of it follows when two files become one, and comes back when they part. */
export const companyParts: readonly MovingPart[] = [
  naming(AccountModel),
  offers,
  naming(ApplicationModel),
  naming(ContactRequestModel),
  naming(CvViewModel),
  shutOut,
  naming(PositioningModel),
  datings,
  naming(StandModel),
  naming(ForumContactModel),
];
