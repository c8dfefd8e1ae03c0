import type { VNode } from "preact";
import { Details } from "#client/design/details.tsx";
import { type FormState, idOf, typedList } from "#client/kernel/form.tsx";
import { wantedLines } from "#shared/cvs/closed-lists.ts";

/** One to five trades, each in its own words. The first is enough; the others are one press away. */
export const WantedFields = ({ typed, errors }: FormState): VNode => {
  const words = typedList(typed, "wanted").filter((one) => one.trim() !== "");
  const lines = Array.from({ length: wantedLines }, (_, place) => place);
  const firstError = errors.wanted ?? errors["wanted.0"];
  return (
    <div class="stack">
      <Line place={0} value={words[0] ?? ""} label="Quel métier cherchez-vous ?" error={firstError} />
      <Details
        summary="Ajouter d’autres métiers, jusqu’à cinq"
        open={words.length > 1 || lines.slice(1).some((place) => errors[`wanted.${place}`])}
      >
        {lines.slice(1).map((place) => (
          <Line
            key={place}
            place={place}
            value={words[place] ?? ""}
            label={`Métier ${place + 1}`}
            error={errors[`wanted.${place}`]}
          />
        ))}
      </Details>
    </div>
  );
};

type LineProps = { place: number; value: string; label: string; error: string | undefined };

/** All are named "wanted": a browser sends them as one list. The summary of errors leads to the one that is wrong. */
const Line = ({ place, value, label, error }: LineProps): VNode => {
  const id = idOf(place === 0 ? "wanted" : `wanted.${place}`);
  return (
    <div class="field" data-wrong={error ? "" : undefined}>
      {place === 0 && <span id={idOf("wanted.0")} />}
      <label for={id}>
        {label}
        {place > 0 && <span class="optional"> (facultatif)</span>}
      </label>
      {place === 0 && (
        <p class="hint" id={`${id}-aide`}>
          Avec vos mots : aide-soignant, maçon, vendeuse…
        </p>
      )}
      <input
        id={id}
        name="wanted"
        type="text"
        value={value}
        maxLength={100}
        data-complete="occupations"
        autocomplete="off"
        required={place === 0}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={[place === 0 && `${id}-aide`, error && `${id}-erreur`].filter(Boolean).join(" ") || undefined}
      />
      {error && (
        <p class="wrong" id={`${id}-erreur`}>
          {error}
        </p>
      )}
    </div>
  );
};
