export type Coordinates = { readonly lat: number; readonly lon: number };

/** A commune of France. */
export type Place = {
  /** INSEE code. */
  readonly code: string;
  readonly name: string;
  readonly postcodes: readonly string[];
  /** Code of the département: "19", "2A", "974". */
  readonly department: string;
  /** SIREN of the group of communes; null for the few communes that belong to none. */
  readonly epci: string | null;
  readonly population: number;
  /** Degrees, WGS 84; null when unknown. */
  readonly lat: number | null;
  readonly lon: number | null;
};

export const earthRadiusKm = 6371;

/** As the crow flies, in kilometres. */
export const kilometresBetween = (from: Coordinates, to: Coordinates): number => {
  const radians = Math.PI / 180;
  const halfLat = Math.sin(((to.lat - from.lat) * radians) / 2);
  const halfLon = Math.sin(((to.lon - from.lon) * radians) / 2);
  const chord = halfLat ** 2 + Math.cos(from.lat * radians) * Math.cos(to.lat * radians) * halfLon ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord)));
};
