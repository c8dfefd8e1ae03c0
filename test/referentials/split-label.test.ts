import { describe, expect, it } from "vitest";
import { splitLabel } from "#server/referentials/import/split-label.ts";

describe("an official label gives both forms", () => {
  it.each([
    ["Céramiste", "Céramiste", "Céramiste"],
    ["Aide-soignant / Aide-soignante", "Aide-soignant", "Aide-soignante"],
    ["Agent / Agente de nettoyage industriel", "Agent de nettoyage industriel", "Agente de nettoyage industriel"],
    ["Chargé d'affaires / Chargée d'affaires BTP", "Chargé d’affaires BTP", "Chargée d’affaires BTP"],
    ["Artiste Plasticien / Plasticienne", "Artiste Plasticien", "Artiste Plasticienne"],
    [
      "Cadre Dirigeant / Dirigeante d'administration",
      "Cadre Dirigeant d’administration",
      "Cadre Dirigeante d’administration",
    ],
    ["Valet / Femme de chambre", "Valet de chambre", "Femme de chambre"],
    [
      "Chef / Cheffe d'équipe en plastique/caoutchouc",
      "Chef d’équipe en plastique/caoutchouc",
      "Cheffe d’équipe en plastique/caoutchouc",
    ],
    ["Cadre Technico-commercial / Technico-commerciale", "Cadre Technico-commercial", "Cadre Technico-commerciale"],
    [
      "Responsable plate-forme expédition / Livraison",
      "Responsable plate-forme expédition / Livraison",
      "Responsable plate-forme expédition / Livraison",
    ],
  ])("%s", (label, masculine, feminine) => {
    expect(splitLabel(label)).toEqual({ masculine, feminine });
  });

  it.each([
    ["Electricien", "Électricien"],
    ["Educateur spécialisé", "Éducateur spécialisé"],
    ["Chef d'équipe", "Chef d’équipe"],
    ["Employé", "Employé"],
    ["Expert", "Expert"],
    ["Enseignant", "Enseignant"],
    ["Ergothérapeute", "Ergothérapeute"],
    ["Esthéticien", "Esthéticien"],
    ["Event manager", "Event manager"],
    ["Responsable EHPAD", "Responsable EHPAD"],
  ])("with its accent back when it has one: %s", (label, masculine) => {
    expect(splitLabel(label).masculine).toBe(masculine);
  });
});
