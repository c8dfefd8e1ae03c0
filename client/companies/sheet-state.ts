import type { FormState } from "#client/kernel/form.tsx";
import type { SheetForm, SheetProps } from "./officer-sheet-page.tsx";

/** The state a form of the sheet shows: what was typed in it, or nothing. */
export const stateOf = (
  form: SheetForm,
  { again, typed, errors }: Pick<SheetProps, "again" | "typed" | "errors">,
): FormState => (again === form ? { typed, errors } : { typed: {}, errors: {} });
