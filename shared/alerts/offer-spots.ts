import type { Coordinates } from "#shared/referentials/place.ts";
import type { DayOffer } from "./day-offer.ts";
import { type Circle, degreesOf, doubt, isWithin, pointOf, squareOf } from "./on-earth.ts";
import { emptyBits, firstAtLeast, fromBits, type Positions, setBits } from "./positions.ts";

/** The places where a day's offers are, from south to north: the offers of one commune are measured once. */
export type OfferSpots = {
  readonly size: number;
  readonly spots: readonly Spot[];
  readonly lats: Float64Array;
};

type Spot = Coordinates & { readonly x: number; readonly y: number; readonly z: number; readonly positions: number[] };

export const offerSpots = (offers: readonly DayOffer[]): OfferSpots => {
  const found = new Map<number, Map<number, Spot>>();
  offers.forEach(({ lat, lon }, position) => {
    const row = found.get(lat) ?? new Map<number, Spot>();
    found.set(lat, row);
    const spot = row.get(lon);
    if (spot) spot.positions.push(position);
    else row.set(lon, { lat, lon, ...pointOf({ lat, lon }), positions: [position] });
  });
  const spots = [...found.values()].flatMap((row) => [...row.values()]).sort((one, other) => one.lat - other.lat);
  return { size: offers.length, spots, lats: Float64Array.from(spots, ({ lat }) => lat) };
};

/** The offers within a circle. */
export const offersWithin = ({ size, spots, lats }: OfferSpots, circle: Circle): Positions => {
  const bits = emptyBits(size);
  const centre = pointOf(circle);
  const square = squareOf(circle.km);
  const high = degreesOf(circle.km);
  const last = firstAtLeast(lats, circle.lat + high);
  for (let at = firstAtLeast(lats, circle.lat - high); at < last; at += 1) {
    const spot = spots[at];
    if (!spot) break;
    const apart = (spot.x - centre.x) ** 2 + (spot.y - centre.y) ** 2 + (spot.z - centre.z) ** 2;
    if (apart > square * (1 + doubt)) continue;
    if (apart < square * (1 - doubt) || isWithin(circle, spot)) setBits(bits, spot.positions);
  }
  return fromBits(bits, size);
};
