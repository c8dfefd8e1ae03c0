import { kilometresBetween } from "#shared/referentials/place.ts";
import { withinReach } from "#shared/referentials/travel.ts";
import type { CompiledSearch } from "./compile-search.ts";
import type { DayOffer } from "./day-offer.ts";

const names = ["contract", "family", "occupation", "commune", "remote"] as const;
type Name = (typeof names)[number];

/** One number for each value, so that a question is a comparison of numbers; sets of values are bits. */
export type OfferColumns = Readonly<Record<Name, Uint16Array>> & {
  readonly numbers: Readonly<Record<Name, ReadonlyMap<string, number>>>;
  readonly schedules: Uint16Array;
  readonly scheduleBits: ReadonlyMap<string, number>;
  readonly withoutCar: Uint8Array;
  readonly lat: Float64Array;
  readonly lon: Float64Array;
};

export const offerColumns = (offers: readonly DayOffer[]): OfferColumns => {
  const read = Object.fromEntries(names.map((name) => [name, numbered(offers.map((offer) => offer[name]))])) as Record<
    Name,
    ReturnType<typeof numbered>
  >; // one entry for each name of the tuple
  const bits = new Map<string, number>();
  for (const schedule of offers.flatMap(({ schedules }) => schedules))
    if (!bits.has(schedule)) bits.set(schedule, 1 << bits.size);
  return {
    contract: read.contract.column,
    family: read.family.column,
    occupation: read.occupation.column,
    commune: read.commune.column,
    remote: read.remote.column,
    numbers: {
      contract: read.contract.numbers,
      family: read.family.numbers,
      occupation: read.occupation.numbers,
      commune: read.commune.numbers,
      remote: read.remote.numbers,
    },
    schedules: Uint16Array.from(offers, ({ schedules }) => bitsOf(bits, schedules)),
    scheduleBits: bits,
    withoutCar: Uint8Array.from(offers, ({ withoutCar }) => (withoutCar ? 1 : 0)),
    lat: Float64Array.from(offers, ({ lat }) => lat),
    lon: Float64Array.from(offers, ({ lon }) => lon),
  };
};

/** What a search asks of the columns, in their own numbers; null asks for nothing. */
export type SearchMasks = {
  readonly sets: readonly { readonly name: Name; readonly wanted: ReadonlySet<number> }[];
  readonly schedules: number | null;
  readonly withoutCar: boolean;
  readonly near: CompiledSearch["near"];
};

export const searchMasks = (columns: OfferColumns, search: CompiledSearch): SearchMasks => {
  const asked: Record<Name, readonly string[]> = {
    contract: search.contracts,
    family: search.families,
    occupation: search.occupations,
    commune: search.communes,
    remote: search.remote,
  };
  return {
    sets: names
      .filter((name) => asked[name].length > 0)
      .map((name) => ({ name, wanted: new Set(asked[name].map((value) => columns.numbers[name].get(value) ?? -1)) })),
    schedules: search.schedules.length === 0 ? null : bitsOf(columns.scheduleBits, search.schedules),
    withoutCar: search.withoutCar,
    near: search.near,
  };
};

/** Cheapest first; distance, a few sines, last. */
export const fitsColumns = (columns: OfferColumns, masks: SearchMasks, position: number): boolean => {
  if (masks.withoutCar && columns.withoutCar[position] !== 1) return false;
  if (masks.schedules !== null && ((columns.schedules[position] ?? 0) & masks.schedules) === 0) return false;
  for (const { name, wanted } of masks.sets) if (!wanted.has(columns[name][position] ?? -1)) return false;
  if (masks.near === null) return true;
  const at = { lat: columns.lat[position] ?? Number.NaN, lon: columns.lon[position] ?? Number.NaN };
  return withinReach(kilometresBetween(masks.near, at), { radiusKm: masks.near.km });
};

const numbered = (values: readonly string[]) => {
  const numbers = new Map<string, number>();
  for (const value of values) if (!numbers.has(value)) numbers.set(value, numbers.size);
  return { column: Uint16Array.from(values, (value) => numbers.get(value) ?? 0), numbers };
};

const bitsOf = (bits: ReadonlyMap<string, number>, values: readonly string[]): number =>
  values.reduce((sum, value) => sum | (bits.get(value) ?? 0), 0);
