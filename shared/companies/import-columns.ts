import { fold } from "#shared/referentials/french.ts";

/** What a column of a list of companies may hold. */
export const importFields = [
  "siret",
  "name",
  "commune",
  "postcode",
  "address",
  "naf",
  "sector",
  "size",
  "website",
  "contactName",
  "contactFirstName",
  "contactRole",
  "contactPhone",
  "contactEmail",
  "note",
] as const;
export type ImportField = (typeof importFields)[number];

/** Headings as French lists write them; the first ones are the surest. */
const headings: Readonly<Record<ImportField, readonly string[]>> = {
  siret: ["siret", "siret etablissement", "identifiant siret"],
  name: [
    "raison sociale",
    "nom entreprise",
    "entreprise",
    "denomination",
    "denomination usuelle",
    "societe",
    "nom societe",
    "enseigne",
    "etablissement",
    "nom etablissement",
    "employeur",
    "nom",
  ],
  commune: ["commune", "ville", "localite", "libelle commune", "bureau distributeur"],
  postcode: ["code postal", "cp", "codepostal"],
  address: ["adresse", "adresse 1", "adresse postale", "rue", "voie"],
  naf: ["naf", "code naf", "ape", "code ape", "naf ape", "activite principale"],
  sector: ["secteur", "secteur activite", "activite", "libelle naf", "libelle ape", "branche"],
  size: ["effectif", "effectifs", "taille", "tranche effectif", "tranche effectifs", "nombre salaries", "salaries"],
  website: ["site internet", "site web", "site", "url", "web"],
  contactName: [
    "contact",
    "nom contact",
    "interlocuteur",
    "nom interlocuteur",
    "dirigeant",
    "nom dirigeant",
    "personne contacter",
    "responsable",
    "gerant",
  ],
  contactFirstName: ["prenom", "prenom contact", "prenom interlocuteur", "prenom dirigeant"],
  contactRole: ["fonction", "fonction contact", "qualite", "poste", "role"],
  contactPhone: ["telephone", "tel", "tel contact", "telephone contact", "portable", "mobile", "tel fixe", "phone"],
  contactEmail: [
    "mail",
    "email",
    "e mail",
    "courriel",
    "adresse mail",
    "adresse email",
    "mail contact",
    "adresse e mail",
  ],
  note: ["commentaire", "commentaires", "remarque", "remarques", "note", "notes", "observation", "observations"],
};

const known = new Map(importFields.flatMap((field) => headings[field].map((heading) => [heading, field] as const)));
const little = new Set(["n", "no", "numero", "num", "de", "du", "des", "d", "l", "la", "le", "les", "a", "en"]);

const keyOf = (heading: string): string =>
  fold(heading)
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .split(" ")
    .filter((word) => !little.has(word))
    .join(" ");

/** What each column holds, read from its heading; a field is taken by one column only. */
export const readColumns = (row: readonly string[]): (ImportField | null)[] => {
  const taken = new Set<ImportField>();
  return row.map((heading) => {
    const field = known.get(keyOf(heading)) ?? null;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
};

const lastHeadingRow = 15;

/** The row of headings: titles and blank rows may stand above it. -1 when none is recognised. */
export const findHeadings = (rows: readonly (readonly string[])[]): number => {
  const counts = rows.slice(0, lastHeadingRow).map((row) => readColumns(row).filter((field) => field !== null).length);
  const most = Math.max(0, ...counts);
  return most < 2 ? -1 : counts.indexOf(most);
};
