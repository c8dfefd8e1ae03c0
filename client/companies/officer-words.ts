import type { CompanyStatus, NoteKind } from "#shared/companies/company.ts";

/** Refusals on the sheets that officers keep. */
export const officerCompanyWords: Readonly<Record<string, string>> = {
  "not-a-siret": "Ce SIRET n’est pas le bon. Il a 14 chiffres, il est sur les factures de l’entreprise.",
  "company-is-known": "Cette entreprise est déjà dans le réseau. Cherchez-la par son SIRET.",
  "contact-was-removed": "Un collègue a retiré ce contact entre-temps.",
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
} as const;

export const statusOfCompany: Record<CompanyStatus, string> = {
  pending: "à vérifier",
  verified: "vérifiée",
  refused: "refusée",
};

export const noteLabels: Record<NoteKind, string> = {
  visit: "Visite",
  call: "Appel",
  mail: "Mail",
  note: "Note",
};
