import { afterAll } from "vitest";
import { embeddedEngine } from "#server/platform/search/embedded/engine.ts";
import { meilisearchEngine } from "#server/platform/search/meilisearch/engine.ts";
import type { SearchEngine, SearchIndex } from "#server/platform/search/port.ts";
import { documentedMeilisearch } from "./documented-meilisearch.ts";
import { aDefinition } from "./search-fixtures.ts";

const meiliUrl = process.env.MEILI_URL;
if (meiliUrl === undefined) console.info("Meilisearch: contract not run, MEILI_URL is not set.");

const documented = await documentedMeilisearch();

type Tried = SearchEngine & { readonly label: string };

/** Every engine that can be reached from here; the contract is the same for all. */
export const engines: readonly Tried[] = [
  { ...embeddedEngine(), label: "embedded" },
  { ...meilisearchEngine({ url: documented.url, key: null }), label: "documented Meilisearch" },
  ...(meiliUrl === undefined
    ? []
    : [{ ...meilisearchEngine({ url: meiliUrl, key: process.env.MEILI_KEY ?? null }), label: "Meilisearch" }]),
];

/** An empty index that no other test knows. */
export const anIndex = (engine: SearchEngine): Promise<SearchIndex> => {
  opened += 1;
  return engine.open(aDefinition(`test_${process.pid}_${Date.now().toString(36)}_${opened}`));
};

let opened = 0;

afterAll(async () => {
  for (const engine of engines) await engine.close();
  await documented.close();
});
