import type { Offer } from "./offer.ts";
import type { Schedule } from "./offer-words.ts";

export type HoursSaid = Pick<Offer, "schedules" | "title" | "description">;

/** The hours that people refuse and the offer does not ask for: « sans nuit », « pas le dimanche ». */
export const hoursSpared = ({ schedules, title, description }: HoursSaid): readonly string[] =>
  refusable
    .filter(({ of, says }) => !of.some((one) => schedules.includes(one)) && !says.test(`${title} ${description}`))
    .map(({ spared }) => spared);

type Refusable = { readonly of: readonly Schedule[]; readonly says: RegExp; readonly spared: string };

/** Teams in turns (3 × 8) may work at night; an offer that names such hours in its text, even to exclude them, is left. */
const refusable: readonly Refusable[] = [
  { of: ["night", "shifts"], says: /\bnuits?\b/i, spared: "sans nuit" },
  { of: ["evening", "shifts"], says: /\bsoir(?:s|ées?)?(?![\p{L}])/iu, spared: "sans soir" },
  {
    of: ["weekend"],
    says: /\b(?:week[ -]?ends?|samedis?|dimanches?|7 ?j(?:ours)?(?: ?\/ ?| sur )7)\b/i,
    spared: "sans week-end, sans samedi, sans dimanche",
  },
];

export const hoursRefused = refusable.map(({ spared }) => spared).join(", ");
