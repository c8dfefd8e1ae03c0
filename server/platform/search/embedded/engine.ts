import type { IndexDefinition, SearchDocument, SearchEngine, SearchIndex } from "#server/platform/search/port.ts";
import { keptAnswers } from "./kept-answers.ts";
import { emptyTable, putRow, removeRow, type Table } from "./table.ts";
import { withoutTheDead } from "./without-the-dead.ts";

/** The search engine inside the process: in memory, rebuilt from MongoDB at start. */
export const embeddedEngine = (): SearchEngine => {
  const indexes = new Map<string, SearchIndex>();
  return {
    kind: "embedded",
    open: async (definition) => {
      const index = indexes.get(definition.name) ?? embeddedIndex(definition);
      indexes.set(definition.name, index);
      return index;
    },
    ready: async () => true,
    close: async () => indexes.clear(),
  };
};

const embeddedIndex = (definition: IndexDefinition): SearchIndex => {
  let table = emptyTable(definition);
  const growing = new Set<Table>();
  const kept = keptAnswers();
  const everywhere = (change: (each: Table) => void): void => {
    for (const each of [table, ...growing]) change(each);
    if (table.ids.length > 2 * table.slotOf.size + 1_000) table = withoutTheDead(table);
  };
  /** A document has a row of its own for each version. */
  const touching = (id: string, change: () => void): void => {
    const before = table.slotOf.get(id);
    change();
    const after = table.slotOf.get(id);
    if (before === after) return;
    kept.touch(before);
    kept.touch(after);
  };

  return {
    put: async (documents) =>
      everywhere((each) => {
        for (const document of documents) touching(document.id, () => putRow(each, document));
      }),
    remove: async (ids, version) =>
      everywhere((each) => {
        for (const id of ids) touching(id, () => removeRow(each, { id, version }));
      }),
    search: async (query) => kept.answer(table, query),
    count: async () => table.slotOf.size,
    versions: () => versionsOf(table),
    rebuild: async (documents) => {
      const next = emptyTable(definition);
      for (const [id, version] of table.removed) next.removed.set(id, version);
      growing.add(next);
      try {
        await fill(next, documents);
        table = next;
      } finally {
        growing.delete(next);
      }
    },
  };
};

/** A pause now and then: a rebuild under load must not hold back the searches. */
const fill = async (table: Table, documents: AsyncIterable<SearchDocument>): Promise<void> => {
  let since = performance.now();
  for await (const document of documents) {
    putRow(table, document);
    if (performance.now() - since < 8) continue;
    await new Promise((resume) => setImmediate(resume));
    since = performance.now();
  }
};

async function* versionsOf(table: Table): AsyncIterable<{ id: string; version: number }> {
  for (const [id, slot] of table.slotOf) yield { id, version: table.versions[slot] ?? 0 };
}
