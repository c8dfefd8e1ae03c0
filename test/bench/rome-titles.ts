import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readCsv } from "#server/referentials/import/read-csv.ts";
import { readFolder } from "#server/referentials/import/read-folder.ts";
import { splitLabel } from "#server/referentials/import/split-label.ts";
import type { TitleSource } from "#shared/referentials/title-source.ts";

export type RomeTitle = { readonly masculine: string; readonly feminine: string; readonly codes: readonly string[] };
export type RomeTitles = {
  /** Every official name is known. */
  readonly whole: readonly TitleSource[];
  /** Those held out are not, in either gender. */
  readonly partial: readonly TitleSource[];
  readonly known: readonly RomeTitle[];
  readonly held: readonly RomeTitle[];
};

/** Official names from this code on were added last: they are the nearest to names not yet published. */
const newest = 38_000;

/** The official names, the newest held out; null where the official files are not, as they are no part of the project. */
export const romeTitles = (): RomeTitles | null => {
  const folder = process.env.REFERENTIALS_DIR ?? join(import.meta.dirname, "../../../shared/data/rome");
  const rome = existsSync(folder) ? readFolder(folder).parts.rome : undefined;
  const file = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" }).find((name) =>
        /unix_referentiel_appellation/.test(name),
      )
    : undefined;
  if (rome === undefined || file === undefined) return null;
  const skills = new Map(rome.skills.map(({ code, label }) => [code, label]));
  const sources = rome.occupations.map((one) => ({
    code: one.code,
    masculine: one.masculine,
    feminine: one.feminine,
    synonyms: one.names,
    texts: [...(one.texts ?? []), ...one.skills.flatMap((code) => skills.get(code) ?? [])],
  }));
  const names = readCsv(readFileSync(join(folder, file), "utf8")).rows.map(({ get }) => ({
    ...splitLabel(get("libelle_appellation_long")),
    code: get("code_rome"),
    newest: Number(get("code_ogr")) >= newest,
  }));
  const labels = new Set(sources.map(({ masculine }) => masculine));
  const codes = codesByName(names);
  const titleOf = ({ masculine, feminine }: (typeof names)[number]): RomeTitle => ({
    masculine,
    feminine,
    codes: codes.get(masculine) ?? [],
  });
  const held = names.filter((name) => name.newest && !labels.has(name.masculine));
  const hidden = new Set(
    held.flatMap(({ masculine, feminine, code }) => [`${code} ${masculine}`, `${code} ${feminine}`]),
  );
  return {
    whole: sources,
    partial: sources.map((source) => ({
      ...source,
      synonyms: source.synonyms.filter((name) => !hidden.has(`${source.code} ${name}`)),
    })),
    known: names.filter((_, place) => place % 9 === 0).map(titleOf),
    held: held.map(titleOf),
  };
};

const codesByName = (
  names: readonly { readonly masculine: string; readonly code: string }[],
): Map<string, string[]> => {
  const codes = new Map<string, string[]>();
  for (const { masculine, code } of names) codes.set(masculine, [...(codes.get(masculine) ?? []), code]);
  return codes;
};
