import { Types } from "mongoose";
import type { AccountDocument } from "#server/accounts/account-model.ts";
import type {
  ContactDocument,
  StandDocument,
  UnnamedVisitDocument,
  WayOutDocument,
} from "#server/events/forums/forum-model.ts";
import type { JobDatingDocument, RegistrationDocument } from "#server/events/job-dating-model.ts";
import type { OfferDocument } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import type { PositioningDocument } from "#server/positionings/positioning-model.ts";
import { hiredSince } from "#shared/events/balance.ts";
import { contactOutcomes } from "#shared/events/forums/forum.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { instantOf } from "#shared/kernel/moment.ts";
import type { Commune } from "#shared/referentials/commune.ts";
import type { Chance } from "./chance.ts";
import { type DemoCompany, daysAgo } from "./demo-companies.ts";
import { lettersOf } from "./demo-events.ts";

type Given = {
  readonly companies: readonly DemoCompany[];
  readonly offers: readonly OfferDocument[];
  readonly positionings: readonly PositioningDocument[];
  readonly people: readonly AccountDocument[];
  readonly officerId: Types.ObjectId;
  readonly town: Commune;
};

export type DemoForums = {
  readonly forums: readonly JobDatingDocument[];
  readonly stands: readonly StandDocument[];
  readonly registrations: readonly RegistrationDocument[];
  readonly contacts: readonly ContactDocument[];
  readonly unnamed: readonly UnnamedVisitDocument[];
  readonly wayOuts: readonly WayOutDocument[];
};

/** A forum of a hundred days ago, whose balance is to be completed, and one to come. */
export const demoForums = (luck: Chance, given: Given): DemoForums => {
  const past = demoForum(given, { title: "Forum de l’emploi et de la formation", inDays: -100 });
  const next = demoForum(given, { title: "Forum des métiers de demain", inDays: 24 });
  const pastStands = standsAt(past, given, 14);
  const nextStands = standsAt(next, given, 9);
  const came = visitorsAt(past, [...hiredAt(pastStands, given), ...given.people.slice(60, 150)]);
  const stands = pastStands.map((stand, index) =>
    index % 4 === 3 ? stand : { ...stand, filled: { offers: luck.int(0, 3), trainings: 0, at: daysAgo(4) } },
  );
  return {
    forums: [past, next],
    stands: [...stands, ...nextStands],
    registrations: [...came, ...visitorsAt(next, given.people.slice(0, 40))],
    contacts: [...counted(luck, stands), ...followed(stands, came, given)],
    unnamed: Array.from({ length: 211 }, (_, index) => ({
      _id: new Types.ObjectId(),
      forumId: past._id,
      key: `demo-unnamed-${index}`,
      at: instantOf(`${past.day}T${String(9 + (index % 8)).padStart(2, "0")}:${10 + (index % 49)}`),
    })),
    wayOuts: answersAt(luck, past),
  };
};

const demoForum = (
  { officerId, town }: Given,
  { title, inDays }: { readonly title: string; readonly inDays: number },
): JobDatingDocument => ({
  _id: new Types.ObjectId(),
  kind: "forum",
  title,
  description: "Entrée libre et gratuite. Venez avec ou sans CV.",
  place: "Halle fictive de la Gare",
  commune: town,
  day: addDays(today(), inDays),
  opens: "09:00",
  closes: "17:00",
  slotMinutes: 0,
  breakMinutes: 0,
  maxMeetings: 0,
  capacity: 500,
  audience: "open",
  status: "published",
  companies: [],
  invitedIds: [],
  locked: [],
  forbidden: [],
  added: [],
  basis: 0,
  plan: null,
  announced: null,
  officerId,
  lastBadge: 200,
  version: 0,
  createdAt: daysAgo(150),
  updatedAt: daysAgo(1),
  effects: [],
});

const schools = ["Centre de formation fictif des Monédières", "École fictive des métiers du soin"] as const;

const standsAt = (forum: JobDatingDocument, { companies, offers }: Given, count: number): StandDocument[] => {
  const stand = { forumId: forum._id, filled: null, noted: 1, version: 0, createdAt: daysAgo(140) };
  const firms = companies.slice(0, count).map(({ _id, name }, index) => ({
    ...stand,
    _id: new Types.ObjectId(),
    number: index + 1,
    name,
    kind: "company" as const,
    companyId: _id,
    offerIds: offers
      .filter(({ companyId, exclusive, status }) => companyId.equals(_id) && !exclusive && status === "published")
      .slice(0, 4)
      .map((offer) => offer._id),
    trainings: [],
    updatedAt: daysAgo(4),
  }));
  const trainers = schools.map((name, index) => ({
    ...stand,
    _id: new Types.ObjectId(),
    number: count + index + 1,
    name,
    kind: "training" as const,
    companyId: null,
    offerIds: [],
    trainings: [
      { id: new Types.ObjectId(), title: index === 0 ? "Conducteur de ligne" : "Aide-soignant", places: 12 },
    ] as never, // ids of parts: the stored type keeps `id` as the noun's text
    updatedAt: daysAgo(4),
  }));
  return [...firms, ...trainers];
};

