import { addDays, type Day } from "#shared/kernel/calendar.ts";
import { licenceByCode } from "#shared/referentials/licence.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import { skillById } from "#shared/referentials/skills.ts";
import { type MinimumWageRate, minimumPay, minimumWageBinds, minimumWageRates } from "./minimum-wage.ts";
import type { OfferDraft } from "./offer-draft.ts";
import { furthestExpiry } from "./offer-life.ts";
import type { ContractType, PayPeriod } from "./offer-words.ts";

type Wrong = Partial<Record<keyof OfferDraft, string>>;
type Facts = { readonly today: Day; readonly rates?: readonly MinimumWageRate[] };

/** What is wrong between the fields of a draft, by field, as stable codes; empty when it may be kept. */
export const checkOffer = (draft: OfferDraft, { today, rates = minimumWageRates }: Facts): Wrong => ({
  ...wrongWords(draft),
  ...wrongDays(draft, today),
  ...wrongDuration(draft),
  ...wrongClis(draft),
  ...wrongPay(draft, { today, rates }),
});

const wrongWords = (draft: OfferDraft): Wrong => ({
  ...(occupationByCode(draft.occupation) ? {} : { occupation: "unknown-occupation" }),
  ...(draft.requiredSkills.every(skillById) ? {} : { requiredSkills: "unknown-skill" }),
  ...(draft.appreciatedSkills.every(skillById) ? {} : { appreciatedSkills: "unknown-skill" }),
  ...(draft.requiredLicences.every(licenceByCode) ? {} : { requiredLicences: "unknown-licence" }),
  ...(draft.appreciatedLicences.every(licenceByCode) ? {} : { appreciatedLicences: "unknown-licence" }),
});

const wrongDays = ({ startsOn, expiresOn }: OfferDraft, today: Day): Wrong => ({
  ...(startsOn !== null && startsOn < today ? { startsOn: "in-the-past" } : {}),
  ...(startsOn !== null && startsOn > addDays(today, 730) ? { startsOn: "too-far" } : {}),
  ...(expiresOn !== null && expiresOn < today ? { expiresOn: "in-the-past" } : {}),
  ...(expiresOn !== null && expiresOn > furthestExpiry(today) ? { expiresOn: "too-far" } : {}),
});

const endingContracts: readonly ContractType[] = ["cdd", "apprenticeship", "internship", "pec"];

const wrongDuration = ({ contract, durationMonths }: OfferDraft): Wrong => {
  if (contract === "cdi" && durationMonths !== null) return { durationMonths: "permanent-has-no-end" };
  if (endingContracts.includes(contract) && durationMonths === null) return { durationMonths: "required" };
  return {};
};

/** The département's aid to a CLIS asks for 30 hours a week and, when the contract ends, six months. */
const wrongClis = ({ contract, durationMonths, weeklyHours }: OfferDraft): Wrong => {
  if (contract !== "clis") return {};
  return {
    ...(weeklyHours < 30 ? { weeklyHours: "clis-too-few-hours" } : {}),
    ...(durationMonths !== null && durationMonths < 6 ? { durationMonths: "clis-too-short" } : {}),
  };
};

/** Above this, the period was mistaken (a monthly pay typed as an hourly one). */
const highestCents = { hour: 30_000, month: 3_000_000, year: 36_000_000 } as const satisfies Record<PayPeriod, number>;

const wrongPay = (draft: OfferDraft, { today, rates }: Required<Facts>): Wrong => {
  const { payMin, payPeriod, weeklyHours, contract, commune } = draft;
  const payMax = draft.payMax ?? payMin;
  const on = draft.startsOn !== null && draft.startsOn > today ? draft.startsOn : today;
  const least = minimumPay({ period: payPeriod, weeklyHours, on }, rates);
  const bound = minimumWageBinds({ contract, communeCode: commune });
  return {
    ...(payMin > highestCents[payPeriod] ? { payMin: "pay-too-high" } : {}),
    ...(payMax > highestCents[payPeriod] ? { payMax: "pay-too-high" } : {}),
    ...(payMax < payMin ? { payMax: "pay-max-below-min" } : {}),
    ...(bound && payMin < least ? { payMin: "pay-below-minimum" } : {}),
  };
};
