import type { ComponentChildren, VNode } from "preact";
import { generalWords } from "./failure-words.ts";

/** What was typed and what is wrong with it, by field. */
export type Typed = Readonly<Record<string, string | string[]>>;
export type Errors = Readonly<Record<string, string>>;
export type FormState = { readonly typed: Typed; readonly errors: Errors };

type FormProps = {
  action: string;
  method?: "get" | "post";
  hidden?: Readonly<Record<string, string | number | readonly string[]>>;
  /** Warns before leaving with something typed and not sent. */
  warnUnsaved?: boolean;
  class?: string;
  /** A search form whose results are swapped without reload (see client/enhance). */
  live?: boolean;
  /** It sends a file. */
  files?: boolean;
  children: ComponentChildren;
};

export const Form = ({
  action,
  method = "post",
  hidden = {},
  warnUnsaved,
  live,
  files,
  children,
  ...rest
}: FormProps): VNode => (
  <form
    action={action}
    method={method}
    class={rest.class ?? "stack"}
    encType={files ? "multipart/form-data" : undefined}
    noValidate
    data-warn={warnUnsaved ? "" : undefined}
    data-live={live ? "" : undefined}
  >
    {Object.entries(hidden).flatMap(([name, value]) =>
      [value].flat().map((one) => <input key={`${name}${one}`} type="hidden" name={name} value={String(one)} />),
    )}
    {children}
  </form>
);

/** Takes focus when the page opens; each line leads to its field. */
export const ErrorSummary = ({ errors }: { errors: Errors }): VNode | null => {
  const wrong = Object.entries(errors);
  if (wrong.length === 0) return null;
  return (
    <div class="notice wrong-box" role="alert" tabIndex={-1} data-focus="">
      <p>
        <b>{wrong.length === 1 ? "Une chose à corriger" : `${wrong.length} choses à corriger`}</b>
      </p>
      <ul>
        {wrong.map(([field, sentence]) => (
          <li key={field}>{field === "form" ? sentence : <WrongField field={field} sentence={sentence} />}</li>
        ))}
      </ul>
    </div>
  );
};

const WrongField = ({ field, sentence }: { field: string; sentence: string }): VNode => (
  <a href={`#${idOf(field)}`} data-unnamed={suitsAnyField.has(sentence) ? "" : undefined}>
    {sentence}
  </a>
);

const suitsAnyField: ReadonlySet<string> = new Set(Object.values(generalWords));

export const idOf = (name: string): string => `champ-${name.replace(/[^\w-]/g, "-")}`;

export const typedText = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === "string" ? value : (value?.[0] ?? "");
};

export const typedList = (typed: Typed, name: string): readonly string[] => {
  const value = typed[name];
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
};

export type FieldProps = FormState & {
  name: string;
  label: string;
  hint?: ComponentChildren;
  /** True unless said: a field that may stay empty says so. */
  required?: boolean;
  /** Which of several forms of a page, where others have a field of this name. */
  within?: string | undefined;
};

/** What ties a field to its words. A summary of errors leads to the one that is `within` no named form. */
export const idOfField = ({ name, within }: Pick<FieldProps, "name" | "within">): string =>
  idOf(within === undefined ? name : `${name}-${within}`);

/** A label, its hint, the field, its error: tied together for those who do not see them side by side. */
export const FieldFrame = (props: FieldProps & { children: VNode }): VNode => (
  <div class="field" data-wrong={props.errors[props.name] ? "" : undefined}>
    <label for={idOfField(props)}>
      {props.label}
      {props.required === false && <span class="optional"> (facultatif)</span>}
    </label>
    <Hint {...props} />
    {props.children}
    <FieldError {...props} />
  </div>
);

export const Hint = (props: FieldProps): VNode | null =>
  props.hint ? (
    <p class="hint" id={`${idOfField(props)}-aide`}>
      {props.hint}
    </p>
  ) : null;

export const FieldError = (props: FieldProps): VNode | null =>
  props.errors[props.name] ? (
    <p class="wrong" id={`${idOfField(props)}-erreur`}>
      {props.errors[props.name]}
    </p>
  ) : null;

/** The attributes every field shares. */
export const fieldAttributes = (props: FieldProps) => {
  const { name, hint, errors, required = true } = props;
  const id = idOfField(props);
  return {
    id,
    name,
    required,
    "aria-invalid": errors[name] ? ("true" as const) : undefined,
    "aria-describedby": [hint && `${id}-aide`, errors[name] && `${id}-erreur`].filter(Boolean).join(" ") || undefined,
  };
};
