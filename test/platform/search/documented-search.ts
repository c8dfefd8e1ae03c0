import type { MultiSearchQuery, Settings } from "meilisearch";
import { distanceKm } from "#server/platform/search/distance-km.ts";
import { lettersApart } from "#shared/referentials/letters-apart.ts";
import { compileFilter, type Kept, Refused } from "./documented-filter.ts";

export type KeptIndex = { settings: Settings; documents: Map<string, Kept> };

const known: ReadonlySet<string> = new Set(
  (
    "indexUid,q,matchingStrategy,filter,facets,attributesToRetrieve,page,hitsPerPage,limit,offset,sort," +
    "attributesToHighlight,highlightPreTag,highlightPostTag"
  ).split(","),
);

/** One query of a multi-search, by the documented rules: words, filter, facets, sort, then the page. */
export const answerQuery = (index: KeptIndex, query: MultiSearchQuery): object => {
  const odd = Object.keys(query).find((name) => !known.has(name));
  if (odd !== undefined) throw new Refused("bad_request", `Unknown field \`${odd}\``);
  const { settings } = index;
  const accepts = compileFilter((query.filter ?? []) as string[], (settings.filterableAttributes ?? []) as string[]);
  const matched = matchWords(index, query).filter(({ document }) => accepts(document));
  const ordered = order(matched, { query, settings });
  const counted = { indexUid: query.indexUid, facetDistribution: distribution(ordered, { query, settings }) };
  if (query.hitsPerPage === undefined)
    return { ...counted, hits: ordered.slice(0, query.limit ?? 20), estimatedTotalHits: ordered.length };
  const first = ((query.page ?? 1) - 1) * query.hitsPerPage;
  const hits = ordered.slice(first, first + query.hitsPerPage).map((hit) => highlighted(hit, { query, settings }));
  return { ...counted, hits, totalHits: ordered.length };
};

const wordsOf = (q: string | null | undefined): Word[] =>
  [...(q ?? "").matchAll(/"([^"]*)"|(\S+)/g)].map(([, exact, bare]) => ({ exact, bare: bare ?? "" }));

/** Each word that matched between the tags; of a word that matched by its beginning, the beginning alone. */
const highlighted = (document: Kept, { query, settings }: Asked): object => {
  const { attributesToHighlight = [], highlightPreTag: pre = "<em>", highlightPostTag: post = "</em>", q } = query;
  const wanted = wordsOf(q);
  const formatted = (attributesToHighlight ?? []).map((name) => {
    const strict = settings.typoTolerance?.disableOnAttributes?.includes(name) ?? false;
    const shown = String(document[name] ?? "")
      .split(" ")
      .map((each) => {
        const hit = wanted.find(
          (word, place) => typosIn([each], { word, last: place === wanted.length - 1, strict }) !== null,
        );
        if (!hit) return each;
        const begun = hit.exact === undefined && each.startsWith(hit.bare) ? hit.bare.length : each.length;
        return `${pre}${each.slice(0, begun)}${post}${each.slice(begun)}`;
      });
    return [name, shown.join(" ")];
  });
  return { ...document, _formatted: Object.fromEntries(formatted) };
};

type Match = { readonly document: Kept; readonly words: number; readonly typos: number; readonly attribute: number };

/** « all » wants every word; « frequency » gives up the most common one until something is left. */
const matchWords = (index: KeptIndex, { q, matchingStrategy }: MultiSearchQuery): Match[] => {
  let wanted = wordsOf(q);
  const holding = (each: (typeof wanted)[number]): number => matchAll(index, [each]).length;
  for (;;) {
    const found = matchAll(index, wanted);
    if (found.length > 0 || matchingStrategy !== "frequency" || wanted.length < 2) return found;
    const commonest = wanted.reduce((most, each) => (holding(each) > holding(most) ? each : most));
    wanted = wanted.filter((each) => each !== commonest);
  }
};

type Word = { readonly exact: string | undefined; readonly bare: string };

