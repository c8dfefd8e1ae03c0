import { describe, expect, it } from "vitest";
import type { CvFindings } from "#shared/cvs/cv-findings.ts";
import { readCvText } from "#shared/cvs/read-cv-text.ts";
import { noCommune } from "./commune-finders.ts";

/** What a person may write of what the law forbids to use; after the bar, words that no finding may hold. */
const forbidden: Readonly<Record<string, readonly string[]>> = {
  age: [
    "32 ans|32",
    "Âge : 47 ans|47",
    "âgée de 51 ans|51",
    "J’ai 23 ans et je suis motivé|23 ans",
    "Jeune femme de 24 ans|24 ans",
  ],
  birth: [
    "Née le 12/05/1979 à Limoges|1979|Limoges",
    "Né le 4 juillet 1988 à Casablanca|1988|Casablanca",
    "Date de naissance : 03.02.1991|1991",
    "Date et lieu de naissance : 3 mars 1990, Alger|1990|Alger",
  ],
  sex: ["Sexe : féminin|féminin", "Genre : homme|homme"],
  family: [
    "Mariée, 2 enfants|ariée|enfants",
    "Célibataire, sans enfant|libataire|enfant",
    "Situation familiale : divorcé, trois enfants|divorc|trois",
    "Pacsé – 1 enfant à charge|acsé|charge",
    "Mère de trois enfants|Mère|trois",
    "Veuve|euve",
    "En concubinage|concubin",
    "2015 – 2018 : congé parental|parental|2015",
    "2012-2016 Mère au foyer|foyer|2012",
    "Enceinte de six mois|nceinte",
  ],
  nationality: [
    "Nationalité : française|ationalit",
    "De nationalité marocaine, carte de résident 10 ans|maroc|résident",
    "Titre de séjour valable jusqu’en 2027|séjour|2027",
    "Réfugié statutaire depuis 2014|fugié|2014",
    "Originaire de Syrie|Syrie",
  ],
  looks: ["Photo : oui|hoto", "Taille : 1,72 m – Poids : 65 kg|1,72|65", "Bonne présentation|résentation"],
  health: [
    "RQTH|RQTH",
    "Reconnue travailleur handicapé depuis 2015|handicap|2015",
    "Bénéficiaire de l’obligation d’emploi|obligation",
    "2020-2021 : arrêt maladie|maladie|2020",
    "Reprise après un cancer|cancer",
    "Titulaire de l’AAH|AAH",
    "Carte d’invalidité 80 %|invalidit",
    "Mi-temps thérapeutique souhaité|thérap",
    "Diabétique|iabétique",
  ],
  religion: [
    "Catholique pratiquant|atholique",
    "Bénévole à la mosquée de Brive|mosquée",
    "Catéchisme à la paroisse Saint-Jean|paroisse|Catéch",
    "Témoin de Jéhovah|Jéhovah",
  ],
  union: [
    "Délégué syndical CGT de 2014 à 2019|CGT|syndical|2014",
    "Déléguée du personnel|personnel",
    "Adhérente à la CFDT|CFDT",
    "Élu au CSE|CSE",
  ],
  politics: ["Conseillère municipale depuis 2020|municipal|2020", "Militant au Parti socialiste|ilitant|socialiste"],
  military: ["Service militaire accompli en 1995|militaire|1995", "Dégagé des obligations militaires|militaires"],
  number: ["N° de sécurité sociale : 2 79 05 19 272 001 22|272 001", "2 79 05 87 085 123 45|085 123"],
};

const cases = Object.entries(forbidden).flatMap(([kind, lines]) =>
  lines.map((line): [string, string, string[]] => {
    const [text = "", ...words] = line.split("|");
    return [kind, text, words];
  }),
);

const cv = (line: string, place: "top" | "work" | "end"): string[] => [
  "Camille Arrestier",
  ...(place === "top" ? [line] : []),
  "Aide-soignante",
  "06 12 34 56 78 – camille@exemple.fr",
  "Expérience",
  "03/2019 – 06/2021 Aide-soignante, EHPAD Les Genêts",
  "Aide à la toilette, prise des constantes",
  ...(place === "work" ? [line] : []),
  "2016 – 2018 Agent de service hospitalier, clinique",
  "Bionettoyage des chambres",
  "Formation",
  "2016 DEAS",
  "Permis B",
  ...(place === "end" ? [line] : []),
];

const read = (lines: readonly string[]): CvFindings =>
  readCvText({ lines: lines.map((text) => ({ text, page: 1 })) }, { today: "2026-11-22", findCommune: noCommune });

/** The findings without where they stand: a line more moves those below. */
const unplaced = (findings: CvFindings): unknown =>
  JSON.parse(JSON.stringify(findings, (key, value) => (key === "line" ? 0 : value)));

describe("what the law forbids to use", () => {
  it.each(cases)("(%s) « %s » changes no finding and is in none", (_kind, line, words) => {
    for (const place of ["top", "work", "end"] as const) {
      const found = read(cv(line, place));

      for (const word of words) expect(JSON.stringify(found)).not.toContain(word);
      expect(unplaced(found)).toEqual(unplaced(read(cv("", place))));
    }
  });

  it("is cut out of a line that says something else too", () => {
    const found = read([
      "Camille Arrestier, 32 ans, mariée, 2 enfants, permis B, 06 12 34 56 78",
      "Née à Tulle – permis C",
    ]);

    expect(found.licences.map(({ code }) => code)).toEqual(["permis-b", "permis-c"]);
    expect(found.phone?.value).toBe("0612345678");
    expect(JSON.stringify(found)).not.toMatch(/32 ans|mariée|enfant|Née/);
  });

  it("is not mistaken for the work one does with people", () => {
    const found = read([
      "Expérience",
      "2019 – 2021 Accompagnante éducative et sociale, foyer de vie",
      "Accompagnement de personnes handicapées, garde de 2 enfants, tenue de l’état civil",
    ]);

    const ids = found.skills.map(({ id }) => id);
    expect(ids).toContain("accompagner-personne-handicapee");
    expect(ids).toContain("garder-enfant");
    expect(ids).toContain("tenir-etat-civil");
  });
});
