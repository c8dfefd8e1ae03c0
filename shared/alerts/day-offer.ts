import { askedWords } from "#shared/offers/asked-words.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { isTerm, termsOf } from "#shared/offers/terms-of-work.ts";
import { analyse } from "#shared/referentials/french.ts";
import { acronymMeaning, expandAcronyms } from "#shared/referentials/french-acronyms.ts";
import type { Occupation } from "#shared/referentials/occupation.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";

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
  /** Gross cents an hour, the most it promises. */
  readonly payPerHour: number;
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
  | "durationMonths"
  | "schedules"
  | "commune"
  | "remote"
  | "withoutCar"
  | "requiredLicences"
  | "appreciatedLicences"
  | "diploma"
  | "experienceMonths"
  | "pay"
  | "weeklyHours"
  | "employerShown"
  | "companyName"
>;

export const toDayOffer = (offer: Source): DayOffer => {
  const occupation = occupationByCode(offer.occupation);
  const titleStems = expandAcronyms(analyse(offer.title));
  const said = [offer.description, askedWords(offer), offer.commune.name, offer.employerShown ? offer.companyName : ""];
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
    payPerHour: perHour(offer),
    lat: offer.commune.lat,
    lon: offer.commune.lon,
    titleStems: [...new Set(titleStems)],
    stems: [
      ...new Set([
        ...titleStems,
        ...termsOf(offer),
        ...stemsOfTrade(occupation),
        ...readOutProse(analyse(said.join("\n"))),
      ]),
    ],
  };
};

const tradeStems = new WeakMap<Occupation, readonly string[]>();

/** Every offer of a trade bears all of its names. */
const stemsOfTrade = (occupation: Occupation | undefined): readonly string[] => {
  if (!occupation) return [];
  const known = tradeStems.get(occupation);
  if (known) return known;
  const names = [occupation.masculine, occupation.feminine, ...occupation.synonyms].join(", ");
  const stems = [...new Set(expandAcronyms(analyse(names)))].filter((stem) => !isTerm(stem));
  tradeStems.set(occupation, stems);
  return stems;
};

const perHour = ({ pay, weeklyHours }: Pick<Offer, "pay" | "weeklyHours">): number => {
  const hours = { hour: 1, month: (weeklyHours * 52) / 12, year: weeklyHours * 52 }[pay.period];
  return hours > 0 ? Math.round(pay.maxCents / hours) : 0;
};

/** In prose, « as » and « es » are verbs: only longer acronyms are read out. */
const readOutProse = (stems: readonly string[]): string[] =>
  stems.flatMap((stem) => (stem.length < 3 ? [stem] : [stem, ...(acronymMeaning(stem) ?? [])]));
