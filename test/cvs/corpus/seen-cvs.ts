import { seenBuildingCvs } from "./seen-building.ts";
import { seenCareCvs } from "./seen-care.ts";
import { seenKitchenCvs } from "./seen-kitchen.ts";
import { seenOfficeCvs } from "./seen-office.ts";
import { seenTransportCvs } from "./seen-transport.ts";
import type { WrittenCv } from "./written-cv.ts";

/** The CVs that the reader was tuned on. */
export const seenCvs: readonly WrittenCv[] = [
  ...seenCareCvs,
  ...seenKitchenCvs,
  ...seenBuildingCvs,
  ...seenTransportCvs,
  ...seenOfficeCvs,
];
