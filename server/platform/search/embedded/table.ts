import type { IndexDefinition, SearchDocument } from "#server/platform/search/port.ts";
import type { Vocabulary } from "#server/platform/search/vocabulary.ts";
import { appendRow, emptyColumn, type FacetColumn } from "./facet-column.ts";
import { appendPlace, noPlaces, type Places } from "./places.ts";
import { addText, type Posting } from "./text-columns.ts";

/**
 * Documents as columns: row `slot` of every array speaks of one document. A new version takes a new slot and the old
 * one dies, so that slots only grow inside a posting; `withoutTheDead` gives the room back.
 */
export type Table = {
  readonly definition: IndexDefinition;
  readonly slotOf: Map<string, number>;
  /** Versions of what was removed: nothing that old may come back. */
  readonly removed: Map<string, number>;
  readonly ids: string[];
  readonly versions: number[];
  readonly live: boolean[];
  readonly facets: ReadonlyMap<string, FacetColumn>;
  /** -Infinity where the document says nothing. */
  readonly numbers: ReadonlyMap<string, number[]>;
  readonly places: Places;
  readonly postings: Map<string, Posting>;
  readonly vocabulary: Vocabulary;
};

export const emptyTable = (definition: IndexDefinition): Table => ({
  definition,
  slotOf: new Map(),
  removed: new Map(),
  ids: [],
  versions: [],
  live: [],
  facets: new Map(definition.facets.map((facet) => [facet, emptyColumn()])),
  numbers: new Map(definition.numbers.map((number) => [number, []])),
  places: noPlaces(),
  postings: new Map(),
  vocabulary: new Map(),
});

export const putRow = (table: Table, document: SearchDocument): void => {
  const removedAt = table.removed.get(document.id);
  if (removedAt !== undefined && document.version <= removedAt) return;
  const present = table.slotOf.get(document.id);
  if (present !== undefined) {
    if (document.version < (table.versions[present] ?? 0)) return;
    table.live[present] = false;
  }
  table.removed.delete(document.id);
  append(table, document);
};

export const removeRow = (table: Table, { id, version }: { id: string; version: number | undefined }): void => {
  const slot = table.slotOf.get(id);
  const present = slot === undefined ? undefined : table.versions[slot];
  if (version !== undefined && present !== undefined && present > version) return;
  const upTo = Math.max(
    version ?? present ?? Number.NEGATIVE_INFINITY,
    table.removed.get(id) ?? Number.NEGATIVE_INFINITY,
  );
  if (upTo !== Number.NEGATIVE_INFINITY) table.removed.set(id, upTo);
  if (slot === undefined) return;
  table.live[slot] = false;
  table.slotOf.delete(id);
};

const append = (table: Table, document: SearchDocument): void => {
  const slot = table.ids.length;
  table.slotOf.set(document.id, slot);
  table.ids.push(document.id);
  table.versions.push(document.version);
  table.live.push(true);
  appendPlace(table.places, document.place);
  for (const [name, column] of table.facets) appendRow(column, document.facets[name] ?? []);
  for (const [name, column] of table.numbers) column.push(document.numbers[name] ?? Number.NEGATIVE_INFINITY);
  addText(table, { slot, text: document.text });
};
