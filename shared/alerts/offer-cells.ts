import type { Coordinates } from "#shared/referentials/place.ts";

/** A quarter of a degree: about 28 km from south to north, 20 from west to east in the Corrèze. */
const perDegree = 4;
const columns = 360 * perDegree;
const kmPerDegree = 111.19;

const cell = (row: number, column: number): number => row * columns + (((column % columns) + columns) % columns);

export const cellOf = ({ lat, lon }: Coordinates): number =>
  cell(Math.floor((lat + 90) * perDegree), Math.floor((lon + 180) * perDegree));

/** Every cell that a circle touches, and a few more: who is in a cell must still be measured. */
export const cellsAround = ({ lat, lon, km }: Coordinates & { readonly km: number }): number[] => {
  const high = (km / kmPerDegree) * 1.02;
  const nearPole = Math.abs(lat) + high > 85;
  const wide = nearPole ? 180 : high / Math.cos(((Math.abs(lat) + high) * Math.PI) / 180);
  const rows = range(Math.floor((lat - high + 90) * perDegree), Math.floor((lat + high + 90) * perDegree));
  const across = wide >= 180 ? range(0, columns - 1) : range(floorOf(lon - wide), floorOf(lon + wide));
  return [...new Set(rows.flatMap((row) => across.map((column) => cell(row, column))))];
};

const floorOf = (lon: number): number => Math.floor((lon + 180) * perDegree);

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, step) => from + step);
