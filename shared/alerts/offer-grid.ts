import { type Coordinates, kilometresBetween } from "#shared/referentials/place.ts";
import { withinReach } from "#shared/referentials/travel.ts";
import type { DayOffer } from "./day-offer.ts";
import { cellOf, cellsAround } from "./offer-cells.ts";
import { emptyBits, fromBits, type Positions, setBits } from "./positions.ts";

/** The places where a day's offers are, by cell: an offer of the same commune is measured once. */
export type OfferGrid = { readonly size: number; readonly cells: ReadonlyMap<number, readonly Spot[]> };

type Spot = Coordinates & { readonly positions: number[] };

export const offerGrid = (offers: readonly DayOffer[]): OfferGrid => {
  const spots = new Map<string, Spot>();
  offers.forEach(({ lat, lon }, position) => {
    const key = `${lat} ${lon}`;
    const spot = spots.get(key);
    if (spot) spot.positions.push(position);
    else spots.set(key, { lat, lon, positions: [position] });
  });
  const cells = new Map<number, Spot[]>();
  for (const spot of spots.values()) {
    const cell = cellOf(spot);
    const there = cells.get(cell);
    if (there) there.push(spot);
    else cells.set(cell, [spot]);
  }
  return { size: offers.length, cells };
};

/** The offers within reach of a place. */
export const reachOfPlace = (grid: OfferGrid, place: Coordinates & { readonly km: number }): Positions => {
  const bits = emptyBits(grid.size);
  for (const cell of cellsAround(place))
    for (const spot of grid.cells.get(cell) ?? [])
      if (withinReach(kilometresBetween(place, spot), { radiusKm: place.km })) setBits(bits, spot.positions);
  return fromBits(bits, grid.size);
};
