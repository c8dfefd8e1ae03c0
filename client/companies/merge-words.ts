import type { TwinReason } from "#shared/companies/company-likeness.ts";

/** Refusals when two files should become one. */
export const mergeWords: Readonly<Record<string, string>> = {
  "refused-company": "Une de ces entreprises a été refusée. Décidez d’abord de sa vérification.",
  "keep-the-verified-one": "Gardez la fiche vérifiée : ses offres sont déjà en ligne.",
  "merge-under-way": "Une de ces fiches est déjà en train de changer. Réessayez dans un instant.",
  "merge-is-closed": "Plus d’un jour a passé : ces fiches ne se séparent plus.",
  "both-at-one-event": "Les deux fiches ont une table au même job dating. Retirez-en une d’abord.",
};

export const twinReasons: Record<TwinReason, string> = {
  "same-siren": "même SIREN, même commune",
  "same-name": "même nom, même secteur géographique",
  "close-name": "noms presque pareils, lieux voisins",
};

export const mergeNotices = {
  merged: "Les deux fiches deviennent une. Vous pouvez l’annuler pendant 24 heures.",
  apart: "C’est noté : ce sont deux entreprises.",
  undone: "Les deux fiches se séparent. Chacune retrouve ce qui était à elle.",
} as const;
