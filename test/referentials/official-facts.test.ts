import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { OfficialOccupation } from "#server/referentials/import/official.ts";
import { readFolder } from "#server/referentials/import/read-folder.ts";
import { mergeReferentials } from "#server/referentials/merge-referentials.ts";
import { familyByCode } from "#shared/referentials/family.ts";
import { analyse, words } from "#shared/referentials/french.ts";
import { licenceByCode } from "#shared/referentials/licence.ts";
import { builtInOccupations } from "#shared/referentials/occupations.ts";
import { builtInSkills } from "#shared/referentials/skills.ts";

/** The official files are no part of the project: where they are not, this says so and is skipped. */
const folder = process.env.REFERENTIALS_DIR ?? join(import.meta.dirname, "../../../shared/data/rome");
const there = existsSync(folder);
if (!there) process.stdout.write(`No official files at ${folder}: what we wrote is not compared with them.\n`);

const rome = there ? readFolder(folder).parts.rome : undefined;
const official = new Map(rome?.occupations.map((occupation) => [occupation.code, occupation]));
const merged = mergeReferentials(
  { occupations: builtInOccupations, skills: builtInSkills },
  rome ?? { edition: "", occupations: [], skills: [] },
);

const namesOf = (occupation: OfficialOccupation | undefined): string[] =>
  occupation === undefined ? [] : [occupation.masculine, occupation.feminine, ...occupation.names];
const said = (name: string): string => words(name).join(" ");

/** Everyday titles that share no word with the official one, which we show on purpose. */
const everyday = new Set(["H2214", "K1108", "K1708", "K2309"]);

describe.skipIf(!there)("what we wrote, beside the official files", () => {
  it("has codes of ROME alone", () => {
    expect(builtInOccupations.filter(({ code }) => !official.has(code)).map(({ code }) => code)).toEqual([]);
  });

  it("has titles that are official names, or share a word with one", () => {
    const foreign = builtInOccupations.filter(({ code, masculine, feminine }) => {
      const stems = new Set(namesOf(official.get(code)).flatMap(analyse));
      return (
        !everyday.has(code) && [masculine, feminine].some((title) => !analyse(title).some((stem) => stems.has(stem)))
      );
    });

    expect(foreign.map(({ code, title }) => `${code} ${title}`)).toEqual([]);
  });

  it("has no title that is an official name of another occupation alone", () => {
    const owners = new Map<string, Set<string>>();
    for (const occupation of official.values())
      for (const name of namesOf(occupation))
        owners.set(said(name), (owners.get(said(name)) ?? new Set()).add(occupation.code));

    const taken = builtInOccupations.filter(({ code, masculine }) => owners.get(said(masculine))?.has(code) === false);

    expect(taken.map(({ code, title }) => `${code} ${title}`)).toEqual([
      "K1302 Auxiliaire de vie",
      "N1302 Responsable d’entrepôt",
    ]);
  });

  it("has feminine titles that are the official feminine of the masculine", () => {
    const pairs = new Map<string, string>();
    for (const { masculine, feminine } of official.values()) pairs.set(said(masculine), said(feminine));

    const other = builtInOccupations.filter(({ masculine, feminine }) => {
      const expected = pairs.get(said(masculine));
      return expected !== undefined && expected !== said(feminine);
    });

    // the official files write "Conseillère immobilier"
    expect(other.map(({ title }) => title)).toEqual(["Conseiller immobilier, conseillère immobilière"]);
  });

  it("has neighbours one can move to, two times in three", () => {
    const moves = builtInOccupations.flatMap(({ code, neighbours }) =>
      neighbours.map((neighbour) => official.get(code)?.mobility.includes(neighbour) ?? false),
    );

    expect(moves.filter(Boolean).length / moves.length).toBeGreaterThan(0.66);
  });
});

describe.skipIf(!there)("merged with the official files, the occupations", () => {
  it("are all there, each with a title of its own, a family, skills at its heart and neighbours", () => {
    const poor = merged.occupations.filter(
      ({ family, skills, coreSkills, neighbours }) =>
        familyByCode(family) === undefined || coreSkills < 2 || skills.length < coreSkills || neighbours.length < 3,
    );

    expect(merged.occupations.length).toBeGreaterThanOrEqual(1_584);
    expect(poor.map(({ code }) => code)).toEqual([]);
    expect(new Set(merged.occupations.map(({ title }) => title)).size).toBe(merged.occupations.length);
  });

  it("keep the codes of occupations, skills and licences that a CV or an offer may bear", () => {
    const codes = new Set(merged.occupations.map(({ code }) => code));
    const ids = new Set(merged.skills.map(({ id }) => id));

    expect(builtInOccupations.filter(({ code }) => !codes.has(code))).toEqual([]);
    expect(builtInSkills.filter(({ id }) => !ids.has(id))).toEqual([]);
    expect(merged.occupations.flatMap(({ skills }) => skills.filter((id) => !ids.has(id)))).toEqual([]);
    expect(
      merged.occupations.flatMap(({ requiredDiplomas }) => requiredDiplomas).filter((code) => !licenceByCode(code)),
    ).toEqual([]);
  });
});
