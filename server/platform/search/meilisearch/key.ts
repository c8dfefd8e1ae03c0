import { MeilisearchApiError } from "meilisearch";
import { type SettingFault, tellAccepted, tellRefused } from "#server/platform/refused-settings.ts";
import type { SearchIndex } from "#server/platform/search/port.ts";

/**
 * Does it, and writes down whether the engine takes our key for that: a key may allow to search and not to write. Nobody
 * who searches waits for that note.
 */
export const withKey = async <Result>(fault: SettingFault, act: () => Promise<Result>): Promise<Result> => {
  try {
    const result = await act();
    void tellAccepted([fault]);
    return result;
  } catch (error) {
    if (refusesKey(error)) void tellRefused(fault);
    throw error;
  }
};

export const watchKey = (index: SearchIndex): SearchIndex => ({
  ...index,
  put: (documents) => withKey("search-key-writing", () => index.put(documents)),
  remove: (ids, version) => withKey("search-key-writing", () => index.remove(ids, version)),
  search: (query) => withKey("search-key", () => index.search(query)),
});

/** 401: no key is sent; 403: an unknown one, or one that may not do this. A proxy before the engine says it without a code. */
const refusesKey = (error: unknown): boolean =>
  error instanceof MeilisearchApiError && (error.response.status === 401 || error.response.status === 403);
