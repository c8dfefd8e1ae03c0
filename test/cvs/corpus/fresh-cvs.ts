import { freshInsideCvs } from "./fresh-inside.ts";
import { freshOutsideCvs } from "./fresh-outside.ts";
import type { WrittenCv } from "./written-cv.ts";

/** Written without a look at the reader's code, odder than the others; what they showed was mended afterwards. */
export const freshCvs: readonly WrittenCv[] = [...freshOutsideCvs, ...freshInsideCvs];
