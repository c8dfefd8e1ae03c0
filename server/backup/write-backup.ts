import { once } from "node:events";
import {
  closeSync,
  createWriteStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { finished } from "node:stream/promises";
import mongoose from "mongoose";
import { now } from "#server/platform/clock.ts";
import { collectionFile, type Manifest, manifestFile, newHash, notKept } from "./backup-folder.ts";

/**
 * Copies everything MongoDB holds into a new folder, while the product works. What leans on others is read first: a CV
 * whose account is inside is whole, an account whose CV came a moment later is harmless. The folder appears under its
 * name once it is whole and on disk.
 * @throws when the folder exists already
 */
export const writeBackup = async (folder: string): Promise<Manifest> => {
  if (existsSync(folder)) throw new Error(`${folder} existe déjà : donnez un dossier nouveau.`);
  const draft = `${folder}.partial`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const at = now().toISOString();
  const collections: Manifest["collections"] = [];
  for (const name of await collectionNames()) collections.push(await copy(draft, name));
  const manifest: Manifest = { version: 1, at, collections };
  writeFileSync(manifestFile(draft), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  keep(manifestFile(draft));
  renameSync(draft, folder);
  return manifest;
};

/** In the order in which others lean on them, the most leant on last. */
const leantOn = ["cvs", "offers", "companies", "accounts", "tombstones", "counters"];

const collectionNames = async (): Promise<string[]> => {
  const listed = await database().listCollections({}, { nameOnly: true }).toArray();
  const names = listed.map(({ name }) => name).filter((name) => !notKept.has(name) && !name.startsWith("system."));
  return names.sort((one, other) => leantOn.indexOf(one) - leantOn.indexOf(other) || (one < other ? -1 : 1));
};

const copy = async (folder: string, name: string): Promise<Manifest["collections"][number]> => {
  const file = createWriteStream(collectionFile(folder, name), { mode: 0o600 });
  const hash = newHash();
  let count = 0;
  for await (const document of database().collection(name).find({}, { raw: true, batchSize: 1_000 })) {
    const bytes = document as unknown as Buffer; // `raw` gives BSON as it is
    hash.update(bytes);
    count += 1;
    if (!file.write(bytes)) await once(file, "drain");
  }
  file.end();
  await finished(file);
  keep(collectionFile(folder, name));
  return { name, count, sha256: hash.digest("hex") };
};

/** On disk, and not only in the system's memory. */
const keep = (file: string): void => {
  const handle = openSync(file, "r");
  fsyncSync(handle);
  closeSync(handle);
};

const database = (): mongoose.mongo.Db => {
  const { db } = mongoose.connection;
  if (!db) throw new Error("no connection to MongoDB");
  return db;
};
