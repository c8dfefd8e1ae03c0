import { today } from "#server/platform/clock.ts";
import { findCommune } from "#server/referentials/find-commune.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { checkOffer } from "#shared/offers/check-offer.ts";
import type { Offer } from "#shared/offers/offer.ts";
import type { OfferForm } from "#shared/offers/offer-contracts.ts";
import type { OfferDraft } from "#shared/offers/offer-draft.ts";
import { defaultExpiry } from "#shared/offers/offer-life.ts";
import { findOccupations } from "#shared/referentials/find-occupation.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";

/** The fields of an offer that its author writes. */
export type WrittenOffer = Omit<OfferDraft, "payMin" | "payMax" | "payPeriod" | "commune" | "expiresOn"> &
  Pick<Offer, "pay" | "commune" | "expiresOn" | "experienceMonths">;

/**
 * Turns what was typed into an offer: the trade and the commune are found, the fields agree with one another.
 * @param expiresOn what an empty last day means
 * @throws the code of each wrong field
 */
export const readOfferForm = (form: OfferForm, expiresOn = defaultExpiry(today())): WrittenOffer => {
  const commune = findCommune(form.commune);
  const occupation = understandOccupation(form.occupation);
  const draft = { ...oneOfEach(form), occupation: occupation ?? "", commune: commune?.code ?? "" };
  const wrong = { ...checkOffer(draft, { today: today() }), ...(commune ? {} : { commune: "unknown-commune" }) };
  if (!commune || Object.keys(wrong).length > 0) throw new Failure("invalid", "invalid", { fields: wrong });
  const { payMin, payMax, payPeriod, ...kept } = draft;
  return {
    ...kept,
    commune,
    pay: { minCents: payMin, maxCents: payMax ?? payMin, period: payPeriod },
    experienceMonths: draft.experienceMonths ?? 0,
    expiresOn: draft.expiresOn ?? expiresOn,
  };
};

/** Below this, a guess would surprise whoever typed: better ask again. */
const sureEnough = 0.5;

/** The code typed, or that of the likeliest trade for these words; null when none is likely. */
export const understandOccupation = (typed: string): string | null => {
  const [found] = occupationByCode(typed) ? [{ code: typed, confidence: 1 }] : findOccupations(typed, { limit: 1 });
  return found && found.confidence >= sureEnough ? found.code : null;
};

/** Ticked as required and as appreciated, it is required. */
const oneOfEach = (form: OfferForm): OfferForm => ({
  ...form,
  appreciatedSkills: form.appreciatedSkills.filter((skill) => !form.requiredSkills.includes(skill)),
  appreciatedLicences: form.appreciatedLicences.filter((licence) => !form.requiredLicences.includes(licence)),
});
