/** What the product asks of a search engine. The index holds nothing that MongoDB does not: it may be thrown away. */
export type SearchEngine = {
  readonly kind: "embedded" | "meilisearch";
  open(definition: IndexDefinition): Promise<SearchIndex>;
  ready(): Promise<boolean>;
  close(): Promise<void>;
};

export type SearchIndex = {
  /** Searchable when it resolves. A document not newer than its removal, or older than what is there, is left out. */
  put(documents: readonly SearchDocument[]): Promise<void>;
  /** Remembers the version (by default the one that is there), so that a late `put` cannot bring the document back. */
  remove(ids: readonly string[], version?: number): Promise<void>;
  /** Throws a RangeError for a field that the definition does not name. */
  search(query: SearchQuery): Promise<SearchAnswer>;
  count(): Promise<number>;
  /** What is searchable, for the nightly comparison with MongoDB. */
  versions(): AsyncIterable<{ readonly id: string; readonly version: number }>;
  /** Into a new index, then a swap: searches see the old one until then, and what is put or removed meanwhile is kept. */
  rebuild(documents: AsyncIterable<SearchDocument>): Promise<void>;
};

/** `fuzzy` fields (titles, trades, skills) forgive typos, unfinished words and acronyms; the others want the words. */
export type IndexDefinition = {
  readonly name: string;
  readonly text: readonly { readonly field: string; readonly weight: number; readonly fuzzy: boolean }[];
  readonly facets: readonly string[];
  /** `publishedAt` among them, in epoch seconds, orders by date and breaks ties. */
  readonly numbers: readonly string[];
};

export type SearchDocument = {
  readonly id: string;
  /** Grows with each change of the document: an older one never replaces a newer one. */
  readonly version: number;
  readonly text: Readonly<Record<string, string>>;
  readonly facets: Readonly<Record<string, readonly string[]>>;
  readonly numbers: Readonly<Record<string, number>>;
  readonly place: { readonly lat: number; readonly lon: number } | null;
};

export type SearchQuery = {
  readonly text: string;
  /** The words as they are written: neither corrected nor completed. */
  readonly exact: boolean;
  /** One of the values inside a facet, and every facet. An empty list asks nothing. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** At least this much, by number. */
  readonly minimum: Readonly<Record<string, number>>;
  /** By number, the minimums a person could choose: each is counted as if its field asked nothing else. */
  readonly thresholds: Readonly<Record<string, readonly number[]>>;
  /** `km: null` gives distances without asking for any. */
  readonly near: { readonly lat: number; readonly lon: number; readonly km: number | null } | null;
  readonly sort: "relevance" | "date" | "distance";
  /** Documents that may no longer be shown, whatever the index still holds: neither found nor counted. */
  readonly without: readonly string[];
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
};

export type SearchAnswer = {
  readonly total: number;
  /** `found`: the stems of its words that the query asked for as it was understood, to be marked in what is shown. */
  readonly hits: readonly {
    readonly id: string;
    readonly distanceKm: number | null;
    readonly found: readonly string[];
  }[];
  /** Each facet of the definition, counted as if it alone were open; the most frequent value first. */
  readonly facets: Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>;
  /** For each number of `thresholds`, in the order asked. */
  readonly minimumCounts: Readonly<Record<string, readonly { readonly minimum: number; readonly count: number }[]>>;
  /** The query as understood, when a typo was corrected. */
  readonly corrected: string | null;
  /** Nothing had all the words: these hits have at least half of them (Meilisearch: the rarest of them). */
  readonly relaxed: boolean;
};
