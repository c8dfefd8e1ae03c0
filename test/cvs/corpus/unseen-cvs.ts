import { unseenHandsCvs } from "./unseen-hands.ts";
import { unseenMoversCvs } from "./unseen-movers.ts";
import { unseenPeopleCvs } from "./unseen-people.ts";
import type { WrittenCv } from "./written-cv.ts";

/** CVs written after the reader, and read once before anything was changed for them. */
export const unseenCvs: readonly WrittenCv[] = [...unseenPeopleCvs, ...unseenHandsCvs, ...unseenMoversCvs];
