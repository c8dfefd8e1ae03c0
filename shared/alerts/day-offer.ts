import type { Offer } from "#shared/offers/offer.ts";
import { analyse } from "#shared/referentials/french.ts";
import { acronymMeaning, expandAcronyms } from "#shared/referentials/french-acronyms.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import { skillById } from "#shared/referentials/skills.ts";
import { isTerm, termsOf } from "./terms-of-work.ts";

/** What an alert looks at in an offer. */
export type DayOffer = {
  readonly id: string;
  readonly sequence: number;
  readonly occupation: string;
  readonly family: string;
  readonly contract: string;
  readonly schedules: readonly string[];
  readonly commune: string;
  readonly remote: string;
  readonly withoutCar: boolean;
  readonly lat: number;
  readonly lon: number;
  /** Stems of the title, acronyms read out. */
  readonly titleStems: readonly string[];
  /** Stems of everything it says, the names of its occupation and what it asks for included. */
  readonly stems: readonly string[];
};

type Source = Pick<
  Offer,
  | "id"
  | "sequence"
  | "title"
  | "occupation"
  | "description"
  | "requiredSkills"
  | "appreciatedSkills"
  | "contract"
  | "schedules"
  | "commune"
  | "remote"
  | "withoutCar"
  | "employerShown"
  | "companyName"
>;

export const toDayOffer = (offer: Source): DayOffer => {
  const occupation = occupationByCode(offer.occupation);
  const titleStems = expandAcronyms(analyse(offer.title));
  const names = occupation ? [occupation.masculine, occupation.feminine, ...occupation.synonyms].join(", ") : "";
  const skills = [...offer.requiredSkills, ...offer.appreciatedSkills].map((id) => skillById(id)?.label ?? "");
  const said = [offer.description, ...skills, offer.commune.name, offer.employerShown ? offer.companyName : ""];
  return {
    id: offer.id,
    sequence: offer.sequence ?? 0,
    occupation: offer.occupation,
    family: occupation?.family ?? "",
    contract: offer.contract,
    schedules: offer.schedules,
    commune: offer.commune.code,
    remote: offer.remote,
    withoutCar: offer.withoutCar,
    lat: offer.commune.lat,
    lon: offer.commune.lon,
    titleStems: [...new Set(titleStems)],
    stems: [
      ...new Set([
        ...titleStems,
        ...termsOf(offer),
        ...expandAcronyms(analyse(names)).filter((stem) => !isTerm(stem)),
        ...readOutProse(analyse(said.join("\n"))),
      ]),
    ],
  };
};

/** In prose, « as » and « es » are verbs: only longer acronyms are read out. */
const readOutProse = (stems: readonly string[]): string[] =>
  stems.flatMap((stem) => (stem.length < 3 ? [stem] : [stem, ...(acronymMeaning(stem) ?? [])]));
