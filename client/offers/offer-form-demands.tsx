import type { VNode } from "preact";
import { Details } from "#client/design/details.tsx";
import { Checkbox, Checkboxes, type Choice } from "#client/kernel/choice-fields.tsx";
import { type FormState, typedList } from "#client/kernel/form.tsx";
import { NumberField, TextField } from "#client/kernel/text-fields.tsx";
import { licenceByCode, licences } from "#shared/referentials/licence.ts";
import { occupationByCode, proposedSkills } from "#shared/referentials/occupations.ts";
import { skillById } from "#shared/referentials/skills.ts";

type Demands = FormState & { occupation: string | null };

/** What is asked for: few things as required, as each one shuts people out. */
export const DemandFields = ({ occupation, ...state }: Demands): VNode => {
  const licenceChoices = licencesFor(occupation, state);
  const skillChoices = skillsFor(occupation, state);
  return (
    <div class="stack">
      <p class="small soft">Sans ce qui est « indispensable », un CV n’est pas proposé. Gardez-en peu.</p>
      <Checkboxes
        {...state}
        name="requiredLicences"
        label="Permis et diplômes indispensables"
        required={false}
        choices={licenceChoices}
      />
      <MoreLicences {...state} shown={licenceChoices} />
      <TextField {...state} name="diploma" label="Un autre diplôme exigé" required={false} maxLength={120} />
      {skillChoices.length > 0 && (
        <Checkboxes
          {...state}
          name="requiredSkills"
          label="Savoir-faire indispensables"
          required={false}
          choices={skillChoices}
        />
      )}
      <Details summary="Ce qui serait un plus" open={hasLiked(state)}>
        <Checkboxes
          {...state}
          name="appreciatedLicences"
          label="Permis et diplômes appréciés"
          required={false}
          choices={licenceChoices}
        />
        {skillChoices.length > 0 && (
          <Checkboxes
            {...state}
            name="appreciatedSkills"
            label="Savoir-faire appréciés"
            required={false}
            choices={skillChoices}
          />
        )}
      </Details>
      <div class="grid2">
        <NumberField
          {...state}
          name="experienceMonths"
          label="Expérience"
          hint="Vide : débutants bienvenus."
          required={false}
          unit="mois"
        />
        <Checkbox {...state} name="experienceRequired" label="Cette expérience est indispensable" />
      </div>
    </div>
  );
};

/** A licence that the trade does not suggest, chosen in the closed list: one more tick under the same name. */
const MoreLicences = ({ shown, typed }: FormState & { shown: readonly Choice[] }): VNode => {
  const others = licences.filter(({ code }) => !shown.some(({ value }) => value === code));
  const families = [...new Set(others.map(({ family }) => family))];
  return (
    <Details summary="Un autre permis ou diplôme indispensable">
      <div class="field">
        <label for="autre-permis">Choisissez-le dans la liste</label>
        <select id="autre-permis" name="requiredLicences">
          <option value="">Aucun autre</option>
          {families.map((family) => (
            <optgroup key={family} label={family}>
              {others
                .filter((licence) => licence.family === family)
                .map(({ code, label }) => (
                  <option key={code} value={code} selected={typedList(typed, "requiredLicences").includes(code)}>
                    {label}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
    </Details>
  );
};

/** The law's diplomas and the trade's usual licences first, then the driving licence, then what was already ticked. */
const licencesFor = (occupation: string | null, { typed }: FormState): Choice[] => {
  const trade = occupation ? occupationByCode(occupation) : undefined;
  const codes = [
    ...(trade?.requiredDiplomas ?? []),
    ...(trade?.licences ?? []),
    "permis-b",
    ...typedList(typed, "requiredLicences"),
    ...typedList(typed, "appreciatedLicences"),
  ];
  return [...new Set(codes)]
    .map((code) => licenceByCode(code))
    .filter((licence) => licence !== undefined)
    .map(({ code, label }) => ({ value: code, label }));
};

const skillsFor = (occupation: string | null, { typed }: FormState): Choice[] => {
  const ids = [
    ...(occupation ? proposedSkills(occupation) : []),
    ...typedList(typed, "requiredSkills"),
    ...typedList(typed, "appreciatedSkills"),
  ];
  return [...new Set(ids)]
    .map((id) => skillById(id))
    .filter((skill) => skill !== undefined)
    .map(({ id, label }) => ({ value: id, label }));
};

const hasLiked = ({ typed, errors }: FormState): boolean =>
  ["appreciatedSkills", "appreciatedLicences"].some(
    (name) => typedList(typed, name).some((value) => value !== "") || name in errors,
  );
