import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Card } from "#client/design/card.tsx";
import { Checkboxes, choicesOf, Select } from "#client/kernel/choice-fields.tsx";
import { ErrorSummary, Form, type FormState, typedText } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { DateField, TextArea } from "#client/kernel/text-fields.tsx";
import { languageLines } from "#shared/cvs/closed-lists.ts";
import type { Skill } from "#shared/referentials/skill.ts";
import { diplomaLabels, languageLabels, levelLabels } from "./cv-words.ts";
import { OtherSkillField } from "./other-skill-field.tsx";

type Details = FormState & { version: number; skills: readonly Skill[]; today: string };

/** What a first CV leaves out: each part may stay as it is. */
export const cvDetailsPage = ({ version, skills, today, typed, errors }: Details): Page => {
  const state = { typed, errors };
  return {
    title: "Compléter mon CV",
    section: "cv",
    robots: "noindex",
    body: (
      <div class="wrap narrow body stack">
        <h1>Compléter mon CV</h1>
        <p>Rien n’est obligatoire. Chaque ligne peut ouvrir de nouvelles offres.</p>
        <ErrorSummary errors={errors} />
        <Form action="/mon-cv/completer" hidden={{ version }} warnUnsaved>
          <SkillsPart {...state} skills={skills} />
          <Card as="section">
            <h2 class="h3">Diplômes et langues</h2>
            <Checkboxes
              {...state}
              name="diplomas"
              label="Votre niveau"
              required={false}
              choices={choicesOf(diplomaLabels)}
            />
            {Array.from({ length: languageLines }, (_, place) => (
              <LanguageLine key={place} {...state} line={place + 1} />
            ))}
          </Card>
          <Card as="section">
            <h2 class="h3">Quand, et en quelques mots</h2>
            <DateField
              {...state}
              name="availableFrom"
              label="Libre à partir du"
              hint="Laissez vide si vous êtes libre maintenant."
              required={false}
              min={today}
            />
            <TextArea
              {...state}
              name="about"
              label="Ce que vous voulez dire de votre travail"
              hint="Rien sur votre santé, votre famille ou votre âge : personne n’en a besoin."
              required={false}
              maxLength={1500}
            />
          </Card>
          <div class="row">
            <Button>Enregistrer mon CV</Button>
            <ButtonLink href="/mon-cv" kind="plain">
              Ne rien changer
            </ButtonLink>
          </div>
        </Form>
      </div>
    ),
  };
};

const SkillsPart = ({ skills, ...state }: FormState & { skills: readonly Skill[] }): VNode => (
  <Card as="section">
    <h2 class="h3">Vos savoir-faire</h2>
    <Checkboxes
      {...state}
      name="skills"
      label="Cochez ce que vous savez faire"
      required={false}
      choices={skills.map(({ id, label }) => ({ value: id, label }))}
    />
    <OtherSkillField {...state} />
  </Card>
);

/** `hint` tells where a language was read. */
export const LanguageLine = ({ line, hint, ...state }: FormState & { line: number; hint?: VNode }): VNode | null => {
  if (line > 2 && typedText(state.typed, `language${line - 1}`) === "") return null;
  return (
    <div class="grid2">
      <Select
        {...state}
        name={`language${line}`}
        label={`Langue ${line}`}
        hint={hint}
        required={false}
        empty="Choisir"
        choices={choicesOf(languageLabels)}
      />
      <Select
        {...state}
        name={`level${line}`}
        label="Vous la parlez"
        required={false}
        empty="Choisir"
        choices={choicesOf(levelLabels)}
      />
    </div>
  );
};
