import { appendCodes, codesOf } from "./facet-column.ts";
import { appendPlace, placeOf } from "./places.ts";
import { emptyTable, type Table } from "./table.ts";

/** The same table without the slots of replaced and removed documents, nor the words that only they had. */
export const withoutTheDead = (table: Table): Table => {
  const clean = emptyTable(table.definition);
  const moved = new Int32Array(table.ids.length).fill(-1);
  table.ids.forEach((id, slot) => {
    if (!table.live[slot]) return;
    moved[slot] = clean.ids.length;
    clean.slotOf.set(id, clean.ids.length);
    copyRow(table, { clean, slot });
  });
  for (const [id, version] of table.removed) clean.removed.set(id, version);
  copyText(table, { clean, moved });
  return clean;
};

const copyRow = (table: Table, { clean, slot }: { clean: Table; slot: number }): void => {
  clean.ids.push(table.ids[slot] ?? "");
  clean.versions.push(table.versions[slot] ?? 0);
  clean.live.push(true);
  appendPlace(clean.places, placeOf(table.places, slot));
  for (const [name, column] of clean.facets) {
    const known = table.facets.get(name);
    appendCodes(column, known ? codesOf(known, slot) : []);
  }
  for (const [name, column] of clean.numbers) column.push(table.numbers.get(name)?.[slot] ?? Number.NEGATIVE_INFINITY);
};

const copyText = (table: Table, { clean, moved }: { clean: Table; moved: Int32Array }): void => {
  for (const [name, column] of clean.facets) {
    const { codes, values } = table.facets.get(name) ?? column;
    for (const [value, code] of codes) column.codes.set(value, code);
    column.values.push(...values);
  }
  for (const [stem, { slots, weights }] of table.postings) {
    const kept = slots.flatMap((slot, place) => ((moved[slot] ?? -1) < 0 ? [] : [place]));
    if (kept.length === 0) continue;
    clean.postings.set(stem, {
      slots: kept.map((place) => moved[slots[place] ?? 0] ?? 0),
      weights: kept.map((place) => weights[place] ?? 0),
    });
  }
  for (const [word, known] of table.vocabulary) if (clean.postings.has(known.stem)) clean.vocabulary.set(word, known);
};
