import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepPlaces, keptPlaces } from "#server/referentials/kept-places.ts";
import { listPlaces } from "#server/referentials/list-places.ts";
import { loadPlaces } from "#server/referentials/load-places.ts";
import { placeIndex } from "#server/referentials/place-index.ts";
import { placeKey } from "#server/referentials/place-key.ts";
import { completePlaces } from "#server/referentials/places.ts";
import type { BenchTable } from "./print-table.ts";

const limit = 10;
const department = "19";

/** Communes as one types them, beside a scan of every commune; and their reading, from the packages or kept. */
export const benchPlaces = async (): Promise<BenchTable> => {
  const folder = mkdtempSync(join(tmpdir(), "elan-bench-"));
  const fromPackages = time(() => keepPlaces(folder, listPlaces(loadPlaces())));
  const fromFile = time(() => keptPlaces(folder));
  const { places } = placeIndex();
  const names = places.map(({ name }) => placeKey(name));
  const typed = places.filter((_, at) => at % 70 === 0).flatMap(({ name, postcodes }) => beginnings(name, postcodes));
  completePlaces("tul", { limit, department });
  return {
    title: `Completing a commune, ${places.length} communes, ${typed.length} beginnings (read from the packages in ${Math.round(fromPackages)} ms, from the kept file in ${Math.round(fromFile)} ms)`,
    columns: ["way", "p50 ms", "p95 ms", "max ms"],
    rows: [
      measured("completePlaces", typed, (text) => completePlaces(text, { limit, department })),
      measured("scan of every name (peer)", typed, (text) => {
        const key = placeKey(text);
        return places
          .filter((place, at) => names[at]?.includes(key) || place.postcodes.some((code) => code.startsWith(key)))
          .sort((a, b) => b.population - a.population)
          .slice(0, limit);
      }),
    ],
  };
};

/** Each name letter by letter, then its postcode. */
const beginnings = (name: string, [postcode = ""]: readonly string[]): string[] => [
  ...Array.from({ length: Math.min(8, name.length) }, (_, at) => name.slice(0, at + 1)),
  postcode.slice(0, 2),
  postcode,
];

const time = (work: () => unknown): number => {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
};

const measured = (name: string, typed: readonly string[], complete: (text: string) => unknown): (string | number)[] => {
  const times = typed.map((text) => time(() => complete(text))).sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return [name, at(0.5), at(0.95), at(1)];
};
