import { toldInsideCvs } from "./told-inside.ts";
import { toldOutsideCvs } from "./told-outside.ts";
import type { WrittenCv } from "./written-cv.ts";

/** Careers told in sentences, written without a look at the reader's code; what they showed was mended afterwards. */
export const toldCvs: readonly WrittenCv[] = [...toldOutsideCvs, ...toldInsideCvs];
