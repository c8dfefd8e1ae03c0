import { type Geometry, type Point, readGeometry, readPair, storedGeometry } from "./geo-shapes.ts";
import { angleBetween, intersects, isWithin } from "./geo-sphere.ts";
import { numberOf } from "./numbers.ts";
import { StoreError } from "./store-error.ts";
import { isDocument } from "./value-key.ts";

type Test = (value: unknown) => boolean;

/** https://www.mongodb.com/docs/manual/reference/operator/query/geoWithin/ */
export const geoWithin = (operand: unknown): Test => {
  const [shape = "", given] = Object.entries(isDocument(operand) ? operand : {})[0] ?? [];
  if (shape === "$geometry") {
    const area = readGeometry(given);
    if (area.polygons.length === 0) throw new StoreError(2, "$geoWithin needs a Polygon or a MultiPolygon");
    return overPlaces((place) => isWithin(place, area));
  }
  const contains = flatShapes[shape]?.(given);
  if (!contains) throw new StoreError(2, `unknown geo specifier: ${shape}`);
  return overPlaces(({ points, lines, polygons }) => {
    const [point] = points;
    return point !== undefined && lines.length + polygons.length === 0 && points.every(contains);
  });
};

/** https://www.mongodb.com/docs/manual/reference/operator/query/geoIntersects/ */
export const geoIntersects = (operand: unknown): Test => {
  const given = isDocument(operand) ? operand.$geometry : undefined;
  if (given === undefined) throw new StoreError(2, "$geoIntersects needs a $geometry");
  const area = readGeometry(given);
  return overPlaces((place) => intersects(place, area));
};

/** A field may hold one place or an array of them. */
const overPlaces =
  (test: (place: Geometry) => boolean): Test =>
  (value) => {
    const place = storedGeometry(value);
    if (place) return test(place);
    return Array.isArray(value) && value.some((item) => overPlaces(test)(item));
  };

const flatShapes: Record<string, (given: unknown) => (point: Point) => boolean> = {
  $box: (given) => {
    const [[x1, y1], [x2, y2]] = twoCorners(given);
    return ([x, y]) => x >= Math.min(x1, x2) && x <= Math.max(x1, x2) && y >= Math.min(y1, y2) && y <= Math.max(y1, y2);
  },
  $polygon: (given) => {
    const corners = (Array.isArray(given) ? given : isDocument(given) ? Object.values(given) : []).map(readPair);
    if (corners.length < 3 || corners.includes(undefined))
      throw new StoreError(2, "Polygon must have at least 3 points");
    return (point) => inFlatPolygon(point, corners as Point[]); // none is undefined: refused above
  },
  $center: (given) => {
    const { centre, radius } = circle(given);
    return ([x, y]) => Math.hypot(x - centre[0], y - centre[1]) <= radius;
  },
  $centerSphere: (given) => {
    const { centre, radius } = circle(given);
    return (point) => angleBetween(point, centre) <= radius;
  },
};

const twoCorners = (given: unknown): [Point, Point] => {
  const [a, b] = Array.isArray(given) ? given.map(readPair) : [];
  if (!a || !b) throw new StoreError(2, "$box needs two points");
  return [a, b];
};

const circle = (given: unknown): { centre: Point; radius: number } => {
  const [place, length] = Array.isArray(given) ? given : [];
  const [centre, radius] = [readPair(place), numberOf(length)];
  if (!centre || radius === undefined || !(radius >= 0))
    throw new StoreError(2, "a circle needs a point and a radius that is not negative");
  return { centre, radius };
};

/** Corners and edges count as inside. */
const inFlatPolygon = ([x, y]: Point, corners: readonly Point[]): boolean => {
  let inside = false;
  for (const [i, [x1, y1]] of corners.entries()) {
    const [x2, y2] = corners[(i + 1) % corners.length] ?? [x1, y1];
    const side = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
    const between = (x - x1) * (x - x2) <= 0 && (y - y1) * (y - y2) <= 0;
    if (side === 0 && between) return true;
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
};
