import type {
  IndexDefinition,
  SearchAnswer,
  SearchDocument,
  SearchIndex,
  SearchQuery,
} from "#server/platform/search/port.ts";

export const aDefinition = (name: string): IndexDefinition => ({
  name,
  text: [
    { field: "title", weight: 6, fuzzy: true },
    { field: "skills", weight: 2, fuzzy: true },
    { field: "description", weight: 1, fuzzy: false },
  ],
  facets: ["contract", "commune"],
  numbers: ["publishedAt", "hours"],
});

export const aDocument = (id: string, changes: Partial<SearchDocument> & { title?: string } = {}): SearchDocument => ({
  id,
  version: 1,
  facets: { contract: ["CDI"], commune: ["19272"] },
  numbers: { publishedAt: 1_790_000_000, hours: 35 },
  place: null,
  ...changes,
  text: { title: changes.title ?? "Soudeur", skills: "", description: "", ...changes.text },
});

export const aQuery = (changes: Partial<SearchQuery> = {}): SearchQuery => ({
  text: "",
  exact: false,
  facets: {},
  minimum: {},
  thresholds: {},
  near: null,
  sort: "relevance",
  without: [],
  page: 1,
  pageSize: 20,
  ...changes,
});

export const idsOf = (answer: SearchAnswer): string[] => answer.hits.map(({ id }) => id);

export const idsFor = async (index: SearchIndex, text: string): Promise<string[]> =>
  idsOf(await index.search(aQuery({ text }))).sort();

export async function* streamOf(documents: readonly SearchDocument[]): AsyncIterable<SearchDocument> {
  for (const document of documents) yield document;
}
