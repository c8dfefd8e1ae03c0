import { type Coordinates, earthRadiusKm, kilometresBetween } from "#shared/referentials/place.ts";
import { withinReach } from "#shared/referentials/travel.ts";

/** A place and how far from it one may go. */
export type Circle = Coordinates & { readonly km: number };

/** A place as a point of the unit sphere: two of them are compared without trigonometry. */
export type Point = { readonly x: number; readonly y: number; readonly z: number };

export const pointOf = ({ lat, lon }: Coordinates): Point => {
  const [phi, lambda] = [lat * radian, lon * radian];
  return { x: Math.cos(phi) * Math.cos(lambda), y: Math.cos(phi) * Math.sin(lambda), z: Math.sin(phi) };
};

const radian = Math.PI / 180;

/** The square of the straight line, through the unit sphere, between two places so many kilometres apart. */
export const squareOf = (km: number): number => {
  const half = km / (2 * earthRadiusKm);
  return half >= Math.PI / 2 ? Number.POSITIVE_INFINITY : 4 * Math.sin(half) ** 2;
};

/** What rounding may change of a square: closer to the edge than this, kilometres are counted. */
export const doubt = 1e-6;

export const isWithin = (circle: Circle, place: Coordinates): boolean =>
  withinReach(kilometresBetween(circle, place), { radiusKm: circle.km });

/** Degrees of latitude that a circle reaches to the north and to the south, and a little more. */
export const degreesOf = (km: number): number => (km / earthRadiusKm / radian) * 1.000_1 + 0.000_1;
