import { Types } from "mongoose";
import type { AccountDocument } from "#server/accounts/account-model.ts";
import {
  type JobDatingDocument,
  type RegistrationDocument,
  toJobDating,
  toRegistration,
} from "#server/events/job-dating-model.ts";
import { stored } from "#server/events/make-plan.ts";
import type { VerdictDocument } from "#server/events/verdict-model.ts";
import type { OfferDocument } from "#server/offers/offer-model.ts";
import { now } from "#server/platform/clock.ts";
import { timetableInput } from "#shared/events/dating-input.ts";
import { solveTimetable } from "#shared/events/timetable/solve-timetable.ts";
import { instantOf } from "#shared/kernel/moment.ts";
import type { Commune } from "#shared/referentials/commune.ts";
import type { Chance } from "./chance.ts";
import { type DemoCompany, daysAgo } from "./demo-companies.ts";
import { demoEvent, demoRegistration } from "./demo-event.ts";

type Given = {
  readonly companies: readonly DemoCompany[];
  readonly offers: readonly OfferDocument[];
  readonly people: readonly AccountDocument[];
  readonly officerId: Types.ObjectId;
  readonly town: Commune;
};

type DemoEvents = {
  readonly datings: readonly JobDatingDocument[];
  readonly registrations: readonly RegistrationDocument[];
  readonly verdicts: readonly VerdictDocument[];
};

/** One job dating to come, its timetable announced, and one that took place last month. */
export const demoEvents = (luck: Chance, given: Given): DemoEvents => {
  const next = demoDating(given, { title: "Job dating des métiers qui recrutent", inDays: 12, companies: 8 });
  const past = demoDating(given, { title: "Job dating de rentrée", inDays: -34, companies: 6 });
  const coming = registrationsAt(luck, next, given.people.slice(0, 38));
  const came = registrationsAt(luck, past, given.people.slice(20, 48));
  const over = announced(past, came);
  const there = came.map((person, index) => ({ ...person, ...arrival(past, index) }));
  return {
    datings: [announced(next, coming), over],
    registrations: [...coming, ...there],
    verdicts: saidAfter(over, there),
  };
};

/** One in seven did not come. */
const arrival = ({ day }: JobDatingDocument, index: number): Pick<RegistrationDocument, "arrivedAt" | "arrivalKey"> =>
  index % 7 === 6
    ? { arrivedAt: null, arrivalKey: null }
    : { arrivedAt: instantOf(`${day}T08:${30 + (index % 25)}`), arrivalKey: `demo-door-${index}` };

const turns = ["next", "no", "next", "no", "no", "hire"] as const;

/** What each company said of those it met; a meeting in four was left without a word. */
const saidAfter = (dating: JobDatingDocument, there: readonly RegistrationDocument[]): VerdictDocument[] => {
  const came = new Set(there.filter(({ arrivedAt }) => arrivedAt !== null).map(({ _id }) => _id.toHexString()));
  return (dating.announced?.meetings ?? []).flatMap(({ registrationId, companyId }, index) => {
    const verdict = turns[index % turns.length];
    if (index % 4 === 3 || verdict === undefined || !came.has(registrationId.toHexString())) return [];
    const company = dating.companies.find((one) => one.companyId.equals(companyId));
    const at = instantOf(`${dating.day}T12:05`);
    return {
      _id: new Types.ObjectId(),
      jobDatingId: dating._id,
      registrationId,
      companyId,
      verdict,
      note: null,
      offerId: company?.offerIds[0] ?? null,
      positioningId: null,
      by: null,
      createdAt: at,
      updatedAt: at,
      effects: [],
    };
  });
};

type Asked = { readonly title: string; readonly inDays: number; readonly companies: number };

const demoDating = ({ companies, offers, officerId, town }: Given, asked: Asked): JobDatingDocument => ({
  ...demoEvent({ officerId, town, inDays: asked.inDays }),
  kind: "jobDating",
  title: asked.title,
  description: "Venez avec votre CV si vous en avez un. Un café vous attend à l’entrée.",
  place: "Salle fictive des Trois Provinces",
  opens: "09:00",
  closes: "12:00",
  slotMinutes: 12,
  breakMinutes: 3,
  maxMeetings: 4,
  capacity: 40,
  companies: companies.slice(0, asked.companies).map(({ _id, name }) => ({
    companyId: _id,
    name,
    tables: [{ number: 1, closed: [] }],
    offerIds: offers.filter(({ companyId }) => companyId.equals(_id)).map((offer) => offer._id),
  })),
});

const registrationsAt = (
  luck: Chance,
  dating: JobDatingDocument,
  people: readonly AccountDocument[],
): RegistrationDocument[] =>
  people.map((person, index) => {
    const first = luck.int(0, dating.companies.length - 1);
    const wishes = [0, 2, 3].map((step) => dating.companies[(first + step) % dating.companies.length]?.companyId);
    return {
      ...demoRegistration(dating, person, index),
      wishIds: wishes.filter((id) => id !== undefined),
      cannot: index % 7 === 3 ? [0, 1, 2] : [],
    };
  });

const announced = (dating: JobDatingDocument, registrations: readonly RegistrationDocument[]): JobDatingDocument => {
  const people = registrations.map(toRegistration);
  const facts = { people, scores: new Map(), shutOut: new Set<string>(), from: 0 };
  const { meetings, figures, possible, proved } = solveTimetable(timetableInput(toJobDating(dating), facts));
  const kept = meetings.map(stored);
  const plan = { meetings: kept, figures, possible, proved, basis: 0, at: now() };
  return {
    ...dating,
    lastBadge: registrations.length,
    plan,
    announced: { meetings: kept, revision: 1, at: daysAgo(1) },
  };
};
