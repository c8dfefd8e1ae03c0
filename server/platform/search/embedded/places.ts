import { distanceKm, type Point } from "#server/platform/search/distance-km.ts";

/** Where each document is. Many are at one point (a commune's centre): a distance is worked out once a point. */
export type Places = {
  readonly points: Point[];
  readonly codes: Map<string, number>;
  /** By slot, the position in `points`; -1 where the place is unknown. */
  readonly rows: number[];
};

export const noPlaces = (): Places => ({ points: [], codes: new Map(), rows: [] });

/** One more row. */
export const appendPlace = ({ points, codes, rows }: Places, place: Point | null): void => {
  if (place === null) {
    rows.push(-1);
    return;
  }
  const key = `${place.lat} ${place.lon}`;
  const known = codes.get(key);
  if (known === undefined) {
    codes.set(key, points.length);
    points.push(place);
  }
  rows.push(known ?? points.length - 1);
};

export const placeOf = ({ points, rows }: Places, slot: number): Point | null => points[rows[slot] ?? -1] ?? null;

/** Kilometres from a point to each document, by slot; NaN where its place is unknown. */
export type Distances = (slot: number) => number;

export const distancesFrom = ({ points, rows }: Places, from: Point): Distances => {
  const km = Float64Array.from(points, (point) => distanceKm(from, point));
  return (slot) => km[rows[slot] ?? -1] ?? Number.NaN;
};
