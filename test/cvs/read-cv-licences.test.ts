import { describe, expect, it } from "vitest";
import { readCvText } from "#shared/cvs/read-cv-text.ts";
import { noCommune } from "./commune-finders.ts";

const read = (...lines: string[]) =>
  readCvText({ lines: lines.map((text) => ({ text, page: 1 })) }, { today: "2026-11-22", findCommune: noCommune });

const codes = (...lines: string[]): string[] =>
  read(...lines)
    .licences.map(({ code }) => code)
    .toSorted();

describe("the licences of a CV", () => {
  it.each([
    ["Permis B", ["permis-b"]],
    ["permi b + voiture", ["permis-b"]],
    ["Titulaire du permis B, véhiculée", ["permis-b"]],
    ["Permis de conduire (catégorie B)", ["permis-b"]],
    ["Permis et véhicule", ["permis-b"]],
    ["Permis : B, BE et C", ["permis-b", "permis-be", "permis-c"]],
    ["PERMIS B/C/EC", ["permis-b", "permis-c", "permis-ce"]],
    ["Permis B - C - CE - D", ["permis-b", "permis-c", "permis-ce", "permis-d"]],
    ["Permis A2 et B", ["permis-a", "permis-b"]],
    ["Permis poids lourd et super lourd", ["permis-c", "permis-ce"]],
    ["permis PL, SPL, FIMO à jour", ["fimo", "permis-c", "permis-ce"]],
    ["Permis B en cours", []],
    ["Sans permis", []],
    ["Pas de permis, je me déplace à vélo", []],
    ["Permis de chasse", []],
    ["Instruction des permis de construire", []],
    ["Permis d’exploitation", ["permis-exploitation"]],
    ["BSR", ["permis-am"]],
    ["CACES R489 1A, 3 et 5", ["caces-r489-1a", "caces-r489-3", "caces-r489-5"]],
    ["CACES 1, 3, 5", ["caces-r489-1a", "caces-r489-3", "caces-r489-5"]],
    ["CACES R389 cat. 3 (2016)", ["caces-r489-3"]],
    ["CACES R482 A et F", ["caces-r482-a", "caces-r482-f"]],
    ["CACES R482 cat. B1 – R486 A et B", ["caces-r482-b1", "caces-r486-a", "caces-r486-b"]],
    ["Caces nacelle", ["caces-r486-b"]],
    ["CACES R490 grue auxiliaire", ["caces-r490"]],
    ["Pas de CACES", []],
    ["Habilitations électriques B1V, B2V, BR, H0", ["habilitation-b0-h0", "habilitation-b1-b2", "habilitation-br"]],
    ["Habilitation H0B0", ["habilitation-b0-h0"]],
    ["Anglais B1, espagnol B2", []],
    ["SST, AFGSU 2, PSC 1", ["afgsu", "psc1", "sst"]],
    ["Permis B, AFGSU niveau 2", ["afgsu", "permis-b"]],
    ["Fimo à jour, Bafa", ["bafa", "fimo"]],
    ["Formation HACCP 2022", ["haccp"]],
    ["Certiphyto décideur", ["certiphyto"]],
    ["CQP APS, SSIAP 1, carte professionnelle CNAPS", ["carte-cnaps", "cqp-aps", "ssiap-1"]],
    ["Diplôme d’État d’aide-soignante (2014)", ["deas"]],
    ["Diplôme d’infirmière, Bucarest (Roumanie)", []],
    ["BAFA et BPJEPS", ["bafa", "bpjeps"]],
    ["Préparation du DEAES (en cours)", []],
  ])("« %s » names %j", (line, expected) => {
    expect(codes("Formation", line)).toEqual(expected.toSorted());
  });

  it("are read from lists of letters under their heading", () => {
    expect(codes("PERMIS", "A2 – B – BE", "HABILITATIONS", "B1V, B2V, BR, BC")).toEqual([
      "habilitation-b1-b2",
      "habilitation-bc",
      "habilitation-br",
      "permis-a",
      "permis-b",
      "permis-be",
    ]);
  });

  it("show the words they were read in", () => {
    expect(read("Divers", "Permis B et CACES R489 3").licences.map(({ source }) => source.words)).toEqual([
      "Permis B",
      "R489 3",
    ]);
  });
});

describe("the languages of a CV", () => {
  it.each([
    ["Anglais : courant", { en: "fluent" }],
    ["Anglais (B2), espagnol A2", { en: "good", es: "basic" }],
    ["Notions d’anglais", { en: "basic" }],
    ["Portugais langue maternelle, français lu, écrit, parlé", { pt: "native", fr: "good" }],
    ["Anglais et allemand : niveau scolaire", { en: "basic", de: "basic" }],
    ["Arabe bilingue • Italien C1", { ar: "fluent", it: "fluent" }],
    ["Langue des signes : notions", { lsf: "basic" }],
    ["Anglais", { en: null }],
  ])("« %s » are %j", (line, expected) => {
    const found = read("LANGUES", line).languages.map(({ name, level }) => [name, level]);

    expect(Object.fromEntries(found)).toEqual(expected);
  });

  it.each(["Cuisine italienne et française", "Professeur d’anglais au collège", "De nationalité roumaine"])(
    "are none in « %s »",
    (line) => {
      expect(read("Expérience", line).languages).toEqual([]);
    },
  );
});

describe("the diplomas of a CV", () => {
  it.each([
    ["2015 : BTS Comptabilité et gestion", ["bac2"]],
    ["CAP cuisine – CFA de Tulle", ["cap"]],
    ["Baccalauréat professionnel commerce", ["bac"]],
    ["Licence professionnelle, Limoges", ["bac3"]],
    ["Master 2 droit public", ["bac5"]],
    ["Bac + 2", ["bac2"]],
    ["Brevet des collèges", ["none"]],
    ["Niveau bac", []],
    ["BTS en cours", []],
    ["Licence de soudure TIG", []],
  ])("« %s » is of level %j", (line, expected) => {
    expect(read("FORMATION", line).diplomas.map(({ level }) => level)).toEqual(expected);
  });
});
