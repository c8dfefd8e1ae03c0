import { Meilisearch } from "meilisearch";
import type { SearchEngine } from "#server/platform/search/port.ts";
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
    open: (definition) => openIndex(client, definition),
    ready: () => client.isHealthy(),
    close: async () => {},
  };
};
