import { createHash, type Hash } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/**
 * What a backup holds: a folder with one `<collection>.bson` a collection (documents one after the other, as mongodump
 * writes them) and this manifest, written last.
 */
export const Manifest = z.object({
  version: z.literal(1),
  /** When the reading began: what was written later may or may not be inside. */
  at: z.iso.datetime(),
  collections: z.array(
    z.object({
      name: z.string().regex(/^[\w-]+$/), // it becomes a file's name
      count: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type Manifest = z.infer<typeof Manifest>;

export const manifestFile = (folder: string): string => join(folder, "manifest.json");
export const collectionFile = (folder: string, name: string): string => join(folder, `${name}.bson`);

export const newHash = (): Hash => createHash("sha256");

/** What people had open for minutes, and sessions: whoever comes back signs in again. */
export const notKept: ReadonlySet<string> = new Set([
  "sessions",
  "sign-in-codes",
  "kept_forms",
  "attempts",
  "restores",
]);

/** @throws with a sentence when the folder is no whole backup, or a byte of it changed */
export const readManifest = async (folder: string): Promise<Manifest> => {
  if (!existsSync(manifestFile(folder)))
    throw new Error(`${folder} n’est pas une sauvegarde entière : manifest.json manque.`);
  const parsed = Manifest.safeParse(parseJson(readFileSync(manifestFile(folder), "utf8")));
  if (!parsed.success)
    throw new Error(`${folder} n’est pas une sauvegarde de cette version : manifest.json ne se lit pas.`);
  for (const { name, sha256 } of parsed.data.collections) {
    const file = collectionFile(folder, name);
    if (!existsSync(file)) throw new Error(`La sauvegarde est incomplète : ${name}.bson manque.`);
    if ((await hashOf(file)) !== sha256)
      throw new Error(`La sauvegarde est abîmée : ${name}.bson n’est plus celui qui fut écrit. Rien n’a été changé.`);
  }
  return parsed.data;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const hashOf = async (file: string): Promise<string> => {
  const hash = newHash();
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
};
