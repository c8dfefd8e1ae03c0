import { Types } from "mongoose";
import type { AlertDocument } from "#server/alerts/alert-model.ts";
import type { ApplicationDocument } from "#server/applications/application-model.ts";
import type { CvDocument } from "#server/cvs/cv-model.ts";
import type { OfferDocument } from "#server/offers/offer-model.ts";
import { now, today } from "#server/platform/clock.ts";
import type { ApplicationStatus } from "#shared/applications/application.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import type { Chance } from "./chance.ts";
import { daysAgo } from "./demo-companies.ts";

type Sides = { offers: readonly OfferDocument[]; cvs: readonly CvDocument[] };

const paths: readonly (readonly ApplicationStatus[])[] = [
  ["new"],
  ["new", "seen"],
  ["new", "seen", "interview"],
  ["new", "seen", "interview", "accepted"],
  ["new", "seen", "refused"],
  ["new", "withdrawn"],
];

/** Applications at every step; the first three are the demonstration's own candidate's. */
export const demoApplications = (luck: Chance, { offers, cvs }: Sides): ApplicationDocument[] => {
  const open = offers.filter(({ status, exclusive }) => status === "published" && !exclusive);
  const home = open.filter(({ occupation }) => homeTrades.includes(occupation)).slice(0, 3);
  const first = home.map((offer, at) => applicationOf(luck, { offer, cv: cvs[0], path: paths[at] ?? ["new"] }));
  const others = open
    .filter((offer) => !home.includes(offer))
    .slice(0, 80)
    .map((offer, at) => applicationOf(luck, { offer, cv: cvs[1 + (at % (cvs.length - 1))], path: luck.pick(paths) }));
  return [...first, ...others].filter((one) => one !== null);
};

/** What the demonstration's own candidate applies for. */
const homeTrades = ["K1304", "J1501", "K1302", "J1301", "K2204"];

type OneApplication = { offer: OfferDocument; cv: CvDocument | undefined; path: readonly ApplicationStatus[] };

const applicationOf = (luck: Chance, { offer, cv, path }: OneApplication): ApplicationDocument | null => {
  if (!cv) return null;
  const began = luck.int(path.length * 2, path.length * 2 + 4);
  const steps = path.map((status, at) => ({
    status,
    at: daysAgo(began - at * 2, 1),
    by: at === 0 ? cv.accountId : offer.createdBy,
  }));
  const status = path.at(-1) ?? "new";
  return {
    _id: new Types.ObjectId(),
    offerId: offer._id,
    accountId: cv.accountId,
    companyId: offer.companyId,
    cvId: cv._id,
    message: "Bonjour, ce poste m’intéresse et je suis disponible.",
    status,
    steps,
    refusalReason: status === "refused" ? "experience" : null,
    answerText: null,
    interviewAt: path.includes("interview")
      ? new Date(Date.parse(`${addDays(today(), luck.int(1, 8))}T09:00:00Z`))
      : null,
    nextDeadline: ["new", "seen"].includes(status) ? addDays(today(), luck.int(1, 6)) : null,
    nudgedAt: null,
    createdAt: steps[0]?.at ?? now(),
    updatedAt: steps.at(-1)?.at ?? now(),
    effects: [],
  };
};

type AlertGiven = {
  offers: readonly OfferDocument[];
  people: readonly { _id: Types.ObjectId; email: string }[];
  cursor: number;
};

/** Saved searches; the demonstration's candidate has the first. */
export const demoAlerts = (luck: Chance, { offers, people, cursor }: AlertGiven): AlertDocument[] =>
  people.slice(0, 25).map((person, at) => {
    const offer = luck.pick(offers);
    const title = occupationByCode(offer.occupation)?.masculine ?? offer.title;
    return {
      _id: new Types.ObjectId(),
      accountId: person._id,
      email: person.email,
      label: `${title}, ${offer.commune.name}`,
      query: {
        text: title,
        commune: offer.commune,
        radiusKm: luck.pick([10, 20, 30]),
        contracts: [],
        schedules: [],
        families: [],
        occupations: [],
        communes: [],
        remote: [],
        withoutCar: false,
        payPerHour: null,
      },
      typed: null,
      compiled: null,
      frequency: at % 5 === 4 ? "weekly" : at % 5 === 3 ? "instant" : "daily",
      weekday: at % 5 === 4 ? 4 : null,
      status: at % 9 === 8 ? "paused" : "active",
      pausedUntil: null,
      // The first ones are a few offers behind: the morning's run has something to say.
      cursor: at < 5 ? Math.max(0, cursor - 60) : cursor,
      createdAt: daysAgo(luck.int(3, 100)),
      changedAt: daysAgo(2),
      confirmedAt: daysAgo(2),
      lastSentAt: null,
      ranOn: null,
      effects: [],
    };
  });
