import { describe, expect, it } from "vitest";
import { analyse, fold, stem, words } from "#shared/referentials/french.ts";
import { acronymMeaning, expandAcronyms } from "#shared/referentials/french-acronyms.ts";

describe("a job title is read the same", () => {
  it.each([
    ["Aide-soignant", "aide soignante"],
    ["Aide-soignant", "AIDES-SOIGNANTES"],
    ["Infirmier(ère)s de l’hôpital", "infirmière hopital"],
    ["Vendeur·euse", "vendeuse"],
    ["Conducteur/trice", "conductrices"],
    ["Technicien / ne (H/F)", "technicienne"],
    ["Chargé.e.s de mission", "chargées de missions"],
    ["Menuisier", "menuisières"],
    ["Patron pêcheur", "patronne pêcheuse"],
    ["Employé administratif", "employée administrative"],
    ["Délégué commercial", "déléguées commerciales"],
    ["Cheffe d’équipe", "chef d'equipe"],
    ["Maître d’hôtel", "maîtresse d’hotel"],
    ["Manœuvre", "manoeuvres"],
    ["Travaux publics", "travail publique"],
  ])("« %s » as « %s »", (one, other) => {
    expect(analyse(one).filter((each) => !/^n?e$/.test(each))).toEqual(analyse(other));
  });
});

describe("two trades stay apart", () => {
  it.each([
    ["menuisier", "menuiserie"],
    ["boulanger", "boulangerie"],
    ["cuisinier", "cuisine"],
    ["comptable", "comptabilité"],
    ["serveur", "service"],
  ])("%s and %s", (one, other) => {
    expect(stem(fold(one))).not.toBe(stem(fold(other)));
  });
});

describe("what is no word is left out", () => {
  it.each(["Soudeur H/F", "Soudeur (F/H)", "soudeur f-h", "Soudeur M/F"])("as the gender marks of « %s »", (text) => {
    expect(words(text)).toEqual(["soudeur"]);
  });

  it("as stop words and elisions", () => {
    expect(analyse("C’est l’agent qu’il faut dans la cuisine")).toEqual(["agent", "faut", "cuisin"]);
  });

  it.each(["", "   ", "(((", "🙂", "'", "--/--"])("as in %j, where nothing is", (text) => {
    expect(analyse(text)).toEqual([]);
  });
});

describe("codes and acronyms", () => {
  it.each(["AS", "IDE", "ASH", "AESH", "BTP", "PL", "SPL", "CDI", "CACES", "R489", "N3P2", "c++"])(
    "keep %s whole",
    (code) => {
      expect(analyse(code)).toEqual([code.toLowerCase()]);
    },
  );

  it("are followed by what they mean", () => {
    expect(expandAcronyms(analyse("AS de nuit"))).toEqual(["as", ...analyse("aide-soignant"), "nuit"]);
  });

  it.each([
    ["IBODE", "infirmier de bloc opératoire"],
    ["IADE", "infirmier anesthésiste"],
    ["DEAVS", "auxiliaire de vie sociale"],
    ["DEAES", "accompagnant éducatif et social"],
    ["CUI", "contrat aidé"],
  ])("even those that look like a feminine or a plural: %s", (acronym, meaning) => {
    expect(expandAcronyms(analyse(acronym)).slice(1)).toEqual(analyse(meaning));
  });

  it("are not taken one for the other", () => {
    expect(analyse("DEAES")).not.toEqual(analyse("DEA"));
  });

  it("mean nothing when they are ordinary words", () => {
    expect(acronymMeaning("soudeur")).toBeUndefined();
  });
});

describe("reading a hostile text", () => {
  it("takes a time that grows with its length only", () => {
    const started = performance.now();

    for (const part of ["(", "e(e)", "a·e", "h/f/", "'", "l'"]) analyse(part.repeat(100_000 / part.length));

    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
