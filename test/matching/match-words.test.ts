import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { saySetAside } from "#client/matching/match-words.ts";
import { sayReasons } from "#client/matching/say-reasons.ts";
import type { MatchCv, MatchOffer } from "#shared/matching/match-input.ts";
import { opening } from "#shared/matching/opening.ts";
import { scoreMatch } from "#shared/matching/score-match.ts";
import { aMatchCv, aMatchOffer, brive, someCv, someOffer, today } from "./some-pairs.ts";

const reasons = (cv: Partial<MatchCv>, offer: Partial<MatchOffer>) =>
  scoreMatch(aMatchCv(cv), aMatchOffer(offer), { today }).reasons;

const worked = (months: number, occupation = "K1304") => ({ experiences: [{ occupation, months }] });

describe("reasons", () => {
  it.each<readonly [Partial<MatchCv>, Partial<MatchOffer>, candidate: string, officer: string]>([
    [{}, {}, "yes Métier que vous cherchez", "yes Cherche ce métier"],
    [worked(48), {}, "yes 4 ans d’expérience", "yes Aide à domicile : 4 ans"],
    [
      { occupations: ["A1201"], ...worked(24) },
      {},
      "yes Métier que vous avez exercé, 2 ans",
      "yes Aide à domicile : 2 ans",
    ],
    [
      worked(24),
      { experienceMonths: 12 },
      "yes 2 ans d’expérience, 1 an demandé",
      "yes 2 ans d’expérience, 1 an demandé",
    ],
    [
      {},
      { experienceMonths: 6 },
      "no Sans expérience indiquée, 6 mois appréciés",
      "no Sans expérience indiquée, 6 mois appréciés",
    ],
    [
      worked(3),
      { experienceMonths: 12, experienceRequired: true },
      "no 3 mois d’expérience, 1 an exigé",
      "no 3 mois d’expérience, 1 an exigé",
    ],
    [{}, {}, "yes Ouvert sans expérience", "yes Sans expérience indiquée, pas demandée"],
    [
      { licences: ["caces-r489-3"] },
      { requiredLicences: ["caces-r489-3"] },
      "yes Vous avez : CACES R489 3, exigé",
      "yes CACES R489 3, exigé",
    ],
    [
      {},
      { requiredLicences: ["permis-b"] },
      "no Il vous manque : Permis B (voiture), exigé",
      "no Permis B (voiture), exigé : pas dans le CV",
    ],
    [
      {},
      { appreciatedLicences: ["caces-r489-3"] },
      "no Il vous manque : CACES R489 3, apprécié, pas exigé",
      "no CACES R489 3, apprécié : pas dans le CV",
    ],
    [
      {},
      { appreciatedLicences: ["habilitation-br"] },
      "no Il vous manque : Habilitation BR, appréciée, pas exigée",
      "no Habilitation BR, appréciée : pas dans le CV",
    ],
    [
      { occupations: ["J1506"] },
      { occupation: "J1506" },
      "no Il vous manque : Diplôme d’État d’infirmier ou équivalent, obligatoire pour ce métier",
      "no Diplôme d’État d’infirmier ou équivalent, obligatoire pour ce métier : pas dans le CV",
    ],
    [
      {},
      { requiredSkills: ["aider-toilette"] },
      "no Demandé, pas dans votre CV : aider à la toilette",
      "no Demandé, pas dans le CV : aider à la toilette",
    ],
    [
      { skills: ["aider-toilette"] },
      { appreciatedSkills: ["aider-toilette"] },
      "yes Vous savez : aider à la toilette",
      "yes Compétences : aider à la toilette",
    ],
    [{}, {}, "far Dans votre commune ou tout près", "far Même commune ou tout près"],
    [
      { ...brive, radiusKm: 60 },
      {},
      "far 22 km, environ 34\u00a0min en voiture",
      "far 22 km, environ 34\u00a0min en voiture",
    ],
    [
      { ...brive, radiusKm: 25, means: ["bike", "foot"] },
      {},
      "far 22 km, environ 1\u00a0h\u00a057 à vélo",
      "far 22 km, limite acceptée : 25",
    ],
    [{ ...brive, radiusKm: 22 }, {}, "no 23 km, plus loin que vos 22 km", "no 23 km, limite acceptée : 22"],
    [{}, { remote: "full" }, "yes Travail entièrement à distance", "yes Travail entièrement à distance"],
    [
      { schedules: ["shifts"] },
      { schedules: ["shifts"] },
      "yes Horaires qui vous vont",
      "yes Accepte le travail en équipes (2 × 8 ou 3 × 8)",
    ],
    [
      { schedules: ["day"] },
      { schedules: ["day", "night"] },
      "no Horaires que vous n’avez pas choisis : la nuit",
      "no N’accepte pas le travail la nuit",
    ],
    [
      { hours: "fullTime" },
      { weeklyHours: 17.5 },
      "no 17,5 h par semaine, vous cherchez un temps plein",
      "no Cherche un temps plein",
    ],
    [
      { contracts: ["cdi"] },
      { contract: "interim" },
      "no Contrat que vous n’avez pas choisi : intérim",
      "no Cherche un autre contrat que : intérim",
    ],
    [
      { availableFrom: "2026-12-03" },
      {},
      "no Vous serez libre le jeudi 3 décembre, après la date prévue",
      "no Libre le jeudi 3 décembre, après la date prévue",
    ],
  ])("%o for %o: %s", (cv, offer, candidate, officer) => {
    const found = reasons(cv, offer);

    expect(sayReasons(found, "candidate").map(({ kind, text }) => `${kind} ${text}`)).toContain(candidate);
    expect(sayReasons(found, "officer").map(({ kind, text }) => `${kind} ${text}`)).toContain(officer);
  });

  it("say what fits, then what is missing, then how far; no line twice; never il nor elle", () => {
    fc.assert(
      fc.property(someCv, someOffer, (cv, offer) => {
        const found = reasons(cv, offer);
        for (const said of [sayReasons(found, "candidate"), sayReasons(found, "officer")]) {
          const texts = said.map(({ text }) => text);
          const kinds = said.map(({ kind }) => ["yes", "no", "far"].indexOf(kind));

          expect(kinds).toEqual([...kinds].sort());
          expect(new Set(texts).size).toBe(texts.length);
          expect(
            texts.filter((text) => / (il|elle|ils|elles) /i.test(` ${text} `) && !text.startsWith("Il vous manque")),
          ).toEqual([]);
        }
      }),
    );
  });
});

