import { describe, expect, it } from "vitest";
import { familyByCode } from "#shared/referentials/family.ts";
import { completeOccupations, findOccupations } from "#shared/referentials/find-occupation.ts";
import { licenceByCode, licences } from "#shared/referentials/licence.ts";
import { occupationByCode, occupations } from "#shared/referentials/occupations.ts";
import { skillById, skills } from "#shared/referentials/skills.ts";

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

describe("the built-in occupations", () => {
  it("are enough for a rural département, and so are their skills", () => {
    expect(occupations.length).toBeGreaterThanOrEqual(300);
    expect(skills.length).toBeGreaterThanOrEqual(600);
  });

  it("have codes, skills and licences that are told apart", () => {
    expect(repeated(occupations.map(({ code }) => code))).toEqual([]);
    expect(repeated(skills.map(({ id }) => id))).toEqual([]);
    expect(repeated(skills.map(({ label }) => label))).toEqual([]);
    expect(repeated(licences.map(({ code }) => code))).toEqual([]);
  });

  it("have a ROME code of a letter and four digits", () => {
    expect(occupations.filter(({ code }) => !/^[A-N]\d{4}$/.test(code))).toEqual([]);
  });

  it("name only families, neighbours, skills and licences that exist", () => {
    const unknown = occupations.flatMap((occupation) => [
      ...(familyByCode(occupation.family) ? [] : [occupation.family]),
      ...occupation.neighbours.filter((code) => code === occupation.code || !occupationByCode(code)),
      ...occupation.skills.filter((id) => !skillById(id)),
      ...[...occupation.licences, ...occupation.requiredDiplomas].filter((code) => !licenceByCode(code)),
    ]);

    expect(unknown).toEqual([]);
  });

  it("have neighbours, everyday names and core skills, each said once", () => {
    const poor = occupations.filter(
      ({ neighbours, synonyms, skills: known, coreSkills }) =>
        neighbours.length < 3 || synonyms.length < 1 || coreSkills < 2 || known.length <= coreSkills,
    );
    const twice = occupations.flatMap(({ skills: known, neighbours }) => [...repeated(known), ...repeated(neighbours)]);

    expect(poor.map(({ title }) => title)).toEqual([]);
    expect(twice).toEqual([]);
  });

  it("show both forms wherever French has two", () => {
    const gendered = /^(?:Conducteur|Agent|Technicien|Vendeur|Ouvrier|Opérateur|Chef|Animateur|Directeur|Employé)\b/;
    const alike = occupations.filter(({ masculine, feminine }) => masculine === feminine && gendered.test(masculine));
    const unshown = occupations.filter(
      ({ masculine, feminine, title }) =>
        title.toLowerCase() !== (masculine === feminine ? masculine : `${masculine}, ${feminine}`).toLowerCase(),
    );

    expect(alike.map(({ title }) => title)).toEqual([]);
    expect(unshown.map(({ title }) => title)).toEqual([]);
  });

  it("ask by law only for what a law requires", () => {
    expect(occupationByCode("J1501")?.requiredDiplomas).toEqual(["deas"]);
    expect(occupationByCode("N4101")?.requiredDiplomas).toEqual(["permis-c"]);
    expect(occupationByCode("F1703")?.requiredDiplomas).toEqual([]);
  });
});

describe("a title finds its occupation", () => {
  it.each([
    ["Aide-soignante", "J1501"],
    ["AS", "J1501"],
    ["aide soignant en EHPAD H/F", "J1501"],
    ["infirmiere", "J1506"],
    ["maçonne", "F1703"],
    ["chauffeur PL", "N4101"],
    ["chauffeuse SPL", "N4115"],
    ["femme de ménage", "K1304"],
    ["nounou", "K1303"],
    ["cariste CACES 3", "N1101"],
    ["serveuse en CDI temps plein", "G1803"],
    ["préparateur de comandes", "N1103"],
    ["mécanicien auto", "I1604"],
    ["caissier", "D1505"],
    ["AESH", "K2113"],
    ["Vendeur·euse en boulangerie", "D1106"],
  ])("%s → %s", (title, code) => {
    expect(findOccupations(title, { limit: 1 })[0]?.code).toBe(code);
  });

  it("whichever of its own two titles is given", () => {
    const top = (title: string): string | undefined => findOccupations(title, { limit: 1 })[0]?.code;
    const missed = occupations.filter(
      ({ code, masculine, feminine }) => top(masculine) !== code || top(feminine) !== code,
    );

    expect(missed.length / occupations.length).toBeLessThan(0.02);
  });

  it("with a confidence from 0 to 1 that never grows down the list", () => {
    const confidences = findOccupations("ouvrier agricole", { limit: 10 }).map(({ confidence }) => confidence);

    expect(confidences[0]).toBe(1);
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
  });

  it("or nothing, when it says nothing", () => {
    expect(findOccupations("", { limit: 5 })).toEqual([]);
    expect(findOccupations("???", { limit: 5 })).toEqual([]);
  });
});

describe("completion proposes", () => {
  it.each([
    ["aide-s", "J1501"],
    ["Boul", "D1102"],
    ["infirmiè", "J1506"],
    ["maco", "F1703"],
    ["carr", "F1608"],
  ])("for %s, %s among the first five", (typed, code) => {
    expect(completeOccupations(typed, 5).map((found) => found.code)).toContain(code);
  });

  it("nothing before anything is typed", () => {
    expect(completeOccupations("  ", 5)).toEqual([]);
  });
});
