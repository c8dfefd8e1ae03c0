import type { VNode } from "preact";
import { Details } from "#client/design/details.tsx";
import { Select } from "#client/kernel/choice-fields.tsx";
import { type FormState, typedText } from "#client/kernel/form.tsx";
import { sayMonths } from "#client/kernel/say.tsx";
import { OccupationField } from "#client/kernel/text-fields.tsx";
import { durationChoices, experienceLines } from "#shared/cvs/closed-lists.ts";

/** What one has done, and how long: a line is enough, none is allowed. */
export const ExperienceFields = (state: FormState): VNode => {
  const lines = Array.from({ length: experienceLines }, (_, place) => place + 1);
  const used = (line: number): boolean =>
    [`experience${line}`, `months${line}`].some((name) => typedText(state.typed, name) !== "" || state.errors[name]);
  return (
    <div class="stack">
      <Line line={1} {...state} />
      <Details summary="Ajouter d’autres expériences" open={lines.slice(1).some(used)}>
        {lines.slice(1).map((line) => (
          <Line key={line} line={line} {...state} />
        ))}
      </Details>
    </div>
  );
};

const Line = ({ line, typed, errors }: FormState & { line: number }): VNode => (
  <div class="grid2">
    <OccupationField
      name={`experience${line}`}
      label={line === 1 ? "Un travail que vous avez fait" : `Travail ${line}`}
      required={false}
      maxLength={100}
      typed={typed}
      errors={errors}
    />
    <Select
      name={`months${line}`}
      label="Pendant combien de temps"
      required={false}
      empty="Choisir"
      choices={durations(typedText(typed, `months${line}`))}
      typed={typed}
      errors={errors}
    />
  </div>
);

/** The usual durations, and the one that was already there. */
export const durations = (kept: string): { value: string; label: string }[] => {
  const months = Number(kept);
  const all = new Set<number>(durationChoices);
  if (kept !== "" && Number.isInteger(months)) all.add(months);
  return [...all].sort((one, other) => one - other).map((one) => ({ value: String(one), label: sayDuration(one) }));
};

const sayDuration = (months: number): string => {
  if (months === 3) return "moins de 6 mois";
  return months === 120 ? "10 ans et plus" : sayMonths(months);
};
