import type { IndexDefinition, SearchDocument } from "#server/platform/search/port.ts";
import { analyse } from "#shared/referentials/french.ts";
import { expandAcronyms } from "#shared/referentials/french-acronyms.ts";

/** What Meilisearch stores. A removed document stays as a shadow (`live: false`): its version keeps older ones out. */
export type Stored = { readonly id: string; readonly version: number; readonly live: boolean } & Readonly<
  Record<string, unknown>
>;

/**
 * The engine is given our own stems, so that both engines read French alike. The fuzzy fields are kept as they are
 * written too, unsearched: corrections are shown from them.
 */
export const toStored = (definition: IndexDefinition, document: SearchDocument): Stored => ({
  id: document.id,
  version: document.version,
  live: true,
  ...Object.fromEntries(
    definition.text.flatMap(({ field, fuzzy }) => {
      const written = document.text[field] ?? "";
      const stems = analyse(written);
      const searched: [string, string] = [stemsOf(field), (fuzzy ? expandAcronyms(stems) : stems).join(" ")];
      return fuzzy ? [searched, [writtenOf(field), written]] : [searched];
    }),
  ),
  ...Object.fromEntries(definition.facets.map((facet) => [facetOf(facet), document.facets[facet] ?? []])),
  ...Object.fromEntries(
    definition.numbers.flatMap((number) => {
      const value = document.numbers[number];
      return value === undefined ? [] : [[numberOf(number), value]];
    }),
  ),
  // Never 0,0 for an unknown place: that is a point in the Atlantic.
  ...(document.place === null ? {} : { _geo: { lat: document.place.lat, lng: document.place.lon } }),
});

export const shadow = (id: string, version: number): Stored => ({ id, version, live: false });

export const stemsOf = (field: string): string => `stems_${field}`;
export const writtenOf = (field: string): string => `written_${field}`;
export const facetOf = (facet: string): string => `facet_${facet}`;
export const numberOf = (number: string): string => `number_${number}`;
