import { Meilisearch } from "meilisearch";
import type { SearchEngine } from "#server/platform/search/port.ts";
import { watchKey, withKey } from "./key.ts";
import { openIndex } from "./open-index.ts";

/** A search waits at most this long: beyond, the page says « recherche simplifiée » rather than keep people waiting. */
const requestTimeoutMs = 3_000;

export const meilisearchEngine = ({
  url,
  key,
}: {
  readonly url: string;
  readonly key: string | null;
}): SearchEngine => {
  const client = new Meilisearch({ host: url, ...(key === null ? {} : { apiKey: key }), timeout: requestTimeoutMs });
  return {
    kind: "meilisearch",
    open: async (definition) => watchKey(await withKey("search-key", () => openIndex(client, definition))),
    // Its health is told to anyone: only what wants our key shows that the search can be used.
    ready: () =>
      withKey("search-key", () => client.tasks.getTasks({ limit: 1 })).then(
        () => true,
        () => false,
      ),
    close: async () => {},
  };
};
