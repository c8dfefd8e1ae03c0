import type { Collection } from "./collection.ts";
import { type Point, placesAt, readPair, readShape } from "./geo-shapes.ts";
import { angleBetween, earthRadius } from "./geo-sphere.ts";
import { isOperators } from "./match-document.ts";
import { numberOf } from "./numbers.ts";
import { gathered, inParts, type Work } from "./pauses.ts";
import { sortedBy } from "./sort-documents.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { readerOf, type Stored } from "./stored-document.ts";
import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/** Documents sorted by their distance from a place. `unit`: metres, radians, or the plane's own. */
export type Near = { path: string; from: Point; unit: "metre" | "radian" | "flat"; min: number; max: number };

/**
 * Takes `$near` or `$nearSphere` out of a filter: it is an order as much as a condition, so it stands at the top only.
 * https://www.mongodb.com/docs/manual/reference/operator/query/near/
 */
export const readNear = (filter: Doc): { near: Near | undefined; rest: Doc } => {
  const and = Array.isArray(filter.$and) ? filter.$and : [];
  for (const [at, part] of and.entries()) {
    const inner = isDocument(part) ? readNear(part) : undefined;
    if (inner?.near) return { near: inner.near, rest: { ...filter, $and: and.with(at, inner.rest) } };
  }
  const entry = Object.entries(filter).find(([, condition]) => nearNameIn(condition));
  if (!entry) return { near: undefined, rest: filter };
  const [path, condition] = entry;
  const name = nearNameIn(condition) ?? "$near";
  const { [name]: place, $maxDistance, $minDistance, ...others } = isDocument(condition) ? condition : {};
  const { [path]: _, ...rest } = filter;
  if (Object.keys(others).length > 0) rest[path] = others;
  return { near: nearOf(path, name, { $maxDistance, $minDistance, ...(isDocument(place) ? place : { place }) }), rest };
};

const nearNameIn = (condition: unknown): string | undefined =>
  isOperators(condition) ? nearNames.find((operator) => operator in condition) : undefined;

const nearNames = ["$near", "$nearSphere", "$geoNear"];

export const nearOf = (
  path: string,
  name: string,
  { $geometry, place, $maxDistance, $minDistance, ...pair }: Doc,
): Near => {
  const shape = $geometry ?? ("coordinates" in pair ? pair : undefined);
  const from = shape === undefined ? readPair(place ?? pair) : readShape(shape).corners[0];
  if (!from) throw new StoreError(2, `invalid point in geo near query: ${path}`);
  const [max, min] = [numberOf($maxDistance ?? Number.POSITIVE_INFINITY), numberOf($minDistance ?? 0)];
  if (max === undefined || min === undefined || max < 0 || min < 0)
    throw new StoreError(2, "$maxDistance and $minDistance must be non-negative");
  const unit = shape !== undefined ? "metre" : name === "$nearSphere" ? "radian" : "flat";
  return { path, from, unit, min, max };
};

/** @throws StoreError 291 without the index that MongoDB would need */
export const refuseWithoutGeoIndex = (collection: Collection, { path, unit }: Near): void => {
  const kinds = collection.indexes.map(({ spec }) => Object.entries(spec.key).find(([field]) => field === path)?.[1]);
  const wanted: unknown[] = unit === "flat" ? ["2d"] : unit === "metre" ? ["2dsphere"] : ["2d", "2dsphere"];
  if (!kinds.some((kind) => wanted.includes(kind)))
    throw new StoreError(291, "error processing query: unable to find index for $geoNear query");
};

export type Placed = { stored: Stored; distance: number };

/** Those within the distances, the nearest first. */
export function* byDistance(found: readonly Stored[], near: Near): Work<Placed[]> {
  const read = readerOf([near.path.split(".")[0] ?? near.path]);
  const placed = yield* gathered(inParts(found, (stored) => ({ stored, distance: shortest(read(stored), near) })));
  const within = placed.filter(({ distance }) => distance >= near.min && distance <= near.max);
  return yield* sortedBy(within, (a, b) => a.distance - b.distance);
}

const shortest = (document: Doc, near: Near): number => {
  const places = placesAt(document, near.path).filter((place) => place !== undefined);
  if (places.some(({ type }) => type !== "Point")) throw notBuilt("$near over shapes that are not points");
  const distances = places.flatMap(({ corners }) => corners.map((point) => distanceTo(point, near)));
  return distances.length === 0 ? Number.NaN : Math.min(...distances);
};

const distanceTo = (point: Point, { from, unit }: Near): number => {
  if (unit === "flat") return Math.hypot(point[0] - from[0], point[1] - from[1]);
  return angleBetween(point, from) * (unit === "metre" ? earthRadius : 1);
};
