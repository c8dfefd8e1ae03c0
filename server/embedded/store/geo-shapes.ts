import { numberOf } from "./numbers.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { isDocument } from "./value-key.ts";

/** Longitude and latitude in degrees, or x and y on a plane. */
export type Point = readonly [number, number];
/** Of a polygon: the outer ring, then the holes, each closed. */
export type Geometry = { points: Point[]; lines: Point[][]; polygons: Point[][][] };

/** `[x, y]` or an embedded document of two numbers, whatever their names: what MongoDB calls legacy coordinates. */
export const readPair = (value: unknown): Point | undefined => {
  const [x, y] = (Array.isArray(value) ? value : isDocument(value) ? Object.values(value) : []).map(numberOf);
  return x === undefined || y === undefined ? undefined : [x, y];
};

const pairs = (value: unknown): Point[] => {
  if (!Array.isArray(value)) throw bad("coordinates must be an array of points");
  return value.map((item) => {
    const pair = Array.isArray(item) ? readPair(item) : undefined;
    if (!pair) throw bad("Point must only contain numeric elements");
    const [longitude, latitude] = pair;
    if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90)
      throw bad(`longitude/latitude is out of bounds, lng: ${longitude} lat: ${latitude}`);
    return pair;
  });
};

const rings = (value: unknown): Point[][] => {
  if (!Array.isArray(value) || value.length === 0) throw bad("Polygon has no loops");
  return value.map((ring) => {
    const points = pairs(ring);
    if (points.length < 4) throw bad("Loop must have at least 3 different vertices");
    if (String(points[0]) !== String(points.at(-1)))
      throw bad("Loop is not closed, first vertex does not equal last vertex");
    return points;
  });
};

const line = (value: unknown): Point[] => {
  const points = pairs(value);
  if (points.length < 2) throw bad("LineString must have at least 2 vertices");
  return points;
};

const list = (value: unknown): unknown[] => {
  if (!Array.isArray(value)) throw bad("coordinates must be an array");
  return value;
};

const none = (): Geometry => ({ points: [], lines: [], polygons: [] });

const readers: Record<string, (coordinates: unknown) => Geometry> = {
  Point: (coordinates) => ({ ...none(), points: pairs([coordinates]) }),
  MultiPoint: (coordinates) => ({ ...none(), points: pairs(coordinates) }),
  LineString: (coordinates) => ({ ...none(), lines: [line(coordinates)] }),
  MultiLineString: (coordinates) => ({ ...none(), lines: list(coordinates).map(line) }),
  Polygon: (coordinates) => ({ ...none(), polygons: [rings(coordinates)] }),
  MultiPolygon: (coordinates) => ({ ...none(), polygons: list(coordinates).map(rings) }),
};

/**
 * Reads GeoJSON. https://www.mongodb.com/docs/manual/reference/geojson/
 * @throws StoreError 2 when it is not well formed
 */
export const readGeometry = (value: unknown): Geometry => {
  if (!isDocument(value)) throw bad(`$geometry requires an object, not ${JSON.stringify(value)}`);
  const { type, coordinates, geometries, crs } = value;
  if (JSON.stringify(crs)?.includes("strictwinding")) throw notBuilt("a polygon with strict winding");
  if (type === "GeometryCollection" && Array.isArray(geometries)) {
    const parts = geometries.map(readGeometry);
    return {
      points: parts.flatMap(({ points }) => points),
      lines: parts.flatMap(({ lines }) => lines),
      polygons: parts.flatMap(({ polygons }) => polygons),
    };
  }
  const read = typeof type === "string" ? readers[type] : undefined;
  if (!read) throw bad(`unknown GeoJSON type: ${JSON.stringify(type)}`);
  return read(coordinates);
};

const bad = (reason: string): StoreError => new StoreError(2, `invalid geometry: ${reason}`);

/** What a stored value stands for on the map; undefined when it is no place. */
export const storedGeometry = (value: unknown): Geometry | undefined => {
  if (isDocument(value) && typeof value.type === "string" && ("coordinates" in value || "geometries" in value)) {
    try {
      return readGeometry(value);
    } catch {
      return undefined;
    }
  }
  const pair = readPair(value);
  return pair && { ...none(), points: [pair] };
};
