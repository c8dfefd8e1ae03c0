import { describe, expect, it } from "vitest";
import { findLocalPlace } from "#server/referentials/find-local-place.ts";
import { completePlaces, distanceKm, findPlace, placeByCode, placesOfDepartment } from "#server/referentials/places.ts";
import { readQuery } from "#server/referentials/read-query.ts";
import { departmentName, departments, inDepartment } from "#shared/referentials/department.ts";
import { minutesBy, withinReach } from "#shared/referentials/travel.ts";

const territory = { department: "19" };

describe("a commune", () => {
  it("is known by its INSEE code, with where it is", () => {
    expect(placeByCode("19272")).toMatchObject({
      name: "Tulle",
      postcodes: ["19000"],
      department: "19",
      lat: expect.closeTo(45.27, 1),
      lon: expect.closeTo(1.77, 1),
    });
  });

  it("is known by the code it had before a merger", () => {
    expect(placeByCode("01340")).toBe(placeByCode("01015"));
  });

  it("belongs to its département", () => {
    const communes = placesOfDepartment("19");

    expect(communes.length).toBeGreaterThan(270);
    expect(communes.every(({ department }) => department === "19")).toBe(true);
  });

  it("has a centre in every one of the 101 départements", () => {
    const lost = departments
      .filter(({ code }) => !/^(?:97[5-8]|98\d)$/.test(code) || code === "976")
      .flatMap(({ code }) => placesOfDepartment(code))
      .filter(({ lat, lon }) => lat === null || lon === null);

    expect(lost.map(({ name }) => name)).toEqual([]);
  });

  it("is as far as the crow flies", () => {
    const tulle = placeByCode("19272");
    const brive = placeByCode("19031");

    expect(tulle && brive && distanceKm(tulle, brive)).toBeCloseTo(24.3, 0);
  });
});

describe("completing a commune", () => {
  it.each([
    ["tul", "Tulle"],
    ["TULLE", "Tulle"],
    ["st priv", "Saint-Privat"],
    ["Ste fer", "Sainte-Féréole"],
    ["brive la g", "Brive-la-Gaillarde"],
    ["gaillarde", "Brive-la-Gaillarde"],
    ["egle", "Égletons"],
    ["19000", "Tulle"],
    ["191", "Brive-la-Gaillarde"],
    ["toulouse", "Toulouse"],
    ["paris", "Paris"],
    ["argentat", "Argentat-sur-Dordogne"],
    ["le jardin", "Montaignac-sur-Doustre"],
    ["tule", "Tulle"],
    ["briv", "Brive-la-Gaillarde"],
    ["ussell", "Ussel"],
    ["malmor", "Malemort"],
    ["argenta sur dordogn", "Argentat-sur-Dordogne"],
    ["eglton", "Égletons"],
  ])("from %s proposes %s first", (typed, name) => {
    expect(completePlaces(typed, { limit: 5, ...territory })[0]?.name).toBe(name);
  });

  it("proposes no more than asked, and nothing from nothing", () => {
    expect(completePlaces("saint", { limit: 7 })).toHaveLength(7);
    expect(completePlaces(" - ", { limit: 7 })).toEqual([]);
  });
});

describe("a text names a commune", () => {
  it.each([
    ["Tulle", "19272"],
    ["Tulle (19000)", "19272"],
    ["19000 TULLE", "19272"],
    ["19100", "19031"],
    ["ST PRIVAT", "19237"],
    ["Limoges Cedex 9", "87085"],
    ["Paris 12e", "75056"],
    ["Lyon 3ème arrondissement", "69123"],
  ])("%s", (text, code) => {
    expect(findPlace(text, territory)?.code).toBe(code);
  });

  it("or none", () => {
    expect(findPlace("Nulle-Part-les-Oies", territory)).toBeNull();
    expect(findPlace("", territory)).toBeNull();
  });
});

describe("people of the territory mean by", () => {
  it.each([
    ["Brive", "19031"],
    ["Beaulieu", "19019"],
    ["st privat", "19237"],
    ["Argentat", "19010"],
    ["Limoges", "87085"],
    ["19100", "19031"],
    ["Beaulieu (38470)", "38033"],
    ["Terrasson", "24547"],
    ["Paris 15e", "75056"],
  ])("%s", (typed, code) => {
    expect(findLocalPlace(typed, "19")?.code).toBe(code);
  });

  it.each(["Argen", "Briv", "Nulle-Part", ""])("%j no commune that could be guessed", (typed) => {
    expect(findLocalPlace(typed, "19")).toBeNull();
  });
});

