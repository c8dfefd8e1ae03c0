import type { VNode } from "preact";
import { FieldFrame, type FieldProps, fieldAttributes, typedText } from "./form.tsx";

type TextProps = FieldProps & { autocomplete?: string; maxLength?: number; placeholder?: string };

const input = (props: TextProps, extra: Record<string, string | number | undefined>): VNode => (
  <FieldFrame {...props}>
    <input
      {...fieldAttributes(props)}
      value={typedText(props.typed, props.name)}
      autocomplete={props.autocomplete}
      maxLength={props.maxLength}
      placeholder={props.placeholder}
      {...extra}
    />
  </FieldFrame>
);

export const TextField = (props: TextProps): VNode => input(props, { type: "text" });

export const EmailField = (props: TextProps): VNode =>
  input({ autocomplete: "email", ...props }, { type: "email", inputmode: "email", spellcheck: "false" });

export const PhoneField = (props: TextProps): VNode =>
  input({ autocomplete: "tel", ...props }, { type: "tel", inputmode: "tel" });

/** The digits of a mail: the phone's keyboard of numbers, and the phone offers the code it just received. */
export const CodeField = (props: TextProps): VNode =>
  input(props, { type: "text", inputmode: "numeric", autocomplete: "one-time-code", class: "code", maxLength: 12 });

/** Never filled in again: a password does not travel back. */
export const PasswordField = (props: TextProps): VNode => input({ ...props, typed: {} }, { type: "password" });

export const NumberField = (props: TextProps & { unit?: string }): VNode => (
  <FieldFrame {...props}>
    <span class="with-unit">
      <input {...fieldAttributes(props)} type="text" inputMode="decimal" value={typedText(props.typed, props.name)} />
      {props.unit && <span aria-hidden="true">{props.unit}</span>}
    </span>
  </FieldFrame>
);

export const MoneyField = (props: TextProps): VNode => <NumberField {...props} unit="€" />;

export const DateField = (props: TextProps & { min?: string; max?: string }): VNode =>
  input(props, { type: "date", min: props.min, max: props.max });

/** An hour of the day: 09:00. */
export const TimeField = (props: TextProps): VNode => input(props, { type: "time" });

/** A day and an hour, as the browser asks them: 2026-12-03T09:00. */
export const MomentField = (props: TextProps): VNode => input(props, { type: "datetime-local" });

export const TextArea = (props: TextProps & { rows?: number }): VNode => (
  <FieldFrame {...props}>
    <textarea
      {...fieldAttributes(props)}
      rows={props.rows ?? 5}
      maxLength={props.maxLength}
      value={typedText(props.typed, props.name)}
    />
  </FieldFrame>
);

/** A free text completed as one types (by the script; without it, the text alone is read by the server). */
export const OccupationField = (props: TextProps): VNode =>
  input(props, { type: "text", "data-complete": "occupations", autocomplete: "off" });

export const PlaceField = (props: TextProps): VNode =>
  input(props, { type: "text", "data-complete": "places", autocomplete: "off" });
