import type { VNode } from "preact";
import type { FormState } from "#client/kernel/form.tsx";
import { TextField } from "#client/kernel/text-fields.tsx";

/** A skill in the person's own words, beside those proposed. */
export const OtherSkillField = (state: FormState): VNode => (
  <TextField
    {...state}
    name="otherSkill"
    label="Un autre savoir-faire"
    hint="Un verbe et un mot suffisent : conduire un tracteur."
    required={false}
    maxLength={100}
  />
);
