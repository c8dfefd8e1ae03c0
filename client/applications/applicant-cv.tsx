import type { VNode } from "preact";
import { anonymousFacts, occupationLabel } from "#client/cvs/cv-facts.tsx";
import { diplomaLabels, labelOf } from "#client/cvs/cv-words.ts";
import { Card, Facts } from "#client/design/card.tsx";
import { sayList, sayMonths } from "#client/kernel/say.tsx";
import { anonymousCv } from "#shared/cvs/anonymous-cv.ts";
import type { Cv } from "#shared/cvs/cv.ts";

/** A CV as the company it was sent to reads it: with the person's own words for what they did. */
export const ApplicantCv = ({ cv }: { cv: Cv }): VNode => (
  <Card as="section">
    <Facts
      facts={[
        ["Cherche", sayList(cv.occupations.map(occupationLabel))],
        ...anonymousFacts(anonymousCv(cv)).map(([term, value]) =>
          term === "Expérience" ? ([term, <Experiences cv={cv} />] as const) : ([term, value] as const),
        ),
        ...(cv.diplomas.length > 0
          ? ([["Diplômes", sayList(cv.diplomas.map((code) => labelOf(diplomaLabels, code)))]] as const)
          : []),
      ]}
    />
    {cv.about && <p class="preline">{cv.about}</p>}
  </Card>
);

const Experiences = ({ cv }: { cv: Cv }): VNode => (
  <ul>
    {cv.experiences.map(({ label, months }) => (
      <li key={`${label}${months}`}>
        {label}, {sayMonths(months)}
      </li>
    ))}
  </ul>
);
