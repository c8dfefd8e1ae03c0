import { describe, expect, it } from "vitest";
import type { CvFindings } from "#shared/cvs/cv-findings.ts";
import { readCvText } from "#shared/cvs/read-cv-text.ts";
import { noCommune } from "./commune-finders.ts";

const read = (...lines: readonly string[]): CvFindings =>
  readCvText({ lines: lines.map((text) => ({ text, page: 1 })) }, { today: "2026-11-22", findCommune: noCommune });

const held = ({ occupations }: CvFindings): Record<string, number> =>
  Object.fromEntries(occupations.flatMap(({ code, held }) => (held === null ? [] : [[code, held.months]])));

describe("a career told in sentences", () => {
  it("gives each of its jobs the time told with it", () => {
    const found = read("J’ai été serveuse de 2010 à 2014 puis j’ai été fleuriste de 2015 à 2018 chez Monceau Fleurs.");

    expect(held(found)).toEqual({ G1803: 48, D1209: 36 });
  });

  it("counts from one end of a sentence to the other", () => {
    const found = read("En 2011 je suis entré comme boulanger chez Paul et j’y suis resté jusqu’en 2017.");

    expect(held(found)).toEqual({ D1102: 72 });
  });

  it("goes on until now where one still is", () => {
    const found = read("J’ai pris en janvier 2024 un poste de cariste que j’occupe encore.");

    expect(held(found)).toEqual({ N1101: 35 });
  });

  it("lets a job begin where the one before it ended", () => {
    const found = read("J’ai été couvreur de 2003 à 2008, puis charpentier jusqu’en 2013.");

    expect(held(found)).toEqual({ F1619: 60, F1503: 60 });
  });

  it("counts the years said in letters", () => {
    const found = read("J’ai travaillé dix-neuf ans comme boucher chez Bigot.");

    expect(held(found)).toEqual({ D1101: 228 });
  });

  it("tells work from the studies of the same sentence", () => {
    const found = read("Après mon CAP coiffure obtenu en 2009 j’ai travaillé cinq ans comme coiffeuse à Tulle.");

    expect(held(found)).toEqual({ D1202: 60 });
  });

  it("takes a school for a place of work when one says so", () => {
    const found = read("De 2012 à 2020, j’ai été cuisinier au lycée de Brive.");

    expect(held(found)).toEqual({ G1609: 96 });
  });

  it("goes on after diplomas told on one line", () => {
    const found = read("Diplômes : BEP de vente, bac pro commerce.", "Je parle arabe couramment.");

    expect(found.diplomas.map(({ level }) => level)).toEqual(["cap", "bac"]);
    expect(found.languages.map(({ name, level }) => [name, level])).toEqual([["ar", "fluent"]]);
  });

  it("names licences one after the other", () => {
    const found = read("J’ai passé mon permis C en 2004 et le CE l’année d’après.");

    expect(found.licences.map(({ code }) => code)).toEqual(["permis-c", "permis-ce"]);
  });

  it("may be written without a capital", () => {
    const found = read("j'ai le bafa depuis 2012 et mon cap petite enfance");

    expect(found.licences.map(({ code }) => code)).toContain("bafa");
    expect(found.diplomas.map(({ level }) => level)).toEqual(["cap"]);
  });

  it("leaves a list of tasks as it is", () => {
    const found = read("EXPÉRIENCES", "2015-2018 Vendeuse, Tulle", "- conseil aux clients, puis encaissement");

    expect(held(found)).toEqual({ D1214: 36 });
  });
});
