import { someAt } from "./match-document.ts";
import { numberOf } from "./numbers.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/** Longitude and latitude in degrees, or x and y on a plane. */
export type Point = readonly [number, number];
/** The corners of a polygon are those of its ring, which is closed. */
export type Shape = { type: "Point" | "LineString" | "Polygon"; corners: Point[] };

/** `[x, y]` or an embedded document of two numbers, whatever their names: what MongoDB calls legacy coordinates. */
export const readPair = (value: unknown): Point | undefined => {
  const [x, y] = (Array.isArray(value) ? value : isDocument(value) ? Object.values(value) : []).map(numberOf);
  return x === undefined || y === undefined ? undefined : [x, y];
};

/**
 * Reads GeoJSON. https://www.mongodb.com/docs/manual/reference/geojson/
 * @throws StoreError 2 when it is not well formed
 */
export const readShape = (value: unknown): Shape => {
  if (!isDocument(value)) throw bad(`$geometry requires an object, not ${JSON.stringify(value)}`);
  const { type, coordinates, crs } = value;
  if (JSON.stringify(crs)?.includes("strictwinding")) throw notBuilt("a polygon with strict winding");
  if (type === "Point") return { type, corners: readCorners([coordinates], 1) };
  if (type === "LineString") return { type, corners: readCorners(coordinates, 2) };
  if (type === "Polygon") return { type, corners: readRing(coordinates) };
  if (/^Multi|^GeometryCollection$/.test(String(type))) throw notBuilt(`the shape ${type}`);
  throw bad(`unknown GeoJSON type: ${JSON.stringify(type)}`);
};

const readRing = (rings: unknown): Point[] => {
  const [ring, ...holes] = Array.isArray(rings) ? rings : [];
  if (holes.length > 0) throw notBuilt("a polygon with holes");
  const corners = readCorners(ring, 4);
  if (String(corners[0]) !== String(corners.at(-1)))
    throw bad("Loop is not closed, first vertex does not equal last vertex");
  return corners;
};

const readCorners = (value: unknown, least: number): Point[] => {
  const corners = (Array.isArray(value) ? value : []).map((item) => (Array.isArray(item) ? readPair(item) : undefined));
  if (corners.length < least) throw bad(`at least ${least} points are needed`);
  if (!corners.every(onEarth)) throw bad("Point must only contain numeric elements, longitude/latitude in bounds");
  return corners;
};

export const onEarth = (point: Point | undefined): point is Point =>
  point !== undefined && Math.abs(point[0]) <= 180 && Math.abs(point[1]) <= 90;

const bad = (reason: string): StoreError => new StoreError(2, `invalid geometry: ${reason}`);

/** What a field stands for on the map: one place, or each of a list; undefined for what is no place. */
export const placesOf = (value: unknown): (Shape | undefined)[] => {
  const isList = Array.isArray(value) && numberOf(value[0]) === undefined;
  return (isList ? value : [value]).filter((item) => item !== undefined && item !== null).map(placeOf);
};

export const placesAt = (document: Doc, path: string): (Shape | undefined)[] => {
  const places: (Shape | undefined)[] = [];
  const keep = (value: unknown): boolean => places.push(...placesOf(value)) < 0;
  someAt(document, path.split("."), keep, true);
  return places;
};

const placeOf = (value: unknown): Shape | undefined => {
  if (isDocument(value) && typeof value.type === "string" && ("coordinates" in value || "geometries" in value)) {
    try {
      return readShape(value);
    } catch (error) {
      if (error instanceof StoreError && error.code === 2) return undefined;
      throw error;
    }
  }
  const pair = readPair(value);
  return pair && { type: "Point", corners: [pair] };
};
