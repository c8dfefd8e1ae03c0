import { licenceByCode } from "#shared/referentials/licence.ts";
import { skillById } from "#shared/referentials/skills.ts";
import type { Offer } from "./offer.ts";

type Asked = Pick<Offer, "requiredSkills" | "appreciatedSkills" | "requiredLicences" | "appreciatedLicences">;

/** What an offer asks for, as words: "CACES" and "permis C" are searched like a skill. */
export const askedWords = (offer: Asked): string =>
  [
    ...[...offer.requiredSkills, ...offer.appreciatedSkills].map((id) => skillById(id)?.label ?? ""),
    ...[...offer.requiredLicences, ...offer.appreciatedLicences].map((code) => licenceByCode(code)?.label ?? ""),
  ].join(", ");
