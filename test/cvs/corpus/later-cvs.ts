import { laterHandsCvs } from "./later-hands.ts";
import { laterPlacesCvs } from "./later-places.ts";
import type { WrittenCv } from "./written-cv.ts";

/** Written once the forty were read well, to see what the reader makes of CVs that nothing was changed for. */
export const laterCvs: readonly WrittenCv[] = [...laterHandsCvs, ...laterPlacesCvs];
