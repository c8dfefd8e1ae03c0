export type Point = { readonly lat: number; readonly lon: number };

/** Great-circle kilometres; NaN when a coordinate is. */
export const distanceKm = (from: Point, to: Point): number => {
  const byLat = Math.sin(((to.lat - from.lat) * radians) / 2);
  const byLon = Math.sin(((to.lon - from.lon) * radians) / 2);
  const square = byLat * byLat + Math.cos(from.lat * radians) * Math.cos(to.lat * radians) * byLon * byLon;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(square)));
};

const radians = Math.PI / 180;
const earthRadiusKm = 6371.0088;
