import { type Licence, licenceByCode } from "#shared/referentials/licence.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import type { Offer } from "./offer.ts";

export type NotAsked = Pick<Offer, "occupation" | "requiredLicences" | "diploma" | "experienceMonths" | "withoutCar">;

/** What people say they have not, and the offer does not ask for: « sans permis », « débutant accepté ». */
export const notAsked = (offer: NotAsked): readonly string[] => [
  ...(offer.withoutCar ? ["sans voiture, sans véhicule"] : []),
  ...(offer.withoutCar && !requires(offer, "driving") ? ["sans permis"] : []),
  ...(offer.diploma === null && !requires(offer, "diploma") ? ["sans diplôme"] : []),
  ...(offer.experienceMonths === 0 ? ["sans expérience, débutant accepté"] : []),
];

/** By the employer or by the law. */
const requires = ({ occupation, requiredLicences }: NotAsked, kind: Licence["kind"]): boolean =>
  [...requiredLicences, ...(occupationByCode(occupation)?.requiredDiplomas ?? [])].some(
    (code) => licenceByCode(code)?.kind === kind,
  );
