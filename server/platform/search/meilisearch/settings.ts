import type { Settings } from "meilisearch";
import type { IndexDefinition } from "#server/platform/search/port.ts";
import { facetOf, numberOf, stemsOf } from "./documents.ts";

export const settingsOf = (definition: IndexDefinition): Settings => ({
  // The order is the weight.
  searchableAttributes: [...definition.text]
    .sort((one, other) => other.weight - one.weight)
    .map(({ field }) => stemsOf(field)),
  filterableAttributes: ["id", "live", "_geo", ...definition.facets.map(facetOf), ...definition.numbers.map(numberOf)],
  sortableAttributes: ["id", "_geo", ...definition.numbers.map(numberOf)],
  // First the order that was asked, if any; the newest last of all, between equals.
  rankingRules: [
    "sort",
    "words",
    "typo",
    "proximity",
    "attribute",
    "exactness",
    ...(definition.numbers.includes("publishedAt") ? [`${numberOf("publishedAt")}:desc`] : []),
  ],
  typoTolerance: {
    minWordSizeForTypos: { oneTypo: 4, twoTypos: 9 },
    disableOnNumbers: true,
    disableOnAttributes: definition.text.filter(({ fuzzy }) => !fuzzy).map(({ field }) => stemsOf(field)),
  },
  localizedAttributes: [{ attributePatterns: ["*"], locales: ["fra"] }],
  faceting: { maxValuesPerFacet: 600 },
  // The default of 1 000 would say « 1 000 offres » for any larger number.
  pagination: { maxTotalHits: 100_000 },
  searchCutoffMs: 150,
});
