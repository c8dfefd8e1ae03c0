import type { VNode } from "preact";
import { Card } from "#client/design/card.tsx";
import { Checkboxes, choicesOf } from "#client/kernel/choice-fields.tsx";
import type { FormState } from "#client/kernel/form.tsx";
import { languageLines } from "#shared/cvs/closed-lists.ts";
import type { Skill } from "#shared/referentials/skill.ts";
import { LanguageLine } from "./cv-details-page.tsx";
import { diplomaLabels } from "./cv-words.ts";

type Filled = FormState & {
  /** Whether a CV was there before: what was read is added to it. */
  before: boolean;
  skills: readonly Skill[];
  /** What found no room among the lines. */
  leftOut: readonly string[];
};

/** The parts of the CV form that a CV read from a file fills beside the five questions. */
export const filledFromFile = (filled: Filled) => ({
  action: "/lire-mon-cv/mon-cv",
  said: <Said {...filled} />,
  more: <More {...filled} />,
});

const Said = ({ before, leftOut }: Filled): VNode => (
  <div class="notice" role="status">
    <p>
      <b>Rien n’est encore enregistré.</b>{" "}
      {before
        ? "Nous avons ajouté à votre CV ce que nous avons lu. Relisez, puis enregistrez."
        : "Nous avons rempli votre CV avec ce que nous avons lu. Relisez, puis enregistrez."}
    </p>
    {leftOut.length > 0 && <p>Il ne restait pas de place pour : {leftOut.join(" ; ")}.</p>}
  </div>
);

const More = ({ skills, typed, errors }: Filled): VNode => (
  <Card as="section">
    <h2 class="h3">Aussi lus dans votre CV</h2>
    <div class="stack">
      {skills.length > 0 && (
        <Checkboxes
          name="skills"
          label="Vos savoir-faire"
          required={false}
          typed={typed}
          errors={errors}
          choices={skills.map(({ id, label }) => ({ value: id, label }))}
        />
      )}
      <Checkboxes
        name="diplomas"
        label="Votre niveau"
        required={false}
        typed={typed}
        errors={errors}
        choices={choicesOf(diplomaLabels)}
      />
      {Array.from({ length: languageLines }, (_, place) => (
        <LanguageLine key={place} line={place + 1} typed={typed} errors={errors} />
      ))}
    </div>
  </Card>
);
