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
import { instantOf } from "#shared/kernel/moment.ts";
import type { Commune } from "#shared/referentials/commune.ts";
import type { Chance } from "./chance.ts";
import { type DemoCompany, daysAgo } from "./demo-companies.ts";
import { demoEvent, demoRegistration } from "./demo-event.ts";
import { answersAt, counted, followed, unnamedAt } from "./demo-forum-day.ts";

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
    contacts: [...counted(luck, stands), ...followed(stands, came, given.positionings)],
    unnamed: unnamedAt(past),
    wayOuts: answersAt(luck, past),
  };
};

const demoForum = (
  { officerId, town }: Given,
  { title, inDays }: { readonly title: string; readonly inDays: number },
): JobDatingDocument => ({
  ...demoEvent({ officerId, town, inDays }),
  kind: "forum",
  title,
  description: "Entrée libre et gratuite. Venez avec ou sans CV.",
  place: "Halle fictive de la Gare",
  opens: "09:00",
  closes: "17:00",
  slotMinutes: 0,
  breakMinutes: 0,
  maxMeetings: 0,
  capacity: 500,
  companies: [],
  lastBadge: 200,
  createdAt: daysAgo(150),
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
      ...demoRegistration(forum, person, index),
      queuedAt: daysAgo(130),
      arrivedAt: came
        ? instantOf(`${forum.day}T${String(9 + (index % 7)).padStart(2, "0")}:${10 + (index % 45)}`)
        : null,
      arrivalKey: came ? `demo-forum-${index}` : null,
      createdAt: daysAgo(130),
      updatedAt: daysAgo(90),
    };
  });
