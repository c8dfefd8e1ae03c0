import type { VNode } from "preact";
import { choicesOf, Radios, Select } from "#client/kernel/choice-fields.tsx";
import type { FormState } from "#client/kernel/form.tsx";
import { alertFrequencies } from "#shared/alerts/alert.ts";
import { frequencyHints, frequencyLabels, weekdayLabels } from "./alert-words.ts";

/** When to write; the day only matters for a weekly alert, and the page says so: it works without script. */
export const RhythmFields = ({ typed, errors }: FormState): VNode => (
  <>
    <Radios
      name="frequency"
      label="Quand vous écrire ?"
      hint="Seulement s’il y a du nouveau. Jamais deux fois la même offre."
      choices={alertFrequencies.map((value) => ({
        value,
        label: frequencyLabels[value],
        ...(frequencyHints[value] && { hint: frequencyHints[value] }),
      }))}
      typed={{ frequency: "daily", ...typed }}
      errors={errors}
    />
    <Select
      name="weekday"
      label="Si c’est une fois par semaine, quel jour ?"
      choices={choicesOf(weekdayLabels)}
      typed={{ weekday: "1", ...typed }}
      errors={errors}
    />
  </>
);
