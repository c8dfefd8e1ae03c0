import type { IndexDefinition, SearchQuery } from "#server/platform/search/port.ts";
import { facetOf, numberOf } from "./documents.ts";

/** The conditions of a query, each by its name: every one must hold. */
export type Conditions = ReadonlyMap<string, string>;

/** Only names of the definition, only quoted values and finite numbers: nothing a person types is read as a filter. */
export const conditionsOf = (definition: IndexDefinition, query: SearchQuery): Conditions => {
  const conditions = new Map([["live", "live = true"]]);
  for (const [facet, values] of Object.entries(query.facets)) {
    named(definition.facets, facet);
    if (values.length > 0) conditions.set(facetOf(facet), `${facetOf(facet)} IN [${values.map(quote).join(", ")}]`);
  }
  for (const [number, minimum] of Object.entries(query.minimum)) {
    conditions.set(numberOf(number), atLeast(definition, { number, minimum }));
  }
  if (query.without.length > 0) conditions.set("without", `id NOT IN [${query.without.map(quote).join(", ")}]`);
  if (query.near !== null && query.near.km !== null) {
    const { lat, lon, km } = query.near;
    conditions.set("radius", `_geoRadius(${finite(lat)}, ${finite(lon)}, ${finite(km * 1_000)})`);
  }
  return conditions;
};

export const without = (conditions: Conditions, name: string): string[] =>
  [...conditions].flatMap(([each, condition]) => (each === name ? [] : [condition]));

export const atLeast = (
  definition: IndexDefinition,
  { number, minimum }: { number: string; minimum: number },
): string => {
  named(definition.numbers, number);
  return `${numberOf(number)} >= ${finite(minimum)}`;
};

const named = (names: readonly string[], name: string): void => {
  if (!names.includes(name)) throw new RangeError(`The search index has no field named ${JSON.stringify(name)}.`);
};

// Meilisearch reads \\" as a quote and knows no way to write a backslash before one: none of our values has any.
const quote = (value: string): string => `"${value.replaceAll("\\", "").replaceAll('"', '\\"')}"`;

const finite = (value: number): number => {
  if (!Number.isFinite(value)) throw new RangeError("A search needs finite numbers.");
  return value;
};
