import type { Meilisearch } from "meilisearch";
import { now } from "#server/platform/clock.ts";
import type { IndexDefinition, SearchDocument, SearchIndex } from "#server/platform/search/port.ts";
import { type Stored, shadow, toStored } from "./documents.ts";
import { searchMeilisearch } from "./search-meilisearch.ts";
import { settingsOf } from "./settings.ts";
import { succeeded } from "./tasks.ts";
import { putNewer, removeUpTo, storedVersions } from "./versions.ts";

/** Fat batches: Meilisearch merges tasks badly across kinds, and each one costs a commit. */
const batchSize = 1_000;

export const openIndex = async (client: Meilisearch, definition: IndexDefinition): Promise<SearchIndex> => {
  const uid = definition.name;
  await prepare(client, { definition, uid });
  const inTurn = oneAtATime();
  const growing = new Set<string>();
  const everywhere = (change: (each: string) => Promise<void>): Promise<void> =>
    inTurn(async () => {
      for (const each of [uid, ...growing]) await change(each);
    });

  return {
    put: (documents) =>
      everywhere((each) =>
        putNewer(
          client.index<Stored>(each),
          documents.map((document) => toStored(definition, document)),
        ),
      ),
    remove: (ids, version) => everywhere((each) => removeUpTo(client.index<Stored>(each), { ids, version })),
    search: (query) => searchMeilisearch(client, { definition, uid, query }),
    count: async () => (await client.index<Stored>(uid).getDocuments({ filter: "live = true", limit: 0 })).total,
    versions: () => storedVersions(client.index<Stored>(uid), "live = true"),
    rebuild: async (documents) => {
      const next = `${uid}_${now().getTime().toString(36)}`;
      await prepare(client, { definition, uid: next });
      growing.add(next);
      try {
        await copyShadows(client, { from: uid, to: next });
        for await (const batch of batches(documents)) {
          const stored = batch.map((document) => toStored(definition, document));
          await inTurn(() => putNewer(client.index<Stored>(next), stored));
        }
        await inTurn(async () => {
          await succeeded(client.swapIndexes([{ indexes: [uid, next], rename: false }]));
          growing.delete(next);
        });
      } finally {
        growing.delete(next);
        await succeeded(client.deleteIndex(next));
      }
    },
  };
};

const prepare = async (
  client: Meilisearch,
  { definition, uid }: { definition: IndexDefinition; uid: string },
): Promise<void> => {
  await succeeded(client.createIndex(uid, { primaryKey: "id" }), { alreadyThere: "fine" });
  await succeeded(client.index(uid).updateSettings(settingsOf(definition)));
};

/** Reading a version and writing after it must not be parted by another write of this process. */
const oneAtATime = (): ((work: () => Promise<void>) => Promise<void>) => {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
};

const copyShadows = async (client: Meilisearch, { from, to }: { from: string; to: string }): Promise<void> => {
  const shadows: Stored[] = [];
  for await (const { id, version } of storedVersions(client.index<Stored>(from), "live = false")) {
    shadows.push(shadow(id, version));
  }
  await putNewer(client.index<Stored>(to), shadows);
};

async function* batches(documents: AsyncIterable<SearchDocument>): AsyncIterable<readonly SearchDocument[]> {
  let batch: SearchDocument[] = [];
  for await (const document of documents) {
    batch.push(document);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
