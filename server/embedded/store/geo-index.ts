import type { IndexSpec } from "./collection-index.ts";
import { storedGeometry } from "./geo-shapes.ts";
import { someAt } from "./match-document.ts";
import { numberOf } from "./numbers.ts";
import { StoreError } from "./store-error.ts";
import type { Doc } from "./wire.ts";

/**
 * What a geospatial index refuses to hold. It keeps no keys: places are compared one by one.
 * @throws StoreError 16755 (2dsphere), 13654 or 13027 (2d)
 */
export const refuseBadPlaces = (document: Doc, spec: IndexSpec): string[] => {
  for (const [path, kind] of Object.entries(spec.key)) {
    const refuse = kind === "2d" ? flatRefusal(path, spec) : kind === "2dsphere" ? sphereRefusal(path) : undefined;
    if (!refuse) continue;
    someAt(
      document,
      path.split("."),
      (value) => {
        for (const place of isList(value) ? value : [value]) if (place !== undefined && place !== null) refuse(place);
        return false;
      },
      true,
    );
  }
  return [];
};

const flatRefusal =
  (path: string, { min, max }: IndexSpec) =>
  (value: unknown): void => {
    const [low, high] = [numberOf(min) ?? -180, numberOf(max) ?? 180];
    const place = storedGeometry(value)?.points[0];
    if (!place)
      throw new StoreError(13654, `geo element must be an array or object: ${path}: ${JSON.stringify(value)}`);
    if (place.some((side) => side < low || side > high))
      throw new StoreError(13027, `point not in interval of [ ${low}, ${high} ]: [ ${place.join(", ")} ]`);
  };

const sphereRefusal =
  (path: string) =>
  (value: unknown): void => {
    const place = storedGeometry(value);
    const [longitude, latitude] = place?.points[0] ?? [0, 0];
    if (!place || Math.abs(longitude) > 180 || Math.abs(latitude) > 90)
      throw new StoreError(16755, `Can't extract geo keys: ${path}: ${JSON.stringify(value)}`);
  };

/** Several places: anything but a pair of numbers. */
const isList = (value: unknown): value is unknown[] => Array.isArray(value) && numberOf(value[0]) === undefined;
