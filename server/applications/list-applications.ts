import type { QueryFilter } from "mongoose";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { not } from "#server/platform/filter.ts";
import type { AppliedOffer, MyApplication, ReceivedApplication } from "#shared/applications/application-sights.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import type { ListPage } from "#shared/kernel/page.ts";
import { canSeeOfferFile } from "#shared/offers/offer-rules.ts";
import { type ApplicationDocument, ApplicationModel, toApplication } from "./application-model.ts";
import { applicationsVisibleTo } from "./application-visibility.ts";
import { describeMine, describeOffer, describeReceived } from "./describe-applications.ts";

const pageSize = 20;
/** New ones are all on the first page, up to what a morning can read. */
const mostNew = 50;

/** One's own applications, newest first. */
export const listMyApplications = async (actor: Member, page: number): Promise<ListPage<MyApplication>> => {
  const filter = applicationsVisibleTo(actor);
  const [found, total] = await Promise.all([findPage(filter, page), ApplicationModel.countDocuments(filter)]);
  return { items: await describeMine(actor, found), total, page, pageSize };
};

/** The last few, for the candidate's home. */
export const latestApplications = async (actor: Member, most = 3): Promise<MyApplication[]> => {
  const found = await ApplicationModel.find(applicationsVisibleTo(actor)).sort({ createdAt: -1 }).limit(most).lean();
  return describeMine(actor, found.map(toApplication));
};

export type Received = {
  /** The one offer looked at, or null for all. */
  readonly offer: AppliedOffer | null;
  readonly fresh: readonly ReceivedApplication[];
  readonly freshTotal: number;
  readonly others: ListPage<ReceivedApplication>;
};

/** What a company received: what nobody there has read yet, then the rest, newest first. */
export const listReceived = async (
  actor: Member,
  { reference, page }: { reference: number | null; page: number },
): Promise<Received> => {
  const offer = reference === null ? null : await findOwnOffer(actor, reference);
  const filter = { ...applicationsVisibleTo(actor), ...(offer && { offerId: offer.id }) };
  const fresh = { ...filter, status: "new" as const };
  const others = { ...filter, status: not("new" as const) };
  const [freshFound, freshTotal, othersFound, othersTotal] = await Promise.all([
    page === 1 ? findPage(fresh, 1, mostNew) : [],
    ApplicationModel.countDocuments(fresh),
    findPage(others, page),
    ApplicationModel.countDocuments(others),
  ]);
  return {
    offer: offer && describeOffer(actor, offer),
    fresh: await describeReceived(actor, freshFound),
    freshTotal,
    others: { items: await describeReceived(actor, othersFound), total: othersTotal, page, pageSize },
  };
};

type Filter = QueryFilter<ApplicationDocument>;

const findPage = async (filter: Filter, page: number, size = pageSize) => {
  const found = await ApplicationModel.find(filter)
    .sort({ createdAt: -1, _id: -1 })
    .skip((page - 1) * size)
    .limit(size)
    .lean();
  return found.map(toApplication);
};

const findOwnOffer = async (actor: Member, reference: number) => {
  const document = await OfferModel.findOne({ reference }).lean();
  const offer = document && toOffer(document);
  if (!offer || !canSeeOfferFile(actor, offer)) throw new Failure("missing", "missing-page");
  return offer;
};
