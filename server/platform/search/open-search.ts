import { embeddedEngine } from "./embedded/engine.ts";
import { meilisearchEngine } from "./meilisearch/engine.ts";
import type { SearchEngine } from "./port.ts";

/** Meilisearch where one is configured, else the engine inside the process. */
export const openSearch = (meili: { readonly url: string; readonly key: string | null } | null): SearchEngine =>
  meili === null ? embeddedEngine() : meilisearchEngine(meili);