describe("those set aside", () => {
  const aside = [
    { condition: { kind: "licence", code: "caces-r489-3" }, count: 14, alone: 6, ids: [] },
    { condition: { kind: "distance", code: null }, count: 9, alone: 9, ids: [] },
    { condition: { kind: "schedule", code: null }, count: 1, alone: 1, ids: [] },
  ] as const;

  it("are told by condition", () => {
    expect(saySetAside(aside)).toBe(
      "Écartées par une condition : 14 sans CACES R489 3, 9 trop loin selon leur propre choix, 1 qui refuse ces horaires.",
    );
    expect(saySetAside([])).toBeNull();
  });

  it("show which licence would open what, counted once whoever asks for it", () => {
    const both = [
      { condition: { kind: "diploma", code: "deas" }, count: 3, alone: 2, ids: [] },
      { condition: { kind: "licence", code: "permis-b" }, count: 9, alone: 3, ids: [] },
      { condition: { kind: "licence", code: "deas" }, count: 2, alone: 2, ids: [] },
      { condition: { kind: "licence", code: "sst" }, count: 2, alone: 0, ids: [] },
    ] as const;

    expect(opening([...both, ...aside])).toEqual([
      { code: "caces-r489-3", offers: 6 },
      { code: "deas", offers: 4 },
      { code: "permis-b", offers: 3 },
    ]);
  });
});
