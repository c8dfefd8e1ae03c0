import type { CardFacts, Moment } from "#client/positionings/card-facts.ts";
import { AccountModel } from "#server/accounts/account-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { now, today } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import { partReader } from "#server/platform/stored.ts";
import { Offer } from "#shared/offers/offer.ts";
import { isOpen } from "#shared/offers/offer-life.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { isLate, isUnderWay, mediationAsked, nextFollowUp } from "#shared/positionings/positioning-board.ts";
import { PositioningModel, toPositioning } from "./positioning-model.ts";
import { underWayStatuses } from "./under-way.ts";

export type PersonName = {
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string | null;
  readonly email: string;
};

/** Cards with the names a board shows, each list read once. */
export const describeCards = async (positionings: readonly Positioning[]): Promise<CardFacts[]> => {
  const accountIds = positionings.map(({ accountId }) => accountId);
  const [people, elsewhere] = await Promise.all([namesOf(accountIds), elsewhereOf(accountIds)]);
  const offers = await offersOf([...positionings, ...elsewhere].map(({ offerId }) => offerId));
  return cardsFrom(positionings, { people, elsewhere, offers });
};

/** What cards are described with: the names, the offers, and every positioning under way of the same people. */
export type Around = {
  readonly people: ReadonlyMap<string, PersonName>;
  readonly elsewhere: readonly Positioning[];
  readonly offers: ReadonlyMap<string, NamedOffer>;
};

export const cardsFrom = (positionings: readonly Positioning[], { people, elsewhere, offers }: Around): CardFacts[] =>
  positionings.map((positioning) => {
    const person = people.get(positioning.accountId);
    const offer = offers.get(positioning.offerId);
    const other = elsewhere.find((one) => one.accountId === positioning.accountId && one.id !== positioning.id);
    return {
      ...positioning,
      firstName: person?.firstName ?? "Compte",
      lastName: person?.lastName ?? "effacé",
      offerTitle: offer?.title ?? "Offre effacée",
      companyName: offer?.companyName ?? "",
      offerOpen: offer !== undefined && isOpen(offer, today()),
      nextFollowUp: nextFollowUp(positioning),
      mediation: mediationAsked(positioning),
      late: isLate(positioning, today()),
      live: isLive(positioning),
      elsewhere: isUnderWay(positioning.status) && other ? sayOffer(offers.get(other.offerId)) : null,
    };
  });

export const moment = (): Moment => ({ now: now(), today: today() });

export const namesOf = async (accountIds: readonly string[]): Promise<ReadonlyMap<string, PersonName>> => {
  if (accountIds.length === 0) return new Map();
  const wanted = { firstName: 1, lastName: 1, phone: 1, email: 1 } as const;
  const accounts = await AccountModel.find({ _id: anyOf([...new Set(accountIds)]) }, wanted).lean();
  return new Map(accounts.map(({ _id, ...name }) => [_id.toHexString(), name]));
};

export const offersOf = async (offerIds: readonly string[]): Promise<ReadonlyMap<string, NamedOffer>> => {
  if (offerIds.length === 0) return new Map();
  const documents = await OfferModel.find({ _id: anyOf([...new Set(offerIds)]) }, named.fields).lean();
  return new Map(documents.map(named.read).map((offer) => [offer.id, offer]));
};

const named = partReader(Offer, ["id", "title", "companyName", "status", "expiresOn"]);
export type NamedOffer = ReturnType<typeof named.read>;

/** Every positioning under way of these people, on any offer: what a conflict is made of. */
export const elsewhereOf = async (accountIds: readonly string[]): Promise<Positioning[]> => {
  if (accountIds.length === 0) return [];
  const ids = anyOf([...new Set(accountIds)]);
  const documents = await PositioningModel.find({ accountId: ids, status: anyOf(underWayStatuses) })
    .sort({ statusAt: -1 })
    .lean();
  return documents.map(toPositioning);
};

const sayOffer = (offer: NamedOffer | undefined): string =>
  offer ? `${offer.title}, ${offer.companyName}` : "une autre offre";

const liveForMs = 2 * 3_600_000;

const isLive = ({ steps, officerId, statusAt }: Positioning): boolean => {
  const last = steps.at(-1);
  const moved = last !== undefined && last.by !== null && last.by !== officerId;
  return moved && now().getTime() - new Date(statusAt).getTime() < liveForMs;
};
