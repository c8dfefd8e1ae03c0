import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { AccountModel } from "./accounts/account-model.ts";
import { ApplicationModel } from "./applications/application-model.ts";
import { CompanyModel } from "./companies/company-model.ts";
import { collectionOf, idOf, idsIn, type MovingPart, naming, renamed } from "./companies/merge/moving-part.ts";
import { ContactRequestModel } from "./cvs/contact-request-model.ts";
import { CvModel } from "./cvs/cv-model.ts";
import { CvViewModel } from "./cvs/cv-view-model.ts";
import { ForumContactModel, StandModel } from "./events/forums/forum-model.ts";
import { JobDatingModel, RegistrationModel } from "./events/job-dating-model.ts";
import { OfferModel } from "./offers/offer-model.ts";
import { now, today } from "./platform/clock.ts";
import { owe } from "./platform/effects.ts";
import { enqueue } from "./platform/enqueue.ts";
import { atLeast } from "./platform/filter.ts";
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

/** A company's tables, wishes and meetings, wherever an event names it. */
const datings: MovingPart = {
  name: datingsName,
  find: ({ from }) => idsIn(datingsName, { "companies.companyId": idOf(from) }),
  move: async (id, way) => {
    const dating = await collectionOf(datingsName).findOne({ _id: idOf(id) });
    if (!dating) return;
    const replaced = await collectionOf(datingsName).replaceOne(
      { _id: dating._id, version: dating.version },
      renamed(dating, way) as object,
    );
    if (replaced.matchedCount === 0) throw new Error("the event changed meanwhile");
    const registrations = collectionOf(RegistrationModel.collection.collectionName);
    await registrations.updateMany(
      { jobDatingId: dating._id, wishIds: idOf(way.from) },
      { $set: { "wishIds.$": idOf(way.to) } },
    );
  },
  refuses: async ({ from, to }) => {
    const both = await JobDatingModel.exists({
      day: atLeast(today()),
      $and: [{ "companies.companyId": from }, { "companies.companyId": to }],
    });
    return both ? "both-at-one-event" : null;
  },
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
