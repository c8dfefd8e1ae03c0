import { describe, expect, it } from "vitest";
import { readCvText } from "#shared/cvs/read-cv-text.ts";
import { noCommune } from "./commune-finders.ts";

const languagesOf = (...lines: readonly string[]): string[] =>
  readCvText(
    { lines: lines.map((text) => ({ text, page: 1 })) },
    { today: "2026-11-22", findCommune: noCommune },
  ).languages.map(({ name, level }) => `${name} ${level}`);

describe("a language with its level is read", () => {
  it.each([
    ["under a heading of studies", ["FORMATION", "Bac pro commerce, 2015", "Anglais notions"], ["en basic"]],
    ["in brackets after a diploma", ["Diplômes", "Bac STT 2007 (Anglais notions)"], ["en basic"]],
    ["after a comma of studies", ["Formation", "CAP cuisine 2012, espagnol courant"], ["es fluent"]],
    [
      "with a European level among studies",
      ["Études", "BTS tourisme", "Allemand B1 – Anglais C1"],
      ["de good", "en fluent"],
    ],
    ["said before, among studies", ["Formation", "Bac 2010", "Notions d’italien"], ["it basic"]],
    [
      "in a row that is named, among studies",
      ["formation", "bepc", "langues arabe maternel, francais courant, anglais un peu"],
      ["ar native", "fr fluent", "en basic"],
    ],
    ["after the last job", ["Expérience", "2019 – 2025 Serveuse", "Anglais : scolaire"], ["en basic"]],
    ["in capitals without accents", ["DIPLOMES", "CAP 2001", "PORTUGAIS LANGUE MATERNELLE"], ["pt native"]],
    ["with its use", ["Formation", "Bac 2011", "Espagnol lu, écrit, parlé"], ["es good"]],
    ["under its own heading, without a level", ["Langues", "Anglais"], ["en null"]],
  ])("%s", (_where, lines, expected) => {
    expect(languagesOf(...lines)).toEqual(expected);
  });
});

describe("no language is read", () => {
  it.each([
    ["in the subject of a diploma", ["Formation", "Licence LEA anglais espagnol, 2015"]],
    ["in a subject at school", ["Formation", "Bac littéraire option anglais renforcé"]],
    ["in a course one gave", ["Expérience", "2018 Professeur d’anglais niveau B2"]],
    ["in a course one took", ["Formation", "Cours d’anglais courant, 40 heures"]],
    ["in customers", ["Expérience", "2019 – 2022 Serveuse", "Accueil de la clientèle en anglais courant"]],
    ["in the year that passes", ["Formation", "Stage d’anglais courant 2019"]],
    ["in a kitchen", ["Expérience", "2019 – 2022 Cuisinier, restaurant italien, bon niveau"]],
    ["in a diploma’s mention", ["Formation", "BTS commerce anglais, mention bien"]],
    ["in technical words of a trade", ["Formation", "Anglais technique aéronautique, AFPA"]],
  ])("%s", (_where, lines) => {
    expect(languagesOf(...lines)).toEqual([]);
  });
});
