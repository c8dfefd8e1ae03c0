import type { ComponentChildren, VNode } from "preact";
import {
  FieldError,
  FieldFrame,
  type FieldProps,
  fieldAttributes,
  Hint,
  idOfField,
  typedList,
  typedText,
} from "./form.tsx";

export type Choice = { readonly value: string; readonly label: string; readonly hint?: ComponentChildren };

/** A Record of labels as choices, in its own order. */
export const choicesOf = (labels: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

type ChoiceProps = FieldProps & { choices: readonly Choice[] };

/** `empty` is the first line, chosen when nothing was. */
export const Select = (props: ChoiceProps & { empty?: string }): VNode => (
  <FieldFrame {...props}>
    <select {...fieldAttributes(props)}>
      {props.empty !== undefined && <option value="">{props.empty}</option>}
      {props.choices.map(({ value, label }) => (
        <option key={value} value={value} selected={typedText(props.typed, props.name) === value}>
          {label}
        </option>
      ))}
    </select>
  </FieldFrame>
);

export const Checkbox = (props: FieldProps): VNode => (
  <div class="field choice" data-wrong={props.errors[props.name] ? "" : undefined}>
    <label>
      <input
        {...fieldAttributes({ ...props, required: false })}
        type="checkbox"
        value="on"
        checked={["on", "true"].includes(typedText(props.typed, props.name))}
      />
      <span>{props.label}</span>
    </label>
    <Hint {...props} />
    <FieldError {...props} />
  </div>
);

export const Checkboxes = (props: ChoiceProps): VNode => <Group {...props} type="checkbox" />;

export const Radios = (props: ChoiceProps): VNode => <Group {...props} type="radio" />;

const Group = (props: ChoiceProps & { type: "checkbox" | "radio" }): VNode => (
  <fieldset
    class="field"
    id={idOfField(props)}
    tabIndex={-1}
    data-wrong={props.errors[props.name] ? "" : undefined}
    aria-describedby={fieldAttributes(props)["aria-describedby"]}
  >
    <legend>
      {props.label}
      {props.required === false && <span class="optional"> (facultatif)</span>}
    </legend>
    <Hint {...props} />
    <div class="choices">
      {props.choices.map((choice) => (
        <label key={choice.value} class="choice">
          <input
            type={props.type}
            name={props.name}
            value={choice.value}
            checked={typedList(props.typed, props.name).includes(choice.value)}
          />
          <span>
            {choice.label}
            {choice.hint && <small class="hint">{choice.hint}</small>}
          </span>
        </label>
      ))}
    </div>
    <FieldError {...props} />
  </fieldset>
);
