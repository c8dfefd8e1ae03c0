import type { Offer } from "#shared/offers/offer.ts";
import { OfferDraft } from "#shared/offers/offer-draft.ts";
import { companyId, idOf } from "#test/support/actors.ts";

export const tulle = { code: "19272", name: "Tulle", postcode: "19000", lat: 45.27, lon: 1.77 };

/** A published offer, open until 31 December 2026. */
export const anOffer = (given: Partial<Offer> = {}): Offer => ({
  id: idOf(0x0f),
  reference: 4812,
  title: "Aide-soignant de nuit F/H",
  occupation: "J1501",
  description: "Vous accompagnez les résidents pendant la nuit.",
  requiredSkills: [],
  appreciatedSkills: [],
  requiredLicences: [],
  appreciatedLicences: [],
  diploma: null,
  experienceMonths: 0,
  experienceRequired: false,
  contract: "cdi",
  durationMonths: null,
  weeklyHours: 35,
  schedules: ["night"],
  pay: { minCents: 200_000, maxCents: 220_000, period: "month" },
  startsOn: null,
  posts: 1,
  commune: tulle,
  remote: "none",
  withoutCar: false,
  employerShown: true,
  howToApply: null,
  exclusive: false,
  positionedAccountIds: [],
  companyId,
  companyName: "Résidence des Tilleuls",
  createdBy: idOf(0xe1),
  request: { contactName: "Anne Essai", channel: "online", on: "2026-11-20" },
  status: "published",
  closingReason: null,
  history: [],
  createdAt: "2026-11-20T08:00:00.000Z",
  updatedAt: "2026-11-20T08:00:00.000Z",
  publishedAt: "2026-11-20T08:00:00.000Z",
  expiresOn: "2026-12-31",
  sequence: 1,
  version: 1,
  views: 0,
  ...given,
});

/** What a browser sends for a right offer. */
export const typedOffer = {
  title: "Aide-soignant de nuit F/H",
  occupation: "J1501",
  description: "Vous accompagnez les résidents pendant la nuit.",
  contract: "cdi",
  weeklyHours: "35",
  payMin: "1 905,50",
  payMax: "",
  payPeriod: "month",
  posts: "1",
  commune: "19272",
  remote: "none",
};

export const anOfferDraft = (given: Partial<OfferDraft> = {}): OfferDraft => ({
  ...OfferDraft.parse(typedOffer),
  ...given,
});
