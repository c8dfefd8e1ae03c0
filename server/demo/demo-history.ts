import { Types } from "mongoose";
import type { CompanyDocument } from "#server/companies/company-model.ts";
import type { CvDocument } from "#server/cvs/cv-model.ts";
import type { OfferDocument } from "#server/offers/offer-model.ts";
import { now } from "#server/platform/clock.ts";
import type { PositioningDocument } from "#server/positionings/positioning-model.ts";
import { addDays, dayOf } from "#shared/kernel/calendar.ts";
import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";
import type { Commune } from "#shared/referentials/commune.ts";
import type { Chance } from "./chance.ts";
import { demoCard } from "./demo-card.ts";
import { daysAgo } from "./demo-companies.ts";
import { pastGroups } from "./demo-past-groups.ts";
import { roads } from "./demo-positionings.ts";

type Given = {
  readonly offers: readonly OfferDocument[];
  readonly cvs: readonly CvDocument[];
  readonly companies: readonly CompanyDocument[];
  readonly officerId: Types.ObjectId;
  readonly town: Commune;
  /** The last number given to an offer. */
  readonly lastReference: number;
};

/** A year of work before today, all of it over: without it the figures of the demonstration would be of one month. */
export const demoHistory = (luck: Chance, given: Given) => {
  noteContacts(luck, given);
  const groups = pastGroups(luck, given);
  const offers = pastOffers(given);
  return {
    offers,
    positionings: pastPositionings(luck, { ...given, offers }),
    actions: groups.map(({ action }) => action),
    participations: groups.flatMap(({ people }) => people),
  };
};

const daysBetweenOffers = 27;
const daysOpen = 45;

/** Exclusive offers that were filled, one every four weeks. */
const pastOffers = ({ offers, officerId, lastReference }: Given): OfferDocument[] =>
  offers.slice(0, 14).map((offer, at) => {
    const days = 60 + at * daysBetweenOffers;
    const [opened, closed] = [daysAgo(days, 9), daysAgo(days - daysOpen, 9)];
    return {
      ...offer,
      _id: new Types.ObjectId(),
      reference: lastReference + at + 1,
      sequence: null,
      status: "filled",
      closingReason: at % 4 === 3 ? "filledOtherwise" : "filledByUs",
      positionedAccountIds: [],
      request: offer.request && { ...offer.request, on: dayOf(opened) },
      history: [
        { at: opened, from: null, to: "published", by: officerId, reason: null },
        { at: closed, from: "published", to: "filled", by: officerId, reason: null },
      ],
      createdAt: opened,
      publishedAt: opened,
      updatedAt: closed,
      expiresOn: addDays(dayOf(opened), 60),
    };
  });

/** How cards of the past ended; the same end several times is that much more frequent. */
const ends: readonly PositioningStatus[] = [
  "refused",
  "declined",
  "inPostM6",
  "endedEarly",
  "refused",
  "inPostM6",
  "placedElsewhere",
];
const cardsKept = 84;

/** One card a person, on those offers: only what is over, so that the board stays as it is. */
const pastPositionings = (luck: Chance, { offers, cvs, officerId }: Given): PositioningDocument[] =>
  cvs.slice(60, 60 + cardsKept).flatMap((cv, at) => {
    const offer = offers[at % offers.length];
    const asked = ends[at % ends.length] ?? "refused";
    if (!offer?.publishedAt) return [];
    const open = Math.round((now().getTime() - offer.publishedAt.getTime()) / 86_400_000);
    // Six months of follow-up do not fit behind a recent offer.
    const status = asked === "inPostM6" && open < 240 ? "endedEarly" : asked;
    return [card({ offer, cv, officerId, status, began: open - luck.int(1, 8) })];
  });

type One = {
  offer: OfferDocument;
  cv: CvDocument;
  officerId: Types.ObjectId;
  status: PositioningStatus;
  began: number;
};

/** Days between two steps: a few until the hiring, then those of the calls at 1, 3 and 6 months. */
const waits: Partial<Record<PositioningStatus, number>> = { inPostM1: 33, inPostM3: 61, inPostM6: 92, endedEarly: 25 };

const card = ({ offer, cv, officerId, status, began }: One): PositioningDocument => {
  let days = began;
  const steps = roads[status].map((step, at) => {
    days -= at === 0 ? 0 : (waits[step] ?? 4);
    return { status: step, at: daysAgo(Math.max(1, days), 9), by: officerId, note: null };
  });
  const past = demoCard({ offer, cv, officerId, steps, calls: 3 });
  return status === "inPostM6" ? past : { ...past, followUps: [] }; // of what is over, nobody is called any more
};

/** Visits and calls of the year, before the last one that each sheet knows. */
const noteContacts = (luck: Chance, { companies, officerId }: Given): void => {
  for (const company of companies) {
    const { lastContactAt } = company;
    if (!lastContactAt) continue;
    const earlier = Array.from({ length: luck.int(0, 4) }, () => daysAgo(luck.int(5, 380), luck.int(8, 16)))
      .filter((at) => at < lastContactAt)
      .sort((one, other) => one.getTime() - other.getTime())
      .map((at) => ({
        id: new Types.ObjectId(),
        at,
        by: officerId,
        kind: luck.pick(["visit", "call", "call", "mail"] as const),
        text: luck.pick([
          "Point sur les besoins à venir.",
          "Fait le tour des postes ouverts.",
          "Rappel après une visite.",
        ]),
      }));
    company.notes = [...(earlier as never[]), ...company.notes]; // ids of parts: the stored type keeps `id` as text
  }
};
