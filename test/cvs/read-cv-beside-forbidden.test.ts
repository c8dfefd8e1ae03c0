import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CvFindings } from "#shared/cvs/cv-findings.ts";
import { readCvText } from "#shared/cvs/read-cv-text.ts";
import { noCommune } from "./commune-finders.ts";

const read = (...lines: string[]): CvFindings =>
  readCvText(
    { lines: ["Camille Arrestier", "06 12 34 56 78", ...lines].map((text) => ({ text, page: 1 })) },
    { today: "2026-11-22", findCommune: noCommune },
  );

type Job = { readonly trade: string; readonly from: string | null; readonly to: string | null };

const jobsIn = ({ occupations }: CvFindings): Job[] =>
  occupations
    .flatMap(({ label, held }) =>
      (held?.periods ?? []).map(({ from, to }) => ({ trade: label.split(",")[0] ?? "", from, to })),
    )
    .sort((one, other) => String(one.from).localeCompare(String(other.from)));

/** A sentence, the jobs it tells, and words that no finding may hold. */
const told: readonly (readonly [string, string, RegExp])[] = [
  [
    "J’ai travaillé comme caissière de 2015 à 2018, puis j’ai pris un congé parental, et depuis 2021 je suis serveuse.",
    "Hôte de caisse 2015-2018, Serveur 2021-now",
    /congé|parental/,
  ],
  [
    "Après un congé parental de trois ans, j’ai repris comme aide-soignante à l’EHPAD de 2018 à 2022.",
    "Aide-soignant 2018-2022",
    /congé|parental|trois/,
  ],
  ["J’ai été aide-soignante de 2010 à 2014 avant un congé parental.", "Aide-soignant 2010-2014", /avant|parental/],
  [
    "De 2009 à 2012 j’ai été mère au foyer, puis j’ai travaillé comme agent d’entretien de 2013 à 2017.",
    "Agent d’entretien 2013-2017",
    /foyer|2009|2012/,
  ],
  [
    "De 2009 à 2012, mère au foyer, puis j’ai travaillé comme agent d’entretien de 2013 à 2017.",
    "Agent d’entretien 2013-2017",
    /foyer|2009|2012/,
  ],
  [
    "J’ai été maçon de 2005 à 2015, puis un accident du travail m’a arrêté deux ans, et je suis chauffeur depuis 2018.",
    "Maçon 2005-2015",
    /accident|deux ans/,
  ],
  ["Suite à un problème de santé j’ai quitté la maçonnerie, j’étais maçon de 2001 à 2011.", "Maçon 2001-2011", /santé/],
  [
    "J’étais proche aidant de ma mère de 2019 à 2021, avant j’étais standardiste de 2010 à 2018.",
    "Standardiste 2010-2018",
    /proche|mère|2019|2021/,
  ],
  ["Mère de trois enfants j’ai été standardiste de 2012 à 2019.", "Standardiste 2012-2019", /Mère|enfants/],
  ["Je suis née à Alger. J’ai été coiffeuse de 2010 à 2014.", "Coiffeur 2010-2014", /née|Alger/],
  ["Originaire de Syrie j’ai été coiffeur de 2010 à 2014.", "Coiffeur 2010-2014", /riginaire|Syrie/],
  ["Reconnue travailleur handicapé j’ai été standardiste de 2014 à 2020.", "Standardiste 2014-2020", /handicap/],
  ["J’ai été maçon de 2010 à 2016 et délégué syndical CGT de 2012 à 2015.", "Maçon 2010-2016", /syndical|CGT|2012/],
  ["J’ai suivi mon mari à Brive et j’ai été serveuse de 2010 à 2014.", "Serveur 2010-2014", /mari\b/],
  [
    "2015-2018 : Secrétaire médicale, remplacement de congé maternité, clinique des Cèdres",
    "Secrétaire médical 2015-2018",
    /maternité/,
  ],
  ["2012 – 2015 Caissière (congé parental 2014), Leclerc", "Hôte de caisse 2012-2015", /parental|2014/],
];

const said = (jobs: readonly Job[]): string => jobs.map(({ trade, from, to }) => `${trade} ${from}-${to}`).join(", ");

describe("a job told beside what the law forbids to use", () => {
  it.each(told)("is kept, the rest is not: « %s »", (sentence, jobs, forbidden) => {
    const found = read(sentence);

    expect(said(jobsIn(found))).toBe(jobs);
    expect(JSON.stringify(found)).not.toMatch(forbidden);
  });

  it("is the one of the sentence without the matter, wherever the matter stands", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...jobs),
        fc.constantFrom(...matters),
        fc.constantFrom(...places),
        (job, one, put) => {
          const found = read(`${capital(put(job, one))}.`);

          expect(said(jobsIn(found))).toBe(said(jobsIn(read(`${capital(job)}.`))));
          expect(JSON.stringify(found)).not.toMatch(one.words);
        },
      ),
      { numRuns: 150 },
    );
  });
});

const jobs = [
  "j’ai travaillé comme caissière de 2015 à 2018",
  "j’ai été aide-soignante de 2010 à 2014",
  "de 2011 à 2016 j’ai été coiffeuse",
  "j’ai exercé le métier de boulanger de 2008 à 2013",
];

type Matter = { readonly noun: string; readonly clause: string; readonly words: RegExp };

const matters: readonly Matter[] = [
  { noun: "un congé parental", clause: "j’ai pris un congé parental de 2020 à 2022", words: /parental|2020|2022/ },
  { noun: "un long arrêt maladie", clause: "j’étais en arrêt maladie en 2020", words: /maladie|2020/ },
  { noun: "des soucis de santé", clause: "des soucis de santé m’ont arrêtée en 2020", words: /santé|2020/ },
  { noun: "la naissance de ma fille", clause: "j’ai élevé mes enfants de 2020 à 2022", words: /fille|enfants|2020/ },
  { noun: "mon divorce", clause: "mon divorce m’a pris deux ans", words: /divorce|deux ans/ },
  { noun: "mon service militaire", clause: "j’ai fait mon service militaire en 2020", words: /militaire|2020/ },
];

const places: readonly ((job: string, matter: Matter) => string)[] = [
  (job, { noun }) => `après ${noun}, ${job}`,
  (job, { noun }) => `${job} avant ${noun}`,
  (job, { noun }) => `${job}, jusqu’à ${noun}`,
  (job, { clause }) => `${job}, puis ${clause}`,
  (job, { clause }) => `${job}. ${capital(clause)}`,
  (job, { clause }) => `${clause}, ensuite ${job}`,
  (job, { clause }) => `${clause}. ${capital(job)}`,
];

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
