import { distanceKm, type Point } from "#server/platform/search/distance-km.ts";
import type { Table } from "./table.ts";

/** Kilometres from a point to each document, by slot; NaN where its place is unknown. */
export const distances = (table: Table, from: Point): Float64Array => {
  const km = new Float64Array(table.ids.length);
  for (let slot = 0; slot < km.length; slot += 1) {
    km[slot] = distanceKm(from, { lat: table.lat[slot] ?? Number.NaN, lon: table.lon[slot] ?? Number.NaN });
  }
  return km;
};
