import MiniSearch from "minisearch";
import type { CompiledSearch } from "#shared/alerts/compile-search.ts";
import type { DayOffer } from "#shared/alerts/day-offer.ts";
import { fitsSearch } from "#shared/alerts/fits-search.ts";

/** How many offers a search finds when a search engine is asked for its words, and the rest is verified. */
export const searchPeer = (day: readonly DayOffer[]): ((search: CompiledSearch) => number) => {
  const engine = new MiniSearch<DayOffer>({
    fields: ["title", "text", "trade"],
    extractField: (offer, field) => {
      if (field === "id") return offer.id;
      if (field === "title") return offer.titleStems.join(" ");
      return field === "trade" ? offer.occupation : offer.stems.join(" ");
    },
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
  });
  engine.addAll(day);
  const byId = new Map(day.map((offer) => [offer.id, offer]));
  return (search) => {
    const { stems, terms, trades } = search;
    const words = [...stems, ...terms].join(" ");
    if (words === "") return day.filter((offer) => fitsSearch(search, offer)).length;
    const said = { queries: [words], combineWith: "AND" as const };
    const query =
      trades.length === 0
        ? said
        : {
            combineWith: "OR" as const,
            queries: [said, { queries: [...trades], fields: ["trade"], combineWith: "OR" as const }],
          };
    return engine.search(query, {
      filter: ({ id }) => {
        const offer = byId.get(String(id));
        return offer !== undefined && fitsSearch(search, offer);
      },
    }).length;
  };
};
