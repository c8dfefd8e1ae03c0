import { offerFormWords } from "./offer-form-words.ts";

/** Refusals on exclusive offers, told to an officer. */
export const exclusiveWords: Readonly<Record<string, string>> = {
  ...offerFormWords,
  "not-an-id": "Choisissez l’entreprise dans la liste.",
  "unknown-company": "Choisissez l’entreprise dans la liste.",
  "company-not-verified": "Vérifiez d’abord cette entreprise, dans la modération.",
  "in-the-future": "Cette date est à venir. Notez le jour où l’entreprise a demandé.",
};

export const exclusiveNotices = {
  recorded: "L’offre est enregistrée. Le classement se remplit en quelques secondes.",
  saved: "Les changements sont enregistrés. Le classement suit.",
  suspended: "L’offre est suspendue. Elle ne peut plus être proposée.",
  published: "L’offre est de nouveau ouverte.",
  closed: "L’offre est close.",
} as const;
