import { type Point, placesOf, readPair, readShape, type Shape } from "./geo-shapes.ts";
import { angleBetween, intersects, isWithin } from "./geo-sphere.ts";
import { numberOf } from "./numbers.ts";
import { StoreError } from "./store-error.ts";
import { isDocument } from "./value-key.ts";

type Test = (value: unknown) => boolean;

/** https://www.mongodb.com/docs/manual/reference/operator/query/geoWithin/ */
export const geoWithin = (operand: unknown): Test => {
  const [name = "", given] = Object.entries(isDocument(operand) ? operand : {})[0] ?? [];
  if (name === "$geometry") {
    const area = readShape(given);
    if (area.type !== "Polygon") throw new StoreError(2, "$geoWithin needs a Polygon or a MultiPolygon");
    return somePlace((place) => isWithin(place, area));
  }
  const contains = flatShapes[name]?.(given);
  if (!contains) throw new StoreError(2, `unknown geo specifier: ${name}`);
  return somePlace(({ type, corners }) => type === "Point" && corners.every(contains));
};

/** https://www.mongodb.com/docs/manual/reference/operator/query/geoIntersects/ */
export const geoIntersects = (operand: unknown): Test => {
  const given = isDocument(operand) ? operand.$geometry : undefined;
  if (given === undefined) throw new StoreError(2, "$geoIntersects needs a $geometry");
  const area = readShape(given);
  return somePlace((place) => intersects(place, area));
};

const somePlace =
  (test: (place: Shape) => boolean): Test =>
  (value) =>
    placesOf(value).some((place) => place !== undefined && test(place));

const flatShapes: Record<string, (given: unknown) => (point: Point) => boolean> = {
  $box: (given) => {
    const [[x1, y1] = [0, 0], [x2, y2] = [0, 0]] = readPairs(given, 2);
    return ([x, y]) => (x - x1) * (x - x2) <= 0 && (y - y1) * (y - y2) <= 0;
  },
  $polygon: (given) => {
    const corners = readPairs(isDocument(given) ? Object.values(given) : given, 3);
    return (point) => inFlatPolygon(point, corners);
  },
  $center: (given) => inCircle(given, ([x, y], [a, b]) => Math.hypot(x - a, y - b)),
  $centerSphere: (given) => inCircle(given, angleBetween),
};

const readPairs = (given: unknown, least: number): Point[] => {
  const points = (Array.isArray(given) ? given : []).map(readPair).filter((point) => point !== undefined);
  if (points.length < least || points.length < Object(given).length)
    throw new StoreError(2, `at least ${least} points are needed, and nothing else`);
  return points;
};

const inCircle = (given: unknown, distance: (a: Point, b: Point) => number): ((point: Point) => boolean) => {
  const [place, length] = Array.isArray(given) ? given : [];
  const [centre, radius] = [readPair(place), numberOf(length)];
  if (!centre || radius === undefined || !(radius >= 0))
    throw new StoreError(2, "a circle needs a point and a radius that is not negative");
  return (point) => distance(point, centre) <= radius;
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
