import type { IndexSpec } from "./collection-index.ts";
import { onEarth, type Point, placesAt } from "./geo-shapes.ts";
import { numberOf } from "./numbers.ts";
import { StoreError } from "./store-error.ts";
import type { Doc } from "./wire.ts";

/**
 * What a geospatial index refuses to hold. It keeps no keys: places are compared one by one.
 * @throws StoreError 16755 (2dsphere), 13654 or 13027 (2d)
 */
export const refuseBadPlaces = (document: Doc, spec: IndexSpec): string[] => {
  const [low, high] = [numberOf(spec.min) ?? -180, numberOf(spec.max) ?? 180];
  const onPlane = (point: Point): boolean => point.every((side) => side >= low && side <= high);
  for (const [path, kind] of Object.entries(spec.key)) {
    if (kind === "2d") refuseOutside(document, { path, holds: onPlane, codes: [13654, 13027] });
    if (kind === "2dsphere") refuseOutside(document, { path, holds: onEarth, codes: [16755, 16755] });
  }
  return [];
};

type Bounds = { path: string; holds: (point: Point) => boolean; codes: [noPlace: number, outside: number] };

const refuseOutside = (document: Doc, { path, holds, codes: [noPlace, outside] }: Bounds): void => {
  for (const place of placesAt(document, path)) {
    if (!place) throw new StoreError(noPlace, `Can't extract geo keys: what is at ${path} is no place`);
    if (!place.corners.every(holds)) throw new StoreError(outside, `point not in interval: ${place.corners.join(" ")}`);
  }
};
