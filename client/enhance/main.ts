import { focusErrors } from "./focus-errors.ts";
import { guardForms } from "./guard-forms.ts";

// Everything works without this script; with it, forms are harder to hurt oneself with.
focusErrors();
guardForms();
