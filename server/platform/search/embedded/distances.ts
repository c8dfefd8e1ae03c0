import type { Table } from "./table.ts";

/** Great-circle kilometres from a point to each document, by slot; NaN where its place is unknown. */
export const distances = (table: Table, from: { readonly lat: number; readonly lon: number }): Float64Array => {
  const km = new Float64Array(table.ids.length);
  const cosine = Math.cos(from.lat * radians);
  for (let slot = 0; slot < km.length; slot += 1) {
    const lat = table.lat[slot] ?? Number.NaN;
    const byLat = Math.sin(((lat - from.lat) * radians) / 2);
    const byLon = Math.sin((((table.lon[slot] ?? Number.NaN) - from.lon) * radians) / 2);
    const square = byLat * byLat + cosine * Math.cos(lat * radians) * byLon * byLon;
    km[slot] = 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(square)));
  }
  return km;
};

const radians = Math.PI / 180;
const earthRadiusKm = 6371.0088;
