import { describe, expect, it } from "vitest";
import { completeOccupations, findOccupations, prepareOccupations } from "#shared/referentials/find-occupation.ts";
import { indexInSteps, indexOccupations } from "#shared/referentials/occupation-index.ts";
import { occupations } from "#shared/referentials/occupations.ts";

const top = (title: string): string | undefined => findOccupations(title, { limit: 1 })[0]?.code;

describe("a title as people write it finds its occupation", () => {
  it.each([
    ["AS de nuit", "J1501"],
    ["ass", "K1201"],
    ["Chauffeur SPL H/F", "N4115"],
    ["mecano auto", "I1604"],
    ["MÉCANO AUTO", "I1604"],
    ["femme de ménage", "K1304"],
    ["caissiere", "D1505"],
    ["maçon coffreur", "F1703"],
    ["aide a domicile", "K1304"],
    ["assistante dentaire", "J1312"],
    ["serveuse en extra", "G1803"],
    ["vendeuse boulangerie temps partiel", "D1106"],
    ["plongeur restaurant", "G1605"],
    ["IDE EHPAD", "J1506"],
    ["ASH en maison de retraite", "J1301"],
    ["agent de sécurité SSIAP", "K2503"],
    ["commis de cuisine débutant accepté", "G1602"],
    ["AMP", "K1306"],
    ["AES", "K1306"],
    ["TISF", "K1305"],
    ["ATSEM", "K1308"],
    ["VRP", "D1410"],
    ["QHSE", "H1303"],
    ["livreur VL", "N4105"],
    ["recherche un boulanger de nuit en CDI", "D1102"],
    ["apprentie coiffeuse", "D1202"],
    ["conducteur de travaux BTP", "F1208"],
    ["prof de maths", "K2107"],
    ["l’aide‑soignante", "J1501"],
    ["l'aide-soignante", "J1501"],
  ])("%s → %s", (title, code) => {
    expect(top(title)).toBe(code);
  });

  it.each([
    ["electircien batiment", "F1602"],
    ["boulangerpatissier", "D1102"],
    ["femmed e ménage", "K1304"],
    ["infrimière", "J1506"],
    ["plombeir", "F1603"],
  ])("« %s » too, letters and spaces out of place", (title, code) => {
    expect(top(title)).toBe(code);
  });
});

describe("an acronym is never taken for another", () => {
  it("that one letter would make", () => {
    for (const acronym of ["AZ", "ASZ", "IDF", "AMQ"])
      expect(findOccupations(acronym, { limit: 1 })[0]?.confidence ?? 0).toBeLessThan(0.5);
  });

  it("as the verb of a question is not", () => {
    expect(findOccupations("as-tu le permis", { limit: 5 }).map(({ code }) => code)).not.toContain("J1501");
  });
});

describe("any title of the list", () => {
  const titles = occupations.filter((_, place) => place % 5 === 0);

  it("means the same in the feminine", () => {
    const apart = titles.filter(({ masculine, feminine }) => top(masculine) !== top(feminine));

    expect(apart.map(({ title }) => title)).toEqual([]);
  });

  it("means the same in capitals, without accents, with « H/F »", () => {
    const apart = titles.filter(({ masculine }) => {
      const bare = masculine.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
      return top(bare) !== top(masculine) || top(`${masculine} (H/F)`) !== top(masculine);
    });

    expect(apart.map(({ title }) => title)).toEqual([]);
  });
});

describe("a confidence", () => {
  it("is a likelihood: those of a title add up to one at most", () => {
    const found = findOccupations("technicien de surface polyvalent", { limit: 600 });

    expect(
      found.filter(({ confidence }) => confidence < 1).reduce((sum, { confidence }) => sum + confidence, 0),
    ).toBeLessThan(1.01);
  });

  it.each(["dompteur de lions", "xyzzy qwerty", "astronaute", "canarimot", "blorptix", "poulet", "n’importe quoi"])(
    "is low for « %s », which is no occupation of the list",
    (title) => {
      expect(findOccupations(title, { limit: 1 })[0]?.confidence ?? 0).toBeLessThan(0.5);
    },
  );
});

describe("an index", () => {
  const some = occupations.slice(0, 60);
  const asked = ["conducteur d’engins", "ouvrière viticole", "agnet d’entretien", ""];

  it("answers the same each time it is built, at once or in steps", async () => {
    const one = indexOccupations(some);
    const other = await indexInSteps([...some], () => Promise.resolve());

    for (const title of asked) expect(other.rank(title, 10)).toEqual(one.rank(title, 10));
  });

  it("of no occupation finds none", () => {
    expect(indexOccupations([]).rank("maçon", 5)).toEqual([]);
  });

  it("prepared beforehand is the one in use", async () => {
    await prepareOccupations(() => Promise.resolve());

    expect(top("maçonne")).toBe("F1703");
  });
});

describe("completion", () => {
  it("proposes no noise", () => {
    for (const typed of ["xyz", "zzzz", "qwertyuiop"]) expect(completeOccupations(typed, 5)).toEqual([]);
  });

  it("forgives a slip once a word is nearly whole", () => {
    expect(completeOccupations("infrimier", 5).map(({ code }) => code)).toContain("J1506");
  });
});
