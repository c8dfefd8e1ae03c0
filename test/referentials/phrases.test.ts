import { describe, expect, it } from "vitest";
import { analyse } from "#shared/referentials/french.ts";

describe("what is refused is read the same", () => {
  it.each([
    ["sauf nuit", "sans nuit"],
    ["pas de nuit", "sans nuit"],
    ["pas la nuit", "sans nuit"],
    ["hors nuits", "sans nuit"],
    ["sans travail de nuit", "sans nuit"],
    ["pas d’horaires de nuit", "sans nuit"],
    ["pas le week-end", "sans weekend"],
    ["pas le we", "sans weekend"],
    ["jamais le week end", "sans weekend"],
    ["sauf le dimanche", "sans dimanche"],
    ["excepté les samedis", "sans samedi"],
    ["pas en soirée", "sans soir"],
    ["ni nuit ni week-end", "sans nuit, sans week-end"],
    ["sans nuit et week-end", "sans nuit, sans week-end"],
    ["pas de nuit/we", "sans nuit, sans week-end"],
    ["du lundi au vendredi", "pas le week-end"],
    ["horaires de bureau", "ni nuit, ni soir, ni week-end"],
    ["sans voiture ni permis", "sans voiture, sans permis"],
  ])("« %s » as « %s »", (one, other) => {
    expect(analyse(one)).toEqual(analyse(other));
  });

  it.each([
    ["sans nuit", "nuit"],
    ["pourquoi pas la nuit", "pas la nuit"],
    ["pas de nuit, week-end", "pas de nuit ni week-end"],
    ["sauf le dimanche", "pas le week-end"],
    ["hors sol", "sol"],
    ["permis CE", "permis"],
    ["permis CE", "permis C"],
    ["permis CE", "permis DE"],
  ])("but « %s » is not « %s »", (one, other) => {
    expect(analyse(one)).not.toEqual(analyse(other));
  });
});

describe("words that say one thing together", () => {
  it.each([
    ["contrats aidés", "contrat aidé"],
    ["contrat unique d’insertion", "contrat aidé"],
    ["parcours emploi compétences", "contrat aidé"],
    ["contrat de professionnalisation", "contrat pro"],
    ["2×8", "2x8"],
    ["3 X 8", "3x8"],
  ])("are read as one: « %s » as « %s »", (one, other) => {
    expect(analyse(one)).toEqual(analyse(other));
    expect(analyse(one)).toHaveLength(1);
  });

  it.each(["contrat aide-soignante", "contrat aide soignante", "contrat aide à domicile"])(
    "leave a trade its name: « %s »",
    (typed) => {
      expect(analyse(typed)).toContain("aid");
    },
  );
});
