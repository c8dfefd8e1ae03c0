import type { Day } from "#shared/kernel/calendar.ts";
import { schedules } from "#shared/offers/offer-words.ts";
import { minutesBy, type TravelMeans } from "#shared/referentials/travel.ts";
import { diplomasByLaw, expectationsOf, heldLicences, heldSkills, lacksOf } from "./held.ts";
import type { Reason } from "./match.ts";
import type { MatchCv, MatchOffer } from "./match-input.ts";
import { refused } from "./match-points.ts";
import { monthsToward, occupationFit } from "./occupation-fit.ts";
import {
  contractFit,
  cvTerms,
  dayNumber,
  delayOf,
  hoursFit,
  kilometres,
  offerTerms,
  scheduleFit,
  tooFar,
} from "./terms.ts";

/** What fits, then what is missing, then how far: without words. */
export const reasonsFor = (cv: MatchCv, offer: MatchOffer, { today }: { readonly today: Day }): readonly Reason[] => {
  const all = [
    ...occupationReasons(cv, offer),
    ...experienceReasons(cv, offer),
    ...licenceReasons(cv, offer),
    ...skillReasons(cv, offer),
    ...termReasons(cv, offer, today),
    ...distanceReasons(cv, offer),
  ];
  return (["yes", "no", "far"] as const).flatMap((kind) => all.filter((reason) => reason.kind === kind));
};

const occupationReasons = (cv: MatchCv, offer: MatchOffer): Reason[] => {
  const fit = occupationFit(cv, offer.occupation);
  if (fit === null) return [{ kind: "no", code: "other-occupation", facts: { occupation: offer.occupation } }];
  const { occupation, link } = fit;
  const months = monthsIn(cv, occupation);
  if (link !== "same") return [{ kind: "yes", code: "close-occupation", facts: { occupation, months, link } }];
  const code = fit.origin === "wanted" ? "wanted-occupation" : "practised-occupation";
  return [{ kind: "yes", code, facts: { occupation, months } }];
};

const monthsIn = (cv: MatchCv, code: string): number =>
  cv.experiences.reduce((sum, { occupation, months }) => sum + (occupation === code ? months : 0), 0);

const experienceReasons = (cv: MatchCv, offer: MatchOffer): Reason[] => {
  const months = monthsToward(cv, offer.occupation);
  const near = months > monthsIn(cv, offer.occupation);
  const { experienceMonths: asked, experienceRequired: required } = offer;
  if (asked <= 0 && months === 0) return [{ kind: "yes", code: "beginners-welcome", facts: {} }];
  return [{ kind: months >= asked ? "yes" : "no", code: "experience", facts: { months, near, asked, required } }];
};

const licenceReasons = (cv: MatchCv, offer: MatchOffer): Reason[] => {
  const held = heldLicences(cv);
  const line = (licence: string, required: boolean): Reason => ({
    kind: held.has(licence) ? "yes" : "no",
    code: "licence",
    facts: { licence, required },
  });
  const { diploma } = lacksOf(held, offer);
  const required = [...new Set(offer.requiredLicences)].filter((licence) => licence !== diploma);
  const appreciated = [...expectationsOf(offer).licences.keys()];
  return [
    ...(diploma === null ? [] : [byLaw(diploma, offer.occupation)]),
    ...required.map((licence) => line(licence, true)),
    ...appreciated.filter((licence) => licence !== diploma).map((licence) => line(licence, false)),
  ];
};

const byLaw = (diploma: string, occupation: string): Reason => ({
  kind: "no",
  code: "diploma-by-law",
  facts: { licences: [diploma, ...diplomasByLaw(occupation).filter((other) => other !== diploma)] },
});

const skillReasons = (cv: MatchCv, offer: MatchOffer): Reason[] => {
  const held = heldSkills(cv);
  const required = [...new Set(offer.requiredSkills)];
  const appreciated = [...new Set(offer.appreciatedSkills)].filter((skill) => !required.includes(skill));
  const named = [...required, ...appreciated];
  const line = (kind: "yes" | "no", skills: readonly string[], asked: boolean | null): Reason[] =>
    skills.length === 0 ? [] : [{ kind, code: "skills", facts: { skills, required: asked } }];

  const has = (skill: string): boolean => held.has(skill);
  const lacks = (skill: string): boolean => !held.has(skill);
  if (named.length === 0) return line("yes", [...expectationsOf(offer).skills.keys()].filter(has), null);
  return [
    ...line("yes", named.filter(has), required.some(has)),
    ...line("no", required.filter(lacks), true),
    ...line("no", appreciated.filter(lacks), false),
  ];
};

const termReasons = (cv: MatchCv, offer: MatchOffer, today: Day): Reason[] => {
  const wants = cvTerms(cv);
  const holds = offerTerms(offer);
  const found: Reason[] = [...scheduleReasons(cv, offer)];
  if (offer.weeklyHours !== null && cv.hours !== "any" && hoursFit(wants, holds) === refused) {
    found.push({ kind: "no", code: "hours", facts: { weeklyHours: offer.weeklyHours, wanted: cv.hours } });
  }
  if (contractFit(wants, holds) === refused) {
    found.push({ kind: "no", code: "contract", facts: { contract: offer.contract } });
  }
  if (cv.availableFrom !== null && delayOf(wants, holds, dayNumber(today)) > 0) {
    found.push({ kind: "no", code: "available-later", facts: { from: cv.availableFrom } });
  }
  return found;
};

/** Only what a person said is told back: who accepts any schedule was not asked about this one. */
const scheduleReasons = (cv: MatchCv, offer: MatchOffer): Reason[] => {
  if (cv.schedules.length === 0 || offer.schedules.length === 0) return [];
  const asked = schedules.filter((schedule) => offer.schedules.includes(schedule));
  const refusals = asked.filter((schedule) => !cv.schedules.includes(schedule));
  return scheduleFit(cvTerms(cv), offerTerms(offer)) === refused
    ? [{ kind: "no", code: "schedule", facts: { schedules: refusals } }]
    : [{ kind: "yes", code: "schedule", facts: { schedules: asked } }];
};

const distanceReasons = (cv: MatchCv, offer: MatchOffer): Reason[] => {
  if (offer.remote === "full") return [{ kind: "yes", code: "remote", facts: {} }];
  const wants = cvTerms(cv);
  const holds = offerTerms(offer);
  const km = kilometres(wants, holds);
  if (Number.isNaN(km)) return [];
  const { means, minutes } = quickest(cv.means, km);
  const beyond = tooFar(wants, holds);
  const shown = beyond ? Math.ceil(km) : Math.round(km); // never « 35 km, limit 35 » to who is set aside
  return [
    { kind: beyond ? "no" : "far", code: "distance", facts: { km: shown, minutes, means, radiusKm: cv.radiusKm } },
  ];
};

/** By the person's own means; on foot when none was said. */
const quickest = (all: readonly TravelMeans[], km: number): { means: TravelMeans; minutes: number } =>
  all
    .map((means) => ({ means, minutes: minutesBy(means, km) }))
    .reduce((best, way) => (way.minutes < best.minutes ? way : best), {
      means: all[0] ?? "foot",
      minutes: minutesBy(all[0] ?? "foot", km),
    });
