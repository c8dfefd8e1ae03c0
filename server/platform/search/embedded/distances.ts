import { distanceKm, type Point } from "#server/platform/search/distance-km.ts";
import type { Table } from "./table.ts";

type Measured = Point & { readonly km: Float64Array };

/** The last point asked of each table: a search that found too little asks again from there, further away. */
const last = new WeakMap<Table, Measured>();

/** Kilometres from a point to each document, by slot; NaN where its place is unknown. */
export const distances = (table: Table, from: Point): Float64Array => {
  const known = last.get(table);
  // Rows are only added: as many of them are the same ones.
  if (known?.lat === from.lat && known.lon === from.lon && known.km.length === table.ids.length) return known.km;
  const km = measure(table, from);
  last.set(table, { lat: from.lat, lon: from.lon, km });
  return km;
};

const measure = (table: Table, from: Point): Float64Array => {
  const km = new Float64Array(table.ids.length);
  for (let slot = 0; slot < km.length; slot += 1) {
    km[slot] = distanceKm(from, { lat: table.lat[slot] ?? Number.NaN, lon: table.lon[slot] ?? Number.NaN });
  }
  return km;
};
