import { placeKey } from "#server/referentials/place-key.ts";
import type { AreaMap } from "./official.ts";
import type { CsvTable } from "./read-csv.ts";
import type { Refuse } from "./read-occupations.ts";

/** Which columns say the commune, its name, the area's code and its name; the years in their names change. */
type Columns = { readonly commune: RegExp; readonly place: RegExp; readonly area: RegExp; readonly name: RegExp };

export const areaColumns = {
  "employment-zones": { commune: /^codgeo$/, place: /^libgeo$/, area: /^ze\d{4}$/, name: /^libze\d{4}$/ },
  basins: { commune: /^code_commune_insee$/, place: /^nomcom$/, area: /^be\d{2,4}$/, name: /^nombe\d{2,4}$/ },
} as const satisfies Record<string, Columns>;

/** The area of each commune; null when the file lacks a column, which `refuse` was told. */
export const readAreas = (table: CsvTable, columns: Columns, refuse: Refuse): AreaMap | null => {
  const [commune, place, area, title] = [columns.commune, columns.place, columns.area, columns.name].map((pattern) =>
    table.columns.find((name) => pattern.test(name)),
  );
  if (commune === undefined || area === undefined || title === undefined) {
    refuse(1, "il manque une colonne : la commune, le code ou le nom de la zone");
    return null;
  }
  const names = new Map<string, string>();
  const byCommune = new Map<string, string>();
  for (const { line, get } of table.rows) {
    const row = { code: get(commune).padStart(5, "0"), zone: get(area), title: get(title) }; // spreadsheets eat the 0 of "01001"
    const wrong = whyNot(row, byCommune.get(row.code));
    if (wrong !== null) refuse(line, wrong);
    else {
      byCommune.set(row.code, row.zone);
      names.set(row.zone, bestName({ kept: names.get(row.zone), area: row.title, place: get(place ?? "") }));
    }
  }
  return { names: Object.fromEntries(names), byCommune: Object.fromEntries(byCommune) };
};

type AreaRow = { readonly code: string; readonly zone: string; readonly title: string };

const whyNot = ({ code, zone, title }: AreaRow, known: string | undefined): string | null => {
  if (!inseeCode.test(code)) return `« ${code} » n’est pas un code INSEE`;
  if (zone === "" || title === "") return `la commune ${code} n’a pas de zone`;
  return known === undefined || known === zone ? null : `la commune ${code} est déjà plus haut, dans une autre zone`;
};

const inseeCode = /^(?:\d{5}|2[AB]\d{3})$/;

/** An area is mostly called after one of its communes, which the file writes with its accents and hyphens. */
const bestName = ({ kept, area, place }: { kept: string | undefined; area: string; place: string }): string =>
  placeKey(place) === placeKey(area) ? place.replaceAll("'", "’").replace(/^L’ /, "L’") : (kept ?? readable(area));

/** "MARNE LA VALLEE" → "Marne la Vallee"; a name that has small letters is left as it is. */
const readable = (name: string): string => {
  const text = name.replaceAll("'", "’");
  if (/\p{Ll}/u.test(text)) return text;
  return text
    .toLowerCase()
    .replace(/(?<![\p{L}\p{N}])\p{L}+/gu, (word, at: number) => (at > 0 && small.has(word) ? word : capital(word)));
};

const small: ReadonlySet<string> = new Set("de du des la le les en sur sous et a au aux d l".split(" "));
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
