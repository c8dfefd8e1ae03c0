import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFolder } from "#server/referentials/import/read-folder.ts";
import { findOccupations } from "#shared/referentials/find-occupation.ts";
import { analyse, words } from "#shared/referentials/french.ts";
import { isStopWord } from "#shared/referentials/french-stop-words.ts";
import { builtInOccupations } from "#shared/referentials/occupations.ts";

describe("a trade’s word spelled as an empty one is kept", () => {
  it.each([
    ["Conductrice de car", "conducteur autocar"],
    ["chauffeur de cars scolaires", "chauffeur d’autocar scolaire"],
    ["chauffeur car", "chauffeur autocar"],
    ["CAR", "autocar"],
    ["bus et car", "bus, autocars"],
    ["technicien son", "technicienne du son"],
    ["preneur de son", "preneuse de son"],
    ["image et son", "son et image"],
    ["jobs d’été", "job d'ete"],
    ["castreur de maïs", "castreuse de mais"],
    ["chef de projet SI", "chef de projet système d’information"],
    ["journaliste on line", "journaliste on-line"],
    ["chef de cuisine sans permis", "cheffe de cuisine, sans permis"],
    ["chef sans permis", "cheffe, pas de permis"],
  ])("« %s » as « %s »", (one, other) => {
    expect(analyse(one).sort()).toEqual(analyse(other).sort());
    expect(analyse(one).length).toBeGreaterThanOrEqual(one.split(" ").length / 2);
  });

  it.each([
    ["car nous recrutons", "nous recrutons"],
    ["animer son équipe", "animer une équipe"],
    ["le poste a été créé", "le poste est créé"],
    ["petite équipe mais soudée", "petite équipe soudée"],
    ["si vous aimez bouger", "vous aimez bouger"],
    ["travailler avant la vente", "travailler la vente"],
  ])("and the empty one is not: « %s » is « %s »", (one, other) => {
    expect(analyse(one)).toEqual(analyse(other));
  });

  it.each([
    ["sous-chef de cuisine", "chef de cuisine"],
    ["service après-vente", "service vente"],
    ["masseuse bien-être", "masseuse"],
    ["sans expérience", "avec expérience"],
    ["loueur de bateaux sans permis", "loueur de bateaux avec permis"],
  ])("« %s » is not « %s »", (one, other) => {
    expect(analyse(one)).not.toEqual(analyse(other));
  });

  it.each([
    ["conductrice de car", "N4109"],
    ["chauffeur de car scolaire", "N4109"],
    ["chauffeur car", "N4109"],
  ])("so that « %s » finds %s", (title, code) => {
    expect(findOccupations(title, { limit: 1 })[0]?.code).toBe(code);
  });
});

/** All that may be lost of a title: what joins its words. Anything else tells it from another. */
const joining = new Set(
  "a au aupres aux autres avec d dans de des du en et l la le les leurs me ou par plus pour sur un une moins tous toutes tres vers si avant".split(
    " ",
  ),
);

const folder = process.env.REFERENTIALS_DIR ?? join(import.meta.dirname, "../../../shared/data/rome");
const there = existsSync(folder);
if (!there) process.stdout.write(`No official files at ${folder}: only the built-in titles are read.\n`);
const official = there ? (readFolder(folder).parts.rome?.occupations ?? []) : [];

describe("no title loses a word that tells it from another", () => {
  it("among the built-in ones and the official ones", () => {
    const names = [
      ...builtInOccupations.flatMap(({ masculine, feminine, synonyms }) => [masculine, feminine, ...synonyms]),
      ...official.flatMap((one) => [one.masculine, one.feminine, ...one.names]),
    ];
    const lost = names.flatMap((name) => words(name).filter((word) => isStopWord(word) && !joining.has(word)));

    expect(names.length).toBeGreaterThan(there ? 20_000 : 2_500);
    expect([...new Set(lost)]).toEqual([]);
  });
});
