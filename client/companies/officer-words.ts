import type { CompanySize, CompanyStatus, NoteKind } from "#shared/companies/company.ts";

/** Refusals on the sheets that officers keep. */
export const officerCompanyWords: Readonly<Record<string, string>> = {
  "not-a-siret": "Ce SIRET n’est pas le bon. Il a 14 chiffres, il est sur les factures de l’entreprise.",
  "company-is-known": "Cette entreprise est déjà dans le réseau. Cherchez-la par son SIRET.",
  "contact-was-removed": "Un collègue a retiré ce contact entre-temps.",
  "siret-stays": "Un SIRET connu ne s’efface pas. Corrigez-le, ou laissez-le.",
  "not-a-naf": "Ce code NAF n’existe pas. Exemple : 47.11F.",
  "not-a-website": "Cette adresse de site n’est pas complète. Exemple : www.exemple.fr.",
  "ends-before-it-begins": "La fin vient avant la signature. Vérifiez les deux dates.",
  "no-action-planned": "Aucune action n’était prévue.",
  "no-html": "Écrivez du texte simple, sans balises.",
};

export const officerCompanyNotices = {
  created: "L’entreprise est dans le réseau. Ajoutez qui vous y connaissez.",
  contactKept: "Le contact est enregistré.",
  contactRemoved: "Le contact est retiré.",
  noted: "C’est noté sur le fil.",
  planned: "L’action est prévue. Elle s’affichera dans « Aujourd’hui » ce jour-là.",
  finished: "C’est fait. Le fil le garde.",
  saved: "La fiche est enregistrée.",
  needKept: "Le besoin est noté.",
  needMet: "Le besoin est terminé. Le fil le garde.",
  agreementKept: "L’accord est noté.",
  agreementRemoved: "L’accord est retiré.",
} as const;

export const statusOfCompany: Record<CompanyStatus, string> = {
  pending: "à vérifier",
  verified: "vérifiée",
  refused: "refusée",
};

export const sizeOfCompany: Record<CompanySize, string> = {
  alone: "1 personne",
  under10: "moins de 10 personnes",
  under50: "de 10 à 49 personnes",
  under250: "de 50 à 249 personnes",
  over250: "250 personnes et plus",
};

export const noteLabels: Record<NoteKind, string> = {
  visit: "Visite",
  call: "Appel",
  mail: "Mail",
  note: "Note",
};
