import { embeddedEngine } from "#server/platform/search/embedded/engine.ts";
import type { SearchDocument, SearchQuery } from "#server/platform/search/port.ts";
import { analyse } from "#shared/referentials/french.ts";
import { benchDefinition, benchOffers } from "./search-offers-corpus.ts";

const offers = 20_000;

/** The embedded engine at 20 000 offers, facets counted at each query, beside a scan of the same offers. */
export const benchSearch = async (): Promise<{ title: string; columns: string[]; rows: (string | number)[][] }> => {
  const documents = benchOffers(offers);
  const before = process.memoryUsage().heapUsed;
  const started = performance.now();
  const index = await embeddedEngine().open(benchDefinition);
  await index.put(documents);
  const built = performance.now() - started;
  const heap = process.memoryUsage().heapUsed - before;

  const rows: (string | number)[][] = [];
  for (const [name, queries] of Object.entries(workloads)) {
    const engine = await measure(240, (turn) => index.search(queries[turn % queries.length] ?? everything));
    const scan = await measure(4, (turn) => scanAll(documents, queries[turn % queries.length] ?? everything));
    rows.push([name, engine.p50, engine.p95, engine.max, scan.p50]);
  }
  return {
    title: `Search, ${offers} offers (built in ${Math.round(built)} ms, ${Math.round(heap / 1e6)} MB of heap)`,
    columns: ["queries", "p50 ms", "p95 ms", "max ms", "naive scan p50 ms"],
    rows,
  };
};

const everything: SearchQuery = {
  text: "",
  exact: false,
  facets: {},
  minimum: {},
  thresholds: { publishedAt: [1_789_913_600, 1_789_395_200, 1_787_408_000] },
  near: null,
  sort: "relevance",
  without: [],
  page: 1,
  pageSize: 20,
};

const texts =
  `aide soignante|menuisier|cuisiniere|poids lourd|vendeuse boulangerie|infirmier nuit|agent d’entretien|soudure
comptable|mecanicien automobile|équipe|permis b|chauffeur car|électricien batiment|les soins quotidiens en autonomie`.split(
    /[|\n]/,
  );
const misspelt = [
  "aide soigante",
  "menuisié",
  "cuisnier",
  "infirmere",
  "boulagerie",
  "electriscien",
  "mecanicein",
  "plombié",
];
const tulle = { lat: 45.267, lon: 1.771, km: 20 };

const workloads: Readonly<Record<string, readonly SearchQuery[]>> = {
  text: texts.map((text) => ({ ...everything, text })),
  "text with a typo": misspelt.map((text) => ({ ...everything, text })),
  "text, 2 facets, 20 km": texts.map((text) => ({
    ...everything,
    text,
    facets: { contract: ["CDI", "CDD"], schedule: ["full"] },
    near: tulle,
  })),
  "filters only, by date": [
    { ...everything, facets: { contract: ["CDI"] }, minimum: { publishedAt: 1_787_408_000 }, sort: "date" },
    { ...everything, facets: { family: ["A"] }, near: tulle, sort: "distance" },
  ],
  "everything, by date": [{ ...everything, sort: "date" }],
  "everything, page 100": [{ ...everything, page: 100 }],
};

const measure = async (
  turns: number,
  run: (turn: number) => Promise<unknown> | unknown,
): Promise<{ p50: number; p95: number; max: number }> => {
  for (let turn = 0; turn < Math.min(20, turns); turn += 1) await run(turn);
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const started = performance.now();
    await run(turn);
    times.push(performance.now() - started);
  }
  times.sort((one, other) => one - other);
  const at = (share: number): number => Number((times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(2));
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
};

/** What the same answer costs without any index: each offer is read, analysed and compared. */
const scanAll = (documents: readonly SearchDocument[], query: SearchQuery): number => {
  const wanted = analyse(query.text);
  const counts = new Map<string, number>();
  const found = documents.filter((document) => {
    const stems = wanted.length === 0 ? null : new Set(analyse(Object.values(document.text).join(" ")));
    if (!wanted.every((stem) => stems?.has(stem))) return false;
    for (const [facet, values] of Object.entries(document.facets)) {
      for (const value of values) counts.set(`${facet} ${value}`, (counts.get(`${facet} ${value}`) ?? 0) + 1);
    }
    return Object.entries(query.facets).every(([facet, values]) =>
      values.some((value) => document.facets[facet]?.includes(value)),
    );
  });
  return found.toSorted((one, other) => (other.numbers.publishedAt ?? 0) - (one.numbers.publishedAt ?? 0)).length;
};
