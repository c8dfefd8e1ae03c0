import { Types } from "mongoose";
import type { CompanyDocument } from "#server/companies/company-model.ts";
import type { CvDocument } from "#server/cvs/cv-model.ts";
import type { ActionDocument, ParticipationDocument } from "#server/events/actions/action-model.ts";
import type { OfferDocument } from "#server/offers/offer-model.ts";
import { now, today } from "#server/platform/clock.ts";
import type { PositioningDocument } from "#server/positionings/positioning-model.ts";
import type { ActionKind, Outcome } from "#shared/events/actions/collective-action.ts";
import { addDays, addMonths, dayOf } from "#shared/kernel/calendar.ts";
import { followUpsFrom } from "#shared/positionings/positioning-board.ts";
import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";
import type { Commune } from "#shared/referentials/commune.ts";
import type { Chance } from "./chance.ts";
import { daysAgo } from "./demo-companies.ts";
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
  const groups = past.map((one) => groupOf(luck, one, given));
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
  const last = steps.at(-1)?.at ?? daysAgo(began, 9);
  const hiredAt = steps.find((step) => step.status === "hired")?.at;
  const startsOn = hiredAt ? addDays(dayOf(hiredAt), 3) : null;
  return {
    _id: new Types.ObjectId(),
    offerId: offer._id,
    accountId: cv.accountId,
    cvId: cv._id,
    companyId: offer.companyId,
    officerId,
    status,
    statusAt: last,
    steps,
    match: null,
    interviewAt: null,
    interviewPlace: null,
    startsOn,
    handovers: [],
    followUps:
      startsOn && status === "inPostM6"
        ? followUpsFrom(startsOn).map((call) => ({ ...call, doneAt: last, result: "inPost" as const }))
        : [],
    version: steps.length,
    createdAt: steps[0]?.at ?? last,
    updatedAt: last,
    effects: [],
  };
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

type Past = { readonly kind: ActionKind; readonly title: string; readonly days: number; readonly people: number };

const past: readonly Past[] = [
  { kind: "keys", title: "Clés de l’emploi, métiers du bâtiment", days: 330, people: 12 },
  { kind: "pass", title: "Pass pour l’emploi, premier groupe", days: 255, people: 14 },
  { kind: "workshop", title: "Atelier CV du printemps", days: 190, people: 13 },
  { kind: "keys", title: "Clés de l’emploi, hôtellerie et restauration", days: 130, people: 12 },
];

const outcomes: readonly Outcome[] = [
  "permanent",
  "searching",
  "longFixedTerm",
  "shortFixedTerm",
  "searching",
  "training",
  "temporaryWork",
  "unknown",
];

const groupOf = (luck: Chance, one: Past, { cvs, officerId, town, companies }: Given) => {
  const steps = [0, 14, 28].map((after, at) => ({
    id: new Types.ObjectId(),
    kind: (["informationMeeting", "cvWorkshop", "interviewTraining"] as const)[at] ?? "other",
    day: addDays(today(), after - one.days),
    place: "Salle de l’Essai",
  }));
  const lastDay = steps.at(-1)?.day ?? today();
  const commune = one.kind === "workshop" ? (companies[3]?.commune ?? town) : town;
  const begun = daysAgo(one.days + 20, 9);
  const action: ActionDocument = {
    _id: new Types.ObjectId(),
    kind: one.kind,
    title: one.title,
    commune,
    places: one.people,
    asksM12: false,
    beneficiaries: one.kind === "workshop" ? null : 6,
    steps: steps as never, // ids of parts: the stored type keeps `id` as the noun's text
    officerId,
    cancelledAt: null,
    version: 1,
    createdAt: begun,
    updatedAt: begun,
    effects: [],
  };
  const people = cvs.slice(150, 150 + one.people).map(({ accountId }, at): ParticipationDocument => {
    const outcome = outcomes[(at + one.people) % outcomes.length] ?? "unknown";
    const result = (moment: "end" | "M6", day: string) => ({
      moment,
      outcome,
      at: new Date(`${day}T09:00:00Z`),
      by: officerId,
    });
    return {
      _id: new Types.ObjectId(),
      actionId: action._id,
      accountId,
      proposedBy: officerId,
      reason: null,
      status: "accepted",
      statusAt: begun,
      acceptedAt: begun,
      toldPlace: true,
      attendance: steps.map(({ id }) => ({ stepId: id, was: luck.happens(0.85) ? "present" : "absent" })) as never,
      results: [
        result("end", lastDay),
        ...(addMonths(lastDay, 6) <= today() ? [result("M6", addMonths(lastDay, 6))] : []),
      ],
      updatedAt: daysAgo(20, 9),
      effects: [],
    };
  });
  return { action, people };
};
