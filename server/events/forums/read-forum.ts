import type { ForumFacts, StandShown } from "#client/events/forums/forum-facts.ts";
import { CompanyModel } from "#server/companies/company-model.ts";
import { peopleOf } from "#server/events/find-job-dating.ts";
import { RegistrationModel } from "#server/events/job-dating-model.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { now, today } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import { PositioningModel, toPositioning } from "#server/positionings/positioning-model.ts";
import { hiredSince } from "#shared/events/balance.ts";
import type { ForumContact, Stand } from "#shared/events/forums/forum.ts";
import {
  type ForumCard,
  forumTotals,
  type StandFigures,
  standFigures,
  wayOutFigures,
} from "#shared/events/forums/forum-balance.ts";
import type { JobDating } from "#shared/events/job-dating.ts";
import { isOver } from "#shared/events/job-dating-rules.ts";
import type { Actor } from "#shared/kernel/actor.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { isOpen } from "#shared/offers/offer-life.ts";
import { wayOutPath } from "./answer-way-out.ts";
import { countUnnamed } from "./count-unnamed.ts";
import { contactsOf, findForum, findStand, standsOf } from "./find-forum.ts";
import { toWayOut, WayOutModel } from "./forum-model.ts";
import { offersOf } from "./run-stands.ts";

/** Everything of a forum that its officer sees at once: who comes, the stands, what happens, what came of it. */
export const readForum = async (forum: JobDating): Promise<ForumFacts> => {
  const [{ placed, waiting }, stands, contacts, unnamed, answers] = await Promise.all([
    peopleOf(forum),
    standsOf(forum.id),
    contactsOf({ forumId: forum.id }),
    countUnnamed(forum.id),
    WayOutModel.find({ forumId: forum.id }).sort({ at: 1 }).limit(20_000).lean(),
  ]);
  const figures = await figuresOf(stands, contacts);
  return {
    forum,
    placed,
    waiting,
    visitors: { came: placed.filter(({ arrivedAt }) => arrivedAt !== null).length, unnamed },
    figures,
    totals: forumTotals(figures),
    wayOut: wayOutFigures(answers.map(toWayOut)),
    wayOutPath: wayOutPath(forum.id),
    over: isOver(forum, now()),
    today: today(),
  };
};

export const readForumBalance = async (actor: Actor, forumId: string): Promise<ForumFacts> =>
  readForum(await findForum(actor, forumId));

const figuresOf = async (stands: readonly Stand[], contacts: readonly ForumContact[]): Promise<StandFigures[]> =>
  standFigures({ stands, contacts, cards: await cardsOf(contacts) });

/** The positionings that contacts led to, as they are today: nobody types it a second time. */
const cardsOf = async (contacts: readonly ForumContact[]): Promise<ForumCard[]> => {
  const ids = contacts.flatMap(({ positioningId }) => positioningId ?? []);
  const found = (await PositioningModel.find({ _id: anyOf(ids) }).lean()).map(toPositioning);
  return found.map(({ id, status, followUps }) => ({
    id,
    status,
    hired: hiredSince.has(status),
    m3: followUps.find(({ kind }) => kind === "M3")?.result ?? null,
  }));
};

/** One stand as its officer sees it. */
export const readStand = async (actor: Actor, where: { forumId: string; standId: string }) => {
  const forum = await findForum(actor, where.forumId);
  const stand = await findStand(where);
  const contacts = await contactsOf({ forumId: where.forumId, standId: stand.id });
  const [figures] = await figuresOf([stand], contacts);
  const open = stand.companyId === null ? [] : await offersOf(stand.companyId);
  const kept = await offersAt([stand], () => true);
  const company = stand.companyId === null ? null : await CompanyModel.findById(stand.companyId, { name: 1 }).lean();
  return {
    forum,
    stand,
    figures: figures ?? null,
    contacts: await named(contacts),
    company: company?.name ?? null,
    offers: [...new Map([...open, ...kept].map((offer) => [offer.id, offer])).values()],
    today: today(),
    at: now(),
  };
};

/** Those who gave their code, by their name: for the stand they gave it to and for staff, nobody else. */
export const named = async (contacts: readonly ForumContact[]) => {
  const ids = contacts.flatMap(({ registrationId }) => registrationId ?? []);
  const people = await RegistrationModel.find({ _id: anyOf(ids) }, { firstName: 1, lastName: 1 }).lean();
  const names = new Map(people.map(({ _id, firstName, lastName }) => [_id.toHexString(), `${firstName} ${lastName}`]));
  return contacts.map((contact) => ({ contact, name: names.get(contact.registrationId ?? "") ?? null }));
};

export const offersAt = async (stands: readonly Stand[], which: (offer: Offer) => boolean): Promise<Offer[]> => {
  const ids = stands.flatMap(({ offerIds }) => offerIds);
  return (await OfferModel.find({ _id: anyOf(ids) }).lean()).map(toOffer).filter(which);
};

/** The stands as everybody may read them: an exclusive offer is shown to nobody here. */
export const publicStands = async (forumId: string): Promise<StandShown[]> => {
  const stands = await standsOf(forumId);
  const offers = await offersAt(
    stands,
    (offer) => !offer.exclusive && offer.status === "published" && isOpen(offer, today()),
  );
  return stands.map((stand) => ({ stand, offers: offers.filter(({ id }) => stand.offerIds.includes(id)) }));
};
