import { personalAccount, personalMails } from "./accounts/personal-accounts.ts";
import type { PersonalPart } from "./accounts/personal-part.ts";
import { personalAlerts } from "./alerts/personal-alerts.ts";
import { personalApplications } from "./applications/personal-applications.ts";
import { personalImports } from "./companies/import/personal-imports.ts";
import { personalMerges } from "./companies/merge/personal-merges.ts";
import { personalCompanies } from "./companies/personal-companies.ts";
import { personalCv, personalLooks, personalRequests } from "./cvs/personal-cvs.ts";
import { personalKeptFile } from "./cvs/personal-kept-file.ts";
import { personalActions } from "./events/actions/personal-actions.ts";
import { personalEvents } from "./events/personal-events.ts";
import { personalOffers } from "./offers/personal-offers.ts";
import { personalAccompaniments } from "./positionings/personal-accompaniments.ts";
import { personalMarks } from "./positionings/personal-marks.ts";
import { personalPositionings } from "./positionings/personal-positionings.ts";

/**
 * What each slice holds about people, in the order of a person's file. Erasing walks it backwards, so that nothing
 * is written by a slice about somebody whom an earlier one has forgotten.
 */
export const personalParts: readonly PersonalPart[] = [
  personalAccount,
  personalMails,
  personalCompanies,
  personalImports,
  personalMerges,
  personalOffers,
  personalCv,
  personalKeptFile,
  personalLooks,
  personalRequests,
  personalApplications,
  personalPositionings,
  personalMarks,
  personalAccompaniments,
  personalEvents,
  personalActions,
  personalAlerts,
];
