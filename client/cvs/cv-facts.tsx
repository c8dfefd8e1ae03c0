import type { ComponentChildren } from "preact";
import { sayDay, sayList, sayMonths } from "#client/kernel/say.tsx";
import { contractLabels, saySchedules } from "#client/offers/offer-words.ts";
import { type AnonymousCv, anonymousCv } from "#shared/cvs/anonymous-cv.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import { licenceByCode } from "#shared/referentials/licence.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import { skillById } from "#shared/referentials/skills.ts";
import { byMeans, hoursLabels, labelOf, languageLabels, levelLabels } from "./cv-words.ts";

type Fact = readonly [string, ComponentChildren];

export const occupationLabel = (code: string): string => occupationByCode(code)?.title ?? code;
export const licenceLabel = (code: string): string => licenceByCode(code)?.label ?? code;

/** What a CV says to those who know its person: experiences in the person's own words. */
export const namedFacts = (cv: Cv): readonly Fact[] =>
  anonymousFacts(
    anonymousCv(cv),
    cv.experiences.map(({ label, months }) => `${label}, ${sayWorked(months)}`),
  );

/** What a CV says without its person, line by line; an empty line is left out. */
export const anonymousFacts = (
  cv: AnonymousCv,
  experiences: readonly string[] = cv.experiences.map(sayExperience),
): readonly Fact[] =>
  [
    ["Habite à", `${cv.commune.name}, va jusqu’à ${cv.radiusKm} km ${sayList(cv.means.map((one) => byMeans[one]))}`],
    ["Expérience", dots(experiences)],
    ["Permis, CACES, diplômes du métier", dots(cv.licences.map(licenceLabel))],
    ["Savoir-faire", dots(cv.skills.map((code) => skillById(code)?.label ?? code))],
    [
      "Langues",
      cv.languages.map(({ name, level }) => `${labelOf(languageLabels, name)} (${levelLabels[level]})`).join(", "),
    ],
    ["Contrat", cv.contracts.length === 0 ? "Tous" : cv.contracts.map((one) => contractLabels[one]).join(", ")],
    ["Temps de travail", hoursLabels[cv.hours]],
    ["Horaires", cv.schedules.length === 0 ? "Tous" : saySchedules(cv.schedules)],
    ["Libre", cv.availableFrom === null ? "Maintenant" : `À partir du ${sayDay(cv.availableFrom)}`],
  ].filter((fact): fact is [string, ComponentChildren] => fact[1] !== null && fact[1] !== "");

const sayExperience = ({ occupation, months }: AnonymousCv["experiences"][number]): string =>
  `${occupation === null ? "Autre métier" : occupationLabel(occupation)}, ${sayWorked(months)}`;

const sayWorked = (months: number): string => (months >= 120 ? "10 ans et plus" : sayMonths(months));

const dots = (lines: readonly string[]): ComponentChildren =>
  lines.length === 0 ? null : lines.length === 1 ? lines[0] : <Lines lines={lines} />;

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul class="dots">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
