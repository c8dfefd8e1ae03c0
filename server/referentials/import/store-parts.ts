import { now } from "#server/platform/clock.ts";
import { anyOf, lessThan, noneOf } from "#server/platform/filter.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { packPart, partDigest, unpackPart } from "#server/referentials/pack-part.ts";
import { currentEdition, ReferentialEditionModel } from "#server/referentials/referential-edition-model.ts";
import { ReferentialPartModel } from "#server/referentials/referential-part-model.ts";
import { type OfficialParts, type PartName, partNames } from "./official.ts";
import type { ReadFile } from "./read-folder.ts";

/**
 * Writes the parts that are new, then switches to them in one update: killed anywhere before, the old ones are in use.
 * A part that the folder had not stays as it was.
 * @returns the names of the parts that changed; empty when everything was there already
 * @throws with a French sentence when another import switched meanwhile
 */
export const storeParts = async (parts: Partial<OfficialParts>, files: readonly ReadFile[]): Promise<PartName[]> => {
  const current = await ReferentialEditionModel.findById(currentEdition).lean();
  const kept = new Map(current?.parts.map(({ name, digest }) => [name, digest]));
  const texts = partNames.flatMap((name) => {
    const part = parts[name];
    return part === undefined ? [] : [{ name, text: JSON.stringify(part) }];
  });
  const read = texts.map(({ name, text }) => ({ name, text, digest: partDigest(name, text) }));
  const there = await soundParts(read.map(({ digest }) => digest));
  const fresh = read.filter(({ name, digest }) => kept.get(name) !== digest || !there.has(digest));
  if (fresh.length === 0) return [];
  for (const { name, text, digest } of fresh)
    await ReferentialPartModel.updateOne(
      { _id: digest },
      { $set: { name, bytes: await packPart(text), writtenAt: now() } },
      { upsert: true },
    );
  for (const { name, digest } of fresh) kept.set(name, digest);
  const known = files.map(({ file }) => file);
  await switchTo(current?.version ?? null, {
    parts: [...kept].map(([name, digest]) => ({ name, digest })),
    files: [...(current?.files ?? []).filter(({ file }) => !known.includes(file)), ...files],
  });
  await sweepParts();
  return fresh.map(({ name }) => name);
};

/** Back to what is built in. False when nothing was imported. */
export const forgetParts = async (): Promise<boolean> => {
  const { deletedCount } = await ReferentialEditionModel.deleteOne({ _id: currentEdition });
  await sweepParts();
  return deletedCount > 0;
};

/** Those that are there and can be read: a damaged one is written again. */
const soundParts = async (digests: readonly string[]): Promise<ReadonlySet<string>> => {
  const found = await ReferentialPartModel.find({ _id: anyOf(digests) }).lean();
  const sound = await Promise.all(
    found.map(async (part) =>
      unpackPart(part).then(
        () => [part._id],
        () => [],
      ),
    ),
  );
  return new Set(sound.flat());
};

type Contents = { parts: { name: string; digest: string }[]; files: ReadFile[] };

const switchTo = async (version: number | null, contents: Contents): Promise<void> => {
  const raced = new Error("Un autre import vient de finir. Relancez la commande.");
  const next = { ...contents, importedAt: now(), version: (version ?? 0) + 1 };
  if (version !== null) {
    const { matchedCount } = await ReferentialEditionModel.updateOne({ _id: currentEdition, version }, { $set: next });
    if (matchedCount === 0) throw raced;
    return;
  }
  await ReferentialEditionModel.create({ _id: currentEdition, ...next }).catch((error: unknown) => {
    throw isDuplicate(error) ? raced : error;
  });
};

/** Parts nobody uses are kept for an hour: a process may be reading them, another import may be about to use them. */
const sweepParts = async (): Promise<void> => {
  const current = await ReferentialEditionModel.findById(currentEdition).lean();
  await ReferentialPartModel.deleteMany({
    _id: noneOf(current?.parts.map(({ digest }) => digest) ?? []),
    writtenAt: lessThan(new Date(now().getTime() - 3_600_000)),
  });
};
