import type { ImportStatus, LineOutcome } from "#shared/companies/company-import.ts";
import type { ImportField } from "#shared/companies/import-columns.ts";

/** Refusals of a list, and of its lines. */
export const importWords: Readonly<Record<string, string>> = {
  "file:required": "Choisissez le fichier de votre liste.",
  "sheet-unreadable": "Ce fichier n’est ni un CSV ni un classeur Excel lisible. Enregistrez-le en CSV, puis réessayez.",
  "sheet-too-big": "Ce fichier est trop gros : 4 Mo et 5 000 lignes au plus. Coupez-le en deux.",
  "sheet-encrypted":
    "Ce fichier est protégé, ou d’un ancien format. Enregistrez-le en .xlsx ou en .csv, sans mot de passe.",
  "sheet-empty": "Ce fichier ne contient aucune ligne d’entreprise.",
  "no-known-column": "Aucune colonne reconnue. Il faut une ligne de titres, avec au moins le nom et la commune.",
  "column-twice": "Deux colonnes disent la même chose. Laissez-en une de côté.",
  "import-has-begun": "L’import a commencé. Les colonnes ne changent plus.",
  "no-name-column": "Dites quelle colonne contient le nom de l’entreprise.",
  "other-import-runs": "Un autre import est en cours. Attendez qu’il finisse.",
};

export const remarkWords: Readonly<Record<string, string>> = {
  "name required": "il manque le nom",
  "siret not-a-siret": "ce SIRET est faux",
  "commune required": "il manque la commune",
  "commune unknown-commune": "commune inconnue",
  "naf not-a-naf": "code NAF inconnu, laissé de côté",
  "contactPhone not-a-phone": "téléphone illisible, laissé de côté",
  "contactEmail not-an-email": "adresse mail fausse, laissée de côté",
};

export const fieldLabels: Record<ImportField, string> = {
  siret: "SIRET",
  name: "Nom de l’entreprise",
  commune: "Commune",
  postcode: "Code postal",
  address: "Adresse",
  naf: "Code NAF",
  sector: "Secteur",
  size: "Effectif",
  website: "Site internet",
  contactName: "Nom du contact",
  contactFirstName: "Prénom du contact",
  contactRole: "Fonction du contact",
  contactPhone: "Téléphone du contact",
  contactEmail: "Adresse mail du contact",
  note: "Note pour le fil",
};

export const outcomeLabels: Record<LineOutcome, { readonly will: string; readonly did: string }> = {
  created: { will: "à ajouter", did: "ajoutées" },
  completed: { will: "à compléter", did: "complétées" },
  same: { will: "sans changement", did: "sans changement" },
  left: { will: "laissées de côté", did: "laissées de côté" },
};

export const importStatusLabels: Record<ImportStatus, string> = {
  read: "lue, rien n’est écrit",
  running: "en cours",
  stopped: "arrêtée",
  done: "terminée",
};

export const importNotices = {
  columns: "Les colonnes sont changées. Regardez ce que cela donne.",
  begun: "L’import a commencé. Vous pouvez quitter cette page.",
  stopped: "L’import est arrêté. Ce qui est écrit reste.",
} as const;