const matchAll = ({ settings, documents }: KeptIndex, wanted: readonly Word[]): Match[] =>
  [...documents.values()].flatMap((document) => {
    const hits = wanted.map((word, place) => bestHit(document, { word, settings, last: place === wanted.length - 1 }));
    const all = hits.flatMap((hit) => (hit === null ? [] : [hit]));
    if (all.length < wanted.length) return [];
    const sum = (of: (hit: Hit) => number): number => all.reduce((total, hit) => total + of(hit), 0);
    return [
      { document, words: all.length, typos: sum(({ typos }) => typos), attribute: sum(({ attribute }) => attribute) },
    ];
  });

type Hit = { readonly typos: number; readonly attribute: number };

const bestHit = (
  document: Kept,
  { word, settings, last }: { word: Word; settings: Settings; last: boolean },
): Hit | null => {
  let best: Hit | null = null;
  for (const [attribute, name] of (settings.searchableAttributes ?? []).entries()) {
    const typos = typosIn(String(document[name] ?? "").split(" "), {
      word,
      last,
      strict: settings.typoTolerance?.disableOnAttributes?.includes(name) ?? false,
    });
    if (typos !== null && (best === null || typos < best.typos)) best = { typos, attribute };
  }
  return best;
};

const typosIn = (
  words: readonly string[],
  { word: { exact, bare }, last, strict }: { word: Word; last: boolean; strict: boolean },
): number | null => {
  if (exact !== undefined) return words.includes(exact) ? 0 : null;
  if (words.some((each) => each === bare || (last && each.startsWith(bare)))) return 0;
  if (strict || /\d/.test(bare) || bare.length < 4) return null;
  const most = bare.length < 9 ? 1 : 2;
  const fewest = Math.min(...words.map((each) => lettersApart(bare, each, most)));
  return fewest > most ? null : fewest;
};

type Asked = { readonly query: MultiSearchQuery; readonly settings: Settings };

/** The ranking rules in their order: what was asked, words, typos, attribute, the newest. */
const order = (matches: readonly Match[], { query, settings }: Asked): Kept[] => {
  const keys = (query.sort ?? []).map((rule) => sortKey(rule, settings));
  const newest = /^(\w+):desc$/.exec(settings.rankingRules?.at(-1) ?? "")?.[1];
  return [...matches]
    .sort((one, other) => {
      for (const key of keys) {
        const apart = key(one.document) - key(other.document);
        if (apart !== 0 && !Number.isNaN(apart)) return apart;
      }
      const ranked = one.typos - other.typos || one.attribute - other.attribute;
      return ranked || (newest ? latest(other.document[newest]) - latest(one.document[newest]) : 0);
    })
    .map(({ document }) => document);
};

const latest = (value: unknown): number => (typeof value === "number" ? value : 0);

/** The smaller the earlier; a document without the value comes last. */
const sortKey = (rule: string, { sortableAttributes }: Settings): ((document: Kept) => number) => {
  const geo = /^_geoPoint\((-?[\d.]+), (-?[\d.]+)\):asc$/.exec(rule);
  const [name = "", direction] = geo ? ["_geo"] : rule.split(":");
  if (!sortableAttributes?.includes(name))
    throw new Refused("invalid_search_sort", `Attribute \`${name}\` is not sortable.`);
  return (document) => {
    const value = document[name];
    if (value === undefined) return Number.MAX_VALUE;
    if (!geo) return direction === "desc" ? -Number(value) : Number(value);
    const { lat, lng } = value as { lat: number; lng: number }; // written by our own adapter
    return distanceKm({ lat: Number(geo[1]), lon: Number(geo[2]) }, { lat, lon: lng });
  };
};

const distribution = (documents: readonly Kept[], { query, settings }: Asked): object =>
  Object.fromEntries(
    (query.facets ?? []).map((facet) => {
      if (!(settings.filterableAttributes as string[] | undefined)?.includes(facet))
        throw new Refused("invalid_search_facets", `Attribute \`${facet}\` is not filterable.`);
      const counts = new Map<string, number>();
      for (const document of documents)
        for (const value of [document[facet] ?? []].flat())
          counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
      const most = settings.faceting?.maxValuesPerFacet ?? 100;
      return [facet, Object.fromEntries([...counts].sort().slice(0, most))];
    }),
  );
