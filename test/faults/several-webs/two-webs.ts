import { meilisearchEngine } from "#server/platform/search/meilisearch/engine.ts";
import { useSearch } from "#server/platform/search/search.ts";
import { type DocumentedMeilisearch, documentedMeilisearch } from "#test/platform/search/documented-meilisearch.ts";
import { type Apart, openApart } from "#test/support/apart.ts";
import { type House, openHouse } from "#test/support/house.ts";

/** Two web processes and two of workers on one store, one Redis and one index. */
export type TwoWebs = {
  readonly house: House;
  readonly a: { readonly app: string };
  readonly b: { readonly app: string };
  /** What each process of workers wrote so far. */
  readonly said: () => readonly string[];
  readonly close: () => Promise<void>;
};

export const openTwoWebs = async (): Promise<TwoWebs> => {
  const house = await openHouse();
  const meili: DocumentedMeilisearch = await documentedMeilisearch({ taskMs: 60 }); // late, as a busy one
  useSearch(meilisearchEngine({ url: meili.url, key: null })); // what a fixture asks of this process goes there as well
  const apart: Apart = await openApart({
    MEILI_URL: meili.url,
    SESSION_SECRET: "of these processes only, thirty-two letters or more",
  });
  const a = await apart.web("web-a");
  const b = await apart.web("web-b");
  const said = [await apart.workers("workers-a"), await apart.workers("workers-b")];
  return {
    house,
    a: { app: a },
    b: { app: b },
    said: () => said.map((each) => each()),
    close: async () => {
      await apart.close();
      await meili.close();
      await house.close();
    },
  };
};
