import { Types } from "mongoose";
import { CompanyModel } from "#server/companies/company-model.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { now } from "#server/platform/clock.ts";
import { anyOf, not } from "#server/platform/filter.ts";
import { communeTyped } from "#server/referentials/commune-typed.ts";
import type { JobDatingStatus } from "#shared/events/job-dating.ts";
import { overlap } from "#shared/events/job-dating-rules.ts";
import type { JobDatingForm } from "#shared/events/officer-dating-contracts.ts";
import { slotsOf, startOf } from "#shared/events/slots.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { wrongField } from "#shared/kernel/failure.ts";
import type { Commune } from "#shared/referentials/commune.ts";
import { draftEvent } from "./draft-event.ts";
import { type JobDatingDocument, JobDatingModel } from "./job-dating-model.ts";

/** Creates a job dating as a draft; the companies of the ticked exclusive offers come with one table each. */
export const createJobDating = async (actor: Member, typed: JobDatingForm): Promise<{ id: string }> => {
  refuseImpossible(typed);
  const commune = communeTyped(typed.commune);
  await refuseTakenHall(typed, commune);
  const { offerIds, ...facts } = typed;
  const dating: JobDatingDocument = {
    ...draftEvent(new Types.ObjectId(actor.accountId)),
    ...facts,
    _id: new Types.ObjectId(),
    kind: "jobDating",
    commune,
    companies: await companiesOf(offerIds),
  };
  await JobDatingModel.create(dating);
  return { id: dating._id.toHexString() };
};

type Planned = Pick<JobDatingForm, "day" | "opens" | "closes" | "slotMinutes" | "breakMinutes" | "maxMeetings">;

export const refuseImpossible = (typed: Planned): void => {
  if (typed.opens >= typed.closes) throw wrongField("closes", "closes-before-it-opens");
  if (startOf(typed) <= now()) throw wrongField("day", "in-the-past");
  if (typed.slotMinutes === 0) return; // a forum has no appointments
  const slots = slotsOf(typed);
  if (slots.length === 0) throw wrongField("slotMinutes", "no-room-for-a-slot");
  if (typed.maxMeetings > slots.length) throw wrongField("maxMeetings", "more-meetings-than-time");
};

type Hall = Pick<JobDatingForm, "day" | "opens" | "closes" | "place"> & { readonly id?: string };

/** Two events at once in one hall; an event is no obstacle to itself. */
export const refuseTakenHall = async (typed: Hall, { code }: Commune): Promise<void> => {
  const sameDay = await JobDatingModel.find({
    day: typed.day,
    "commune.code": code,
    status: not<JobDatingStatus>("cancelled"),
  }).lean();
  const taken = sameDay.some(
    (other) =>
      !other._id.equals(typed.id ?? "") && folded(other.place) === folded(typed.place) && overlap(other, typed),
  );
  if (taken) throw wrongField("place", "hall-is-taken");
};

const folded = (words: string): string =>
  words
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

const companiesOf = async (offerIds: readonly string[]): Promise<JobDatingDocument["companies"]> => {
  const offers = (await OfferModel.find({ _id: anyOf(offerIds), exclusive: true }).lean()).map(toOffer);
  const ids = [...new Set(offers.map(({ companyId }) => companyId))];
  const companies = await CompanyModel.find({ _id: anyOf(ids) }, { name: 1 })
    .sort({ name: 1 })
    .lean();
  return companies.map(({ _id, name }) => ({
    companyId: _id,
    name,
    tables: [{ number: 1, closed: [] }],
    offerIds: offers.filter((offer) => offer.companyId === _id.toHexString()).map(({ id }) => new Types.ObjectId(id)),
  }));
};
