import type { Index } from "meilisearch";
import { z } from "zod";
import { type Stored, shadow } from "./documents.ts";
import { succeeded } from "./tasks.ts";

/** Meilisearch has no conditional write: what is there is read first, and what is older is left out. */
export const putNewer = async (index: Index<Stored>, documents: readonly Stored[]): Promise<void> => {
  const known = await present(
    index,
    documents.map(({ id }) => id),
  );
  const newest = new Map<string, Stored>();
  for (const document of documents) {
    const last = newest.get(document.id) ?? known.get(document.id);
    if (last === undefined || mayReplace(last, document)) newest.set(document.id, document);
  }
  if (newest.size > 0) await succeeded(index.addDocuments([...newest.values()]));
};

export const removeUpTo = async (
  index: Index<Stored>,
  { ids, version }: { ids: readonly string[]; version: number | undefined },
): Promise<void> => {
  const known = await present(index, ids);
  const shadows = ids.flatMap((id) => {
    const last = known.get(id);
    const upTo = version ?? last?.version;
    return upTo === undefined || (last !== undefined && last.version > upTo) ? [] : [shadow(id, upTo)];
  });
  if (shadows.length > 0) await succeeded(index.addDocuments(shadows));
};

export async function* storedVersions(
  index: Index<Stored>,
  filter: string,
): AsyncIterable<{ readonly id: string; readonly version: number }> {
  for (let offset = 0; ; offset += pageSize) {
    const { results } = await index.getDocuments({
      filter,
      fields: ["id", "version", "live"],
      limit: pageSize,
      offset,
    });
    for (const { id, version } of Versions.parse(results)) yield { id, version };
    if (results.length < pageSize) return;
  }
}

const pageSize = 1_000;
/** The client asks for ids in the address, which must stay short enough for any server before Meilisearch. */
const idsInAnAddress = 200;

const Versions = z.array(z.object({ id: z.string(), version: z.number(), live: z.boolean() }));
type Version = z.infer<typeof Versions>[number];

const present = async (index: Index<Stored>, ids: readonly string[]): Promise<ReadonlyMap<string, Version>> => {
  const known = new Map<string, Version>();
  for (let from = 0; from < ids.length; from += idsInAnAddress) {
    const some = ids.slice(from, from + idsInAnAddress);
    const { results } = await index.getDocuments({ ids: some, fields: ["id", "version", "live"], limit: some.length });
    for (const version of Versions.parse(results)) known.set(version.id, version);
  }
  return known;
};

const mayReplace = (last: Version, document: Version): boolean =>
  last.live ? document.version >= last.version : document.version > last.version;
