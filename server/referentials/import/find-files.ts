import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The files an import reads, by what they hold; those without which there is nothing to import first. */
export const requiredFiles = ["referentiel_code_rome", "referentiel_appellation"] as const;
export const optionalFiles = ["referentiel_competence", "coherence_item", "rubrique_mobilite"] as const;
/** They help to recognise titles that no name has; nobody misses them. */
export const textFiles = ["texte", "referentiel_savoir"] as const;
export const areaFiles = ["employment-zones", "basins"] as const;

type RomeFile = (typeof requiredFiles)[number] | (typeof optionalFiles)[number] | (typeof textFiles)[number];
export type FileKind = RomeFile | (typeof areaFiles)[number];

export type FoundFiles = {
  readonly paths: ReadonlyMap<FileKind, string>;
  /** "460" for unix_…_v460_utf8.csv; null without any ROME file. */
  readonly edition: string | null;
};

/**
 * Looks in a folder and the folders inside it. Of several editions of ROME, the newest alone is read.
 * @throws with a sentence when the folder cannot be read
 */
export const findFiles = (folder: string): FoundFiles => {
  const found = list(folder);
  const rome = found.flatMap((path) => romeFile(path) ?? []);
  const edition = rome.reduce<string | null>((newest, file) => newer(newest, file.edition), null);
  const paths = new Map<FileKind, string>();
  for (const { kind, path, edition: of } of rome) if (of === edition) paths.set(kind, path);
  for (const path of found) {
    const kind = areaFile(path);
    if (kind !== null) paths.set(kind, newerPath(paths.get(kind), path));
  }
  return { paths, edition };
};

const list = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .sort();
  } catch {
    throw new Error(`Le dossier ${folder} ne se lit pas. Vérifiez son nom.`);
  }
};

type Rome = { readonly kind: RomeFile; readonly edition: string; readonly path: string };

const known: readonly string[] = [...requiredFiles, ...optionalFiles, ...textFiles];

const romeFile = (path: string): Rome | null => {
  const [, kind = "", edition = ""] = /(?:^|[\\/])unix_(\w+?)_v(\d+)(?:_utf8)?\.csv$/i.exec(path) ?? [];
  // known holds the names of RomeFile and nothing else
  return known.includes(kind) ? { kind: kind as RomeFile, edition, path } : null;
};

const areaFile = (path: string): FileKind | null => {
  if (/communes_ze\d*[^\\/]*\.csv$/i.test(path)) return "employment-zones";
  return /lexique-bassins[^\\/]*\.csv$/i.test(path) ? "basins" : null;
};

const newer = (one: string | null, other: string): string =>
  one !== null && Number(one) >= Number(other) ? one : other;

/** File names carry their year, so the last in the alphabet is the newest. */
const newerPath = (one: string | undefined, other: string): string => (one !== undefined && one > other ? one : other);
