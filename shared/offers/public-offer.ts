import { z } from "zod";
import { Offer } from "./offer.ts";

/** What anyone may read of a published offer. The employer's name is there only if the offer shows it. */
export const PublicOffer = Offer.pick({
  id: true,
  reference: true,
  title: true,
  occupation: true,
  description: true,
  requiredSkills: true,
  appreciatedSkills: true,
  requiredLicences: true,
  appreciatedLicences: true,
  diploma: true,
  experienceMonths: true,
  experienceRequired: true,
  contract: true,
  durationMonths: true,
  weeklyHours: true,
  schedules: true,
  pay: true,
  startsOn: true,
  posts: true,
  commune: true,
  remote: true,
  withoutCar: true,
  howToApply: true,
  publishedAt: true,
  expiresOn: true,
}).extend({ employer: z.string().nullable() });
export type PublicOffer = z.infer<typeof PublicOffer>;

/** Cuts an offer to what its reader may know; `employerKnown` is `canSeeEmployer` for that reader. */
export const toPublicOffer = (offer: Offer, { employerKnown }: { employerKnown: boolean }): PublicOffer =>
  PublicOffer.parse({ ...offer, employer: employerKnown ? offer.companyName : null });
