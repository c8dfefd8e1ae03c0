import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readCsv } from "#server/referentials/import/read-csv.ts";
import { readFolder } from "#server/referentials/import/read-folder.ts";
import { splitLabel } from "#server/referentials/import/split-label.ts";
import type { TitleSource } from "#shared/referentials/title-source.ts";

/** Several codes when one name is of several occupations: any is right. */
export type RomeTitle = {
  readonly masculine: string;
  readonly feminine: string;
  readonly code: string;
  readonly codes: readonly string[];
};

export type RomeTitles = {
  /** Every official name is known. */
  readonly whole: readonly TitleSource[];
  /** Every official name. */
  readonly names: readonly RomeTitle[];
  /** The newest, the occupations' own titles aside: they judge, and nothing may be tuned on them. */
  readonly judging: readonly RomeTitle[];
  /** The older ones, the occupations' own titles aside: on these the weights are found. */
  readonly practice: readonly RomeTitle[];
};

/** Official names from this code on were added last: they are the nearest to names not yet published. */
const newest = 38_000;

/** The official names; null where the official files are not, as they are no part of the project. */
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
  const whole = rome.occupations.map((one) => ({
    code: one.code,
    parent: one.parent,
    masculine: one.masculine,
    feminine: one.feminine,
    synonyms: one.names,
    texts: [...(one.texts ?? []), ...one.skills.flatMap((code) => skills.get(code) ?? [])],
  }));
  const named = readCsv(readFileSync(join(folder, file), "utf8")).rows.map(({ get }) => ({
    ...splitLabel(get("libelle_appellation_long")),
    code: get("code_rome"),
    newest: Number(get("code_ogr")) >= newest,
  }));
  const codes = codesByName(named);
  const names = named.map((name) => ({ ...name, codes: codes.get(name.masculine) ?? [] }));
  const labels = new Set(whole.map(({ masculine }) => masculine));
  const others = names.filter(({ masculine }) => !labels.has(masculine));
  return {
    whole,
    names,
    judging: others.filter((name) => name.newest),
    practice: others.filter((name) => !name.newest),
  };
};

/** The occupations as they would be if those names had never been published. */
export const withoutNames = (sources: readonly TitleSource[], unknown: readonly RomeTitle[]): TitleSource[] => {
  const hidden = new Set(
    unknown.flatMap(({ masculine, feminine, code }) => [`${code} ${masculine}`, `${code} ${feminine}`]),
  );
  return sources.map((source) => ({
    ...source,
    synonyms: source.synonyms.filter((name) => !hidden.has(`${source.code} ${name}`)),
  }));
};

const codesByName = (
  names: readonly { readonly masculine: string; readonly code: string }[],
): Map<string, string[]> => {
  const codes = new Map<string, string[]>();
  for (const { masculine, code } of names) codes.set(masculine, [...(codes.get(masculine) ?? []), code]);
  return codes;
};