/** Some of those whom a company of the forum hired. */
const hiredAt = (stands: readonly StandDocument[], { positionings, people }: Given): AccountDocument[] => {
  const firms = new Set(stands.map(({ companyId }) => companyId?.toHexString()));
  const hired = positionings.filter(
    ({ companyId, status }) => hiredSince.has(status) && firms.has(companyId.toHexString()),
  );
  const ids = new Set(hired.slice(0, 8).map(({ accountId }) => accountId.toHexString()));
  return people.filter(({ _id }, index) => (index < 60 || index >= 150) && ids.has(_id.toHexString()));
};

/** At a forum that is over, two in three came. */
const visitorsAt = (forum: JobDatingDocument, people: readonly AccountDocument[]): RegistrationDocument[] =>
  people.map((person, index) => {
    const came = forum.day < today() && index % 3 !== 2;
    return {
      _id: new Types.ObjectId(),
      jobDatingId: forum._id,
      accountId: person._id,
      firstName: person.firstName,
      lastName: person.lastName,
      email: person.email,
      phone: null,
      personKey: person.email,
      code: lettersOf(index),
      badge: index + 1,
      status: "active" as const,
      wishIds: [],
      cannot: [],
      queuedAt: daysAgo(130),
      by: null,
      arrivedAt: came
        ? instantOf(`${forum.day}T${String(9 + (index % 7)).padStart(2, "0")}:${10 + (index % 45)}`)
        : null,
      arrivalKey: came ? `demo-forum-${index}` : null,
      toldTimes: null,
      toldPlace: "placed",
      createdAt: daysAgo(130),
      updatedAt: daysAgo(90),
      effects: [],
    };
  });

type Met = Pick<ContactDocument, "people" | "outcome"> & Partial<ContactDocument>;

const contactAt = ({ _id, forumId, companyId }: StandDocument, met: Met): ContactDocument => {
  const key = new Types.ObjectId().toHexString();
  return {
    _id: new Types.ObjectId(),
    forumId,
    standId: _id,
    companyId,
    key,
    contactKey: key,
    registrationId: null,
    offerId: null,
    trainingId: null,
    note: null,
    positioningId: null,
    createdAt: daysAgo(100),
    updatedAt: daysAgo(100),
    effects: [],
    ...met,
  };
};

/** People whom each stand counted, by what happened. */
const counted = (luck: Chance, stands: readonly StandDocument[]): ContactDocument[] =>
  stands.flatMap((stand) =>
    contactOutcomes
      .filter((outcome) => outcome !== "trainingProposed" || stand.kind === "training")
      .map((outcome) => contactAt(stand, { outcome, people: luck.int(1, outcome === "talked" ? 24 : 6) })),
  );

/** Visitors who gave their code, and whom a positioning followed. */
const followed = (
  stands: readonly StandDocument[],
  visitors: readonly RegistrationDocument[],
  { positionings }: Given,
): ContactDocument[] =>
  stands.flatMap((stand) => {
    const cards = positionings.filter(({ companyId }) => stand.companyId?.equals(companyId) ?? false);
    return cards.flatMap(({ _id, accountId, offerId }) => {
      const visitor = visitors.find((one) => one.accountId?.equals(accountId));
      return visitor
        ? [
            contactAt(stand, {
              people: 1,
              outcome: "meetAgain",
              registrationId: visitor._id,
              contactKey: visitor._id.toHexString(),
              offerId,
              positioningId: _id,
            }),
          ]
        : [];
    });
  });

const remarks = [
  "Très bon accueil, merci.",
  "Plus de stands du bâtiment l’an prochain.",
  "Le parking est loin.",
  "J’ai trouvé une formation.",
] as const;

const answersAt = (luck: Chance, forum: JobDatingDocument): WayOutDocument[] =>
  Array.from({ length: 96 }, (_, index) => ({
    _id: new Types.ObjectId(),
    forumId: forum._id,
    key: `demo-way-out-${index}`,
    satisfaction: luck.pick(["good", "good", "good", "fair", "poor"] as const),
    metCompanies: index % 6 !== 5,
    foundLead: index % 3 === 0,
    wellReceived: index % 12 !== 11,
    wouldReturn: index % 5 !== 4,
    comment: remarks[index] ?? null,
    at: instantOf(`${forum.day}T${String(10 + (index % 7)).padStart(2, "0")}:30`),
  }));
