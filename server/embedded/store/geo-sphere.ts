import type { Point, Shape } from "./geo-shapes.ts";

type Vector = readonly [number, number, number];

/** The radius MongoDB counts with, in metres. */
export const earthRadius = 6_378_100;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The angle between two places seen from the centre of the earth, in radians (haversine). */
export const angleBetween = ([lngA, latA]: Point, [lngB, latB]: Point): number => {
  const [a, b] = [radians(latA), radians(latB)];
  const half = Math.sin((a - b) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(radians(lngA - lngB) / 2) ** 2;
  return 2 * Math.asin(Math.min(1, Math.sqrt(half)));
};

const vectorOf = ([lng, lat]: Point): Vector => [
  Math.cos(radians(lat)) * Math.cos(radians(lng)),
  Math.cos(radians(lat)) * Math.sin(radians(lng)),
  Math.sin(radians(lat)),
];

const cross = ([a, b, c]: Vector, [x, y, z]: Vector): Vector => [b * z - c * y, c * x - a * z, a * y - b * x];
const dot = ([a, b, c]: Vector, [x, y, z]: Vector): number => a * x + b * y + c * z;
const near = 1e-12;

/** Whether a place lies on the shortest arc between two others, its ends included. */
const isOnArc = (point: Point, [a, b]: readonly [Point, Point]): boolean => {
  const [p, from, to] = [vectorOf(point), vectorOf(a), vectorOf(b)];
  const normal = cross(from, to);
  if (Math.abs(dot(normal, p)) > near) return false;
  return dot(cross(from, p), normal) >= -near && dot(cross(p, to), normal) >= -near && dot(p, from) + dot(p, to) > 0;
};

/** Whether two arcs cross in a place inside both. */
const arcsCross = ([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean => {
  const [va, vb, vc, vd] = [vectorOf(a), vectorOf(b), vectorOf(c), vectorOf(d)];
  const [ab, cd] = [cross(va, vb), cross(vc, vd)];
  const [sides, others] = [
    [dot(ab, vc), dot(ab, vd)],
    [dot(cd, va), dot(cd, vb)],
  ];
  const apart = ([s = 0, t = 0]: number[]): boolean => Math.abs(s) > near && Math.abs(t) > near && s * t < 0;
  // The two great circles meet in two opposite places; the arcs must meet in the same one.
  const meeting = cross(ab, cd);
  const sameSide =
    dot(meeting, [va[0] + vb[0], va[1] + vb[1], va[2] + vb[2]]) *
      dot(meeting, [vc[0] + vd[0], vc[1] + vd[1], vc[2] + vd[2]]) >
    0;
  return apart(sides) && apart(others) && sameSide;
};

const edgesOf = (line: readonly Point[]): [Point, Point][] =>
  line.slice(1).map((point, i): [Point, Point] => [line[i] ?? point, point]);

const bearing = ([lngA, latA]: Point, [lngB, latB]: Point): number => {
  const [a, b, turn] = [radians(latA), radians(latB), radians(lngB - lngA)];
  return Math.atan2(
    Math.sin(turn) * Math.cos(b),
    Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(turn),
  );
};

/** How often a ring goes round a place: its edges are the shortest arcs, as MongoDB draws them. */
const goesRound = (point: Point, ring: readonly Point[]): boolean => {
  let turned = 0;
  for (const [from, to] of edgesOf(ring)) {
    const step = bearing(point, to) - bearing(point, from);
    turned += step - 2 * Math.PI * Math.round(step / (2 * Math.PI));
  }
  // A ring round the opposite place turns as well: it lies on the other half of the earth.
  const here = vectorOf(point);
  return Math.abs(turned) > Math.PI && ring.reduce((sum, corner) => sum + dot(vectorOf(corner), here), 0) > 0;
};

const covers = ({ type, corners }: Shape, point: Point): boolean => {
  if (type === "Point") return corners.some((corner) => angleBetween(corner, point) < near);
  return edgesOf(corners).some((edge) => isOnArc(point, edge)) || (type === "Polygon" && goesRound(point, corners));
};

const shapesCross = (a: Shape, b: Shape): boolean =>
  edgesOf(a.corners).some((edge) => edgesOf(b.corners).some((other) => arcsCross(edge, other)));

export const isWithin = (inner: Shape, area: Shape): boolean =>
  inner.corners.every((corner) => covers(area, corner)) && !shapesCross(inner, area);

export const intersects = (a: Shape, b: Shape): boolean =>
  a.corners.some((corner) => covers(b, corner)) || b.corners.some((corner) => covers(a, corner)) || shapesCross(a, b);