describe("one field holds what and where", () => {
  it.each([
    ["AIDE SOIGNANTE Tulle 20 km", "aide soignante", "Tulle", 20],
    ["serveur 19000 tulle", "serveur", "Tulle", null],
    ["infirmière St Privat", "infirmière", "Saint-Privat", null],
    ["boulanger à Mâcon", "boulanger", "Mâcon", null],
    ["vendeur Nice", "vendeur", "Nice", null],
    ["macon tulle", "macon", "Tulle", null],
    ["aide à domicile à argentat à moins de 15 km", "aide à domicile", "Argentat-sur-Dordogne", 15],
    ["mécanicien dans un rayon de 10 km autour d’Ussel", "mécanicien", "Ussel", 10],
    ["cuisinier brive-la-gaillarde", "cuisinier", "Brive-la-Gaillarde", null],
    ["maçon Brive 20 km", "maçon", "Brive-la-Gaillarde", 20],
    ["boulanger à Brive", "boulanger", "Brive-la-Gaillarde", null],
    ["saint", "saint", undefined, null],
    ["Mâcon", "", "Mâcon", null],
    ["tulle", "", "Tulle", null],
    ["maçon", "maçon", undefined, null],
    ["macon", "macon", undefined, null],
    ["préparateur de commandes cdi temps plein", "préparateur de commandes cdi temps plein", undefined, null],
    ["agent d'entretien nuit", "agent d'entretien nuit", undefined, null],
    ["", "", undefined, null],
    ["Corrèze", "", undefined, null],
    ["vendeuse en Corrèze", "vendeuse", undefined, null],
    ["partout en correze", "", undefined, null],
    ["serveur dans le 19", "serveur", undefined, null],
    ["serveur à Corrèze", "serveur", "Corrèze", null],
    ["Corrèze (19800)", "", "Corrèze", null],
    ["vendeuse Tulle Corrèze", "vendeuse", "Tulle", null],
    ["cuisinier à 20 min de Brive", "cuisinier", "Brive-la-Gaillarde", 12],
    ["cuisinier à 30 minutes d’Ussel", "cuisinier", "Ussel", 19],
    ["CDI 35h Brive", "cdi 35h", "Brive-la-Gaillarde", null],
    ["serveur 19 000", "serveur", "Tulle", null],
    ["salaire 20 000", "salaire 20 000", undefined, null],
    ["emploi Tulle", "", "Tulle", null],
    ["offres d’emploi Brive", "", "Brive-la-Gaillarde", null],
    ["recherche emploi en Corrèze", "", undefined, null],
    ["je cherche un travail de vendeuse à Brive", "vendeuse", "Brive-la-Gaillarde", null],
    ["aide-soignante recherche emploi Ussel", "aide-soignante", "Ussel", null],
    ["job d'été", "d'été", undefined, null],
    ["conseiller emploi", "conseiller emploi", undefined, null],
    ["recherche clinique", "recherche clinique", undefined, null],
    ["La Poste", "la poste", undefined, null],
    ["Beaulieu", "", "Beaulieu-sur-Dordogne", null],
    ["boulanger à Beaulieu", "boulanger", "Beaulieu-sur-Dordogne", null],
    ["Bort", "", "Bort-les-Orgues", null],
    ["serveur sur Bort", "serveur", "Bort-les-Orgues", null],
    ["rosiers", "", "Rosiers-d'Égletons", null],
    ["taille de rosiers", "taille de rosiers", undefined, null],
    ["serveur Terrasson", "serveur", "Terrasson-Lavilledieu", null],
    ["vendeuse à Sarlat", "vendeuse", "Sarlat-la-Canéda", null],
    ["Paris 15e", "", "Paris", null],
    ["serveur lyon 3", "serveur", "Lyon", null],
    ["vendeuse Marseille 13ème arrondissement", "vendeuse", "Marseille", null],
    ["CDD Lyon 3 mois", "cdd 3 mois", "Lyon", null],
    ["caces tulle 3", "caces 3", "Tulle", null],
    ["je cherche du travail a brive", "", "Brive-la-Gaillarde", null],
    ["cherche emploi urgent", "", undefined, null],
    ["serveuse près de chez moi", "serveuse", undefined, null],
    ["n’importe quel travail à Tulle", "", "Tulle", null],
    ["12,50 €/h agent", "agent", undefined, null],
    ["filet 3 net", "filet 3 net", undefined, null],
    ["vendeuse poste de nuit", "vendeuse de nuit", undefined, null],
    ["poste de garde", "poste de garde", undefined, null],
    ["cherche poste de secrétaire", "secrétaire", undefined, null],
    ["recherche apprentie coiffeuse", "apprentie coiffeuse", undefined, null],
    ["recherche et développement", "recherche et développement", undefined, null],
    ["serveuse emploi Brive", "serveuse", "Brive-la-Gaillarde", null],
    ["agence d’emploi", "agence d’emploi", undefined, null],
    ["petits boulots Tulle", "", "Tulle", null],
    ["job", "", undefined, null],
    ["en bus", "en bus", undefined, null],
    ["serveur sur place", "serveur sur place", undefined, null],
    ["cuisinier à Lourdes", "cuisinier", "Lourdes", null],
    ["chargé de mission", "chargé de mission", undefined, null],
    ["gestionnaire de contrats", "gestionnaire de contrats", undefined, null],
  ])("%s", (query, text, name, radiusKm) => {
    const read = readQuery(query, territory);

    expect({ text: read.text, name: read.place?.name, radiusKm: read.radiusKm }).toEqual({ text, name, radiusKm });
  });
});

describe("a département is named", () => {
  it.each([
    ["19", "Corrèze", "en Corrèze"],
    ["59", "Nord", "dans le Nord"],
    ["974", "La Réunion", "à La Réunion"],
    ["2A", "Corse-du-Sud", "en Corse-du-Sud"],
    ["21", "Côte-d’Or", "en Côte-d’Or"],
    ["01", "Ain", "dans l’Ain"],
    ["75", "Paris", "à Paris"],
  ])("%s", (code, name, locative) => {
    expect([departmentName(code), inDepartment(code)]).toEqual([name, locative]);
  });

  it("for all 101, and the overseas communities", () => {
    expect(departments.filter(({ code }) => !/^(?:97[5-8]|98\d)$/.test(code) || code === "976")).toHaveLength(101);
  });
});

describe("a journey", () => {
  it.each([
    ["foot", 1, 17],
    ["bike", 5, 28],
    ["publicTransport", 20, 64],
    ["car", 12, 20],
    ["car", 0, 3],
  ] as const)("by %s over %i km takes %i minutes", (means, km, minutes) => {
    expect(minutesBy(means, km)).toBe(minutes);
  });

  it("is within reach up to the very edge of the radius", () => {
    expect(withinReach(20, { radiusKm: 20 })).toBe(true);
    expect(withinReach(20.1, { radiusKm: 20 })).toBe(false);
  });
});
