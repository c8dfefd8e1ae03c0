import type { ComponentChildren, VNode } from "preact";
import { diplomaLabels, hoursLabels, labelOf, languageLabels, levelLabels, meansLabels } from "#client/cvs/cv-words.ts";
import { Facts } from "#client/design/card.tsx";
import { sayDay, sayList, sayMonths } from "#client/kernel/say.tsx";
import { contractLabels, scheduleLabels } from "#client/offers/offer-words.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import type { Day } from "#shared/kernel/calendar.ts";
import { licenceByCode } from "#shared/referentials/licence.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import { skillById } from "#shared/referentials/skills.ts";

type Fact = readonly [string, ComponentChildren];

/** A CV as a company reads it; lines that would be empty are left out. */
export const ApplicantCv = ({ cv, today }: { cv: Cv; today: Day }): VNode => (
  <Facts facts={[...whatTheyKnow(cv), ...whatTheySeek(cv, today)]} />
);

const whatTheyKnow = (cv: Cv): Fact[] => [
  ...fact("Expériences", cv.experiences.length > 0 && <Experiences cv={cv} />),
  ...fact("Savoir-faire", sayList(cv.skills.map((id) => skillById(id)?.label ?? id))),
  ...fact("Permis et certificats", sayList(cv.licences.map((code) => licenceByCode(code)?.label ?? code))),
  ...fact("Diplômes", sayList(cv.diplomas.map((code) => labelOf(diplomaLabels, code)))),
  ...fact(
    "Langues",
    cv.languages.map(({ name, level }) => `${labelOf(languageLabels, name)} (${levelLabels[level]})`).join(", "),
  ),
  ...fact("En quelques mots", cv.about && <span class="preline">{cv.about}</span>),
];

const whatTheySeek = (cv: Cv, today: Day): Fact[] => [
  ["Cherche", sayList(cv.occupations.map((code) => occupationByCode(code)?.title ?? code))],
  ["Habite", `${cv.commune.name}, se déplace jusqu’à ${cv.radiusKm} km`],
  ...fact("Moyens de transport", cv.means.map((means) => meansLabels[means].toLowerCase()).join(", ")),
  ...fact("Contrats voulus", cv.contracts.map((contract) => contractLabels[contract]).join(", ")),
  ["Temps de travail", hoursLabels[cv.hours]],
  ...fact("Horaires voulus", cv.schedules.map((schedule) => scheduleLabels[schedule]).join(", ")),
  ["Disponible", isLater(cv.availableFrom, today) ? `à partir du ${sayDay(cv.availableFrom, today)}` : "tout de suite"],
];

const isLater = (day: Day | null, today: Day): day is Day => day !== null && day > today;

const fact = (term: string, value: ComponentChildren): Fact[] => (value ? [[term, value]] : []);

const Experiences = ({ cv }: { cv: Cv }): VNode => (
  <ul>
    {cv.experiences.map(({ label, months }) => (
      <li key={`${label}${months}`}>
        {label}, {sayMonths(months)}
      </li>
    ))}
  </ul>
);
