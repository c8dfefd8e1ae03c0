import type { CardFacts, Moment } from "#client/positionings/card-facts.ts";
import { AccountModel } from "#server/accounts/account-model.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { now, today } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import type { Offer } from "#shared/offers/offer.ts";
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
  const people = await namesOf(positionings.map(({ accountId }) => accountId));
  const elsewhere = await elsewhereOf(positionings.map(({ accountId }) => accountId));
  const offers = await offersOf([...positionings, ...elsewhere].map(({ offerId }) => offerId));
  return positionings.map((positioning) => {
    const person = people.get(positioning.accountId);
    const offer = offers.get(positioning.offerId);
    const other = elsewhere.find((one) => one.accountId === positioning.accountId && one.id !== positioning.id);
    return {
      ...positioning,
      firstName: person?.firstName ?? "Compte",
      lastName: person?.lastName ?? "effacé",
      offerTitle: offer?.title ?? "Offre effacée",
      companyName: offer?.companyName ?? "",
      nextFollowUp: nextFollowUp(positioning),
      mediation: mediationAsked(positioning),
      late: isLate(positioning, today()),
      live: isLive(positioning),
      elsewhere: isUnderWay(positioning.status) && other ? sayOffer(offers.get(other.offerId)) : null,
    };
  });
};

export const moment = (): Moment => ({ now: now(), today: today() });

export const namesOf = async (accountIds: readonly string[]): Promise<ReadonlyMap<string, PersonName>> => {
  const wanted = { firstName: 1, lastName: 1, phone: 1, email: 1 } as const;
  const accounts = await AccountModel.find({ _id: anyOf([...new Set(accountIds)]) }, wanted).lean();
  return new Map(accounts.map(({ _id, ...name }) => [_id.toHexString(), name]));
};

export const offersOf = async (offerIds: readonly string[]): Promise<ReadonlyMap<string, Offer>> => {
  const documents = await OfferModel.find({ _id: anyOf([...new Set(offerIds)]) }).lean();
  return new Map(documents.map(toOffer).map((offer) => [offer.id, offer]));
};

/** Every positioning under way of these people, on any offer: what a conflict is made of. */
export const elsewhereOf = async (accountIds: readonly string[]): Promise<Positioning[]> => {
  const ids = anyOf([...new Set(accountIds)]);
  const documents = await PositioningModel.find({ accountId: ids, status: anyOf(underWayStatuses) })
    .sort({ statusAt: -1 })
    .lean();
  return documents.map(toPositioning);
};

const sayOffer = (offer: Offer | undefined): string =>
  offer ? `${offer.title}, ${offer.companyName}` : "une autre offre";

const liveForMs = 2 * 3_600_000;

const isLive = ({ steps, officerId, statusAt }: Positioning): boolean => {
  const last = steps.at(-1);
  const moved = last !== undefined && last.by !== null && last.by !== officerId;
  return moved && now().getTime() - new Date(statusAt).getTime() < liveForMs;
};
