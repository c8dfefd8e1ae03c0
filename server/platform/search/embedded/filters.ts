import type { SearchQuery } from "#server/platform/search/port.ts";
import { type FacetColumn, hasOneOf } from "./facet-column.ts";
import type { Distances } from "./places.ts";
import type { Table } from "./table.ts";

/** What a document must satisfy, each by its name, so that a facet can be counted without its own condition. */
export type Filter = { readonly name: string; readonly accepts: (slot: number) => boolean };

export const compileFilters = (
  table: Table,
  { query, km }: { query: SearchQuery; km: Distances | null },
): readonly Filter[] => [
  ...Object.entries(query.facets).flatMap(([name, values]) =>
    values.length === 0 ? [] : [{ name: facetFilter(name), accepts: accepting(column(table.facets, name), values) }],
  ),
  ...Object.entries(query.minimum).map(([name, minimum]) => {
    const numbers = column(table.numbers, name);
    return {
      name: numberFilter(name),
      accepts: (slot: number) => (numbers[slot] ?? Number.NEGATIVE_INFINITY) >= minimum,
    };
  }),
  ...within(km, query.near?.km ?? null),
];

export const facetFilter = (facet: string): string => `facet ${facet}`;
export const numberFilter = (number: string): string => `number ${number}`;

/** A name that the definition does not have is a mistake of the caller, never an empty result. */
export const column = <Column>(columns: ReadonlyMap<string, Column>, name: string): Column => {
  const found = columns.get(name);
  if (found === undefined) throw new RangeError(`The search index has no field named ${JSON.stringify(name)}.`);
  return found;
};

const accepting = (column: FacetColumn, values: readonly string[]): ((slot: number) => boolean) => {
  const { codes } = column;
  const wanted = new Uint8Array(column.values.length);
  for (const value of values) {
    const code = codes.get(value);
    if (code !== undefined) wanted[code] = 1;
  }
  return (slot) => hasOneOf(column, slot, wanted);
};

const within = (km: Distances | null, most: number | null): readonly Filter[] =>
  // A document without a place (NaN) is never within.
  km === null || most === null ? [] : [{ name: "radius", accepts: (slot) => km(slot) <= most }];
