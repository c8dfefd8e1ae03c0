import type { CompanySize } from "#shared/companies/company.ts";

export const companyWords: Readonly<Record<string, string>> = {
  "siret:required": "Donnez le SIRET : 14 chiffres, sur vos factures.",
  "name:required": "Donnez le nom de l’entreprise.",
  "commune:required": "Donnez la commune de l’entreprise.",
  "phone:required": "Donnez un téléphone pour vous joindre.",
  "not-a-siret": "Ce SIRET n’est pas le bon. Il a 14 chiffres, il est sur vos factures.",
  "siret-taken": "Cette entreprise a déjà un compte. Demandez à votre collègue, ou appelez-nous pour y être ajouté.",
  "already-has-company": "Votre compte a déjà une entreprise. Elle est dans « Mon entreprise ».",
  "not-a-website": "Cette adresse de site n’est pas complète. Exemple : www.exemple.fr.",
  "no-html": "Écrivez du texte simple, sans balises.",
};

export const companyNotices = {
  registered: "Votre entreprise est enregistrée. Nous la vérifions sous deux jours ouvrés.",
  saved: "Votre fiche est enregistrée.",
} as const;

export const companySizeLabels: Record<CompanySize, string> = {
  alone: "Vous seul",
  under10: "Moins de 10 personnes",
  under50: "De 10 à 49 personnes",
  under250: "De 50 à 249 personnes",
  over250: "250 personnes et plus",
};
