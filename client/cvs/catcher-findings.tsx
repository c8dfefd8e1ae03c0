import type { VNode } from "preact";
import { Card, Tag } from "#client/design/card.tsx";
import { Checkboxes, choicesOf, Select } from "#client/kernel/choice-fields.tsx";
import { type FormState, typedList, typedText } from "#client/kernel/form.tsx";
import { EmailField, PhoneField, PlaceField } from "#client/kernel/text-fields.tsx";
import { languageLines } from "#shared/cvs/closed-lists.ts";
import type { CvFindings } from "#shared/cvs/cv-findings.ts";
import { type Licence, licenceByCode } from "#shared/referentials/licence.ts";
import type { Skill } from "#shared/referentials/skill.ts";
import { skillById } from "#shared/referentials/skills.ts";
import { LanguageLine } from "./cv-details-page.tsx";
import { radii } from "./cv-form-page.tsx";
import { diplomaLabels, meansLabels } from "./cv-words.ts";
import { LicenceFields } from "./licence-fields.tsx";
import { OtherSkillField } from "./other-skill-field.tsx";
import { Quote } from "./quote.tsx";

type Props = FormState & { read: CvFindings };

/** Everything that was read beside the trades, each with its words, each to be kept, corrected or left out. */
export const CatcherFindings = (props: Props): VNode => (
  <>
    <Skills {...props} />
    <Papers {...props} />
    <Languages {...props} />
    <Place {...props} />
    <Contact {...props} />
  </>
);

const Skills = ({ read, ...state }: Props): VNode => {
  const added = typedList(state.typed, "skills").filter((id) => !read.skills.some((found) => found.id === id));
  const known = added.map(skillById).filter((skill): skill is Skill => skill !== undefined);
  return (
    <Card as="section">
      <h2 class="h3">Savoir-faire</h2>
      {read.skills.length === 0 && known.length === 0 ? (
        <p class="soft">Nous n’en avons pas lu. Ajoutez-en un si vous voulez.</p>
      ) : (
        <Checkboxes
          {...state}
          name="skills"
          label="Gardez ce que vous savez faire"
          required={false}
          choices={[
            ...read.skills.map(({ id, label, notions, source }) => ({
              value: id,
              label,
              hint: <SkillHint notions={notions} source={source} />,
            })),
            ...known.map(({ id, label }) => ({ value: id, label })),
          ]}
        />
      )}
      <OtherSkillField {...state} />
    </Card>
  );
};

const SkillHint = ({ notions, source }: Pick<CvFindings["skills"][number], "notions" | "source">): VNode => (
  <>
    <Quote source={source} /> {notions && <Tag tone="saffron">à vérifier</Tag>}
  </>
);

const Papers = ({ read, ...state }: Props): VNode => {
  const found = read.licences.map(({ code }) => licenceByCode(code)).filter((one): one is Licence => one !== undefined);
  const levels = new Map(read.diplomas.map(({ level, source }) => [level as string, <Quote source={source} />]));
  return (
    <Card as="section">
      <h2 class="h3">Permis et diplômes</h2>
      <LicenceFields
        {...state}
        usual={found}
        hints={Object.fromEntries(read.licences.map(({ code, source }) => [code, <Quote source={source} />]))}
      />
      <Checkboxes
        {...state}
        name="diplomas"
        label="Votre niveau"
        required={false}
        choices={choicesOf(diplomaLabels).map((one) => ({ ...one, hint: levels.get(one.value) }))}
      />
    </Card>
  );
};

const Languages = ({ read, ...state }: Props): VNode => (
  <Card as="section">
    <h2 class="h3">Langues</h2>
    {Array.from({ length: languageLines }, (_, place) => {
      const found = read.languages[place];
      return (
        <LanguageLine
          key={place}
          {...state}
          line={place + 1}
          {...(found && { hint: <Quote source={found.source} /> })}
        />
      );
    })}
  </Card>
);

const Place = ({ read, ...state }: Props): VNode => (
  <Card as="section">
    <h2 class="h3">Où, et comment vous y allez</h2>
    <div class="grid2">
      <PlaceField
        {...state}
        name="commune"
        label="Votre commune"
        hint={read.commune ? <Quote source={read.commune.source} /> : "Nous ne l’avons pas lue. Jamais votre adresse."}
        required={false}
        maxLength={100}
      />
      <Select
        {...state}
        name="radiusKm"
        label="Jusqu’où iriez-vous ?"
        choices={radii(typedText(state.typed, "radiusKm"))}
      />
    </div>
    <Checkboxes
      {...state}
      name="means"
      label="Comment allez-vous au travail ?"
      required={false}
      choices={choicesOf(meansLabels)}
    />
  </Card>
);

const Contact = ({ read, ...state }: Props): VNode => (
  <Card as="section">
    <h2 class="h3">Vous joindre</h2>
    <p class="small soft">Ces lignes ne servent que si vous enregistrez votre CV.</p>
    <div class="grid2">
      <EmailField
        {...state}
        name="email"
        label="Votre mail"
        hint={read.email && <Quote source={read.email.source} />}
        required={false}
      />
      <PhoneField
        {...state}
        name="phone"
        label="Votre téléphone"
        hint={read.phone && <Quote source={read.phone.source} />}
        required={false}
      />
    </div>
  </Card>
);
