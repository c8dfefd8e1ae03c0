import { completeFields } from "./complete.ts";
import { setFacets } from "./facets-sheet.ts";
import { focusErrors } from "./focus-errors.ts";
import { guardForms } from "./guard-forms.ts";
import { enliven } from "./live-forms.ts";
import { openSearch } from "./search-key.ts";

// Everything works without this script; with it, forms are harder to hurt oneself with.
focusErrors();
guardForms();
completeFields();
setFacets();
enliven();
openSearch();
