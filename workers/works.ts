import { companyParts } from "#server/company-parts.ts";
import { followTwelveMonths } from "#server/events/actions/follow-twelve-months.ts";
import { personalParts } from "#server/personal-parts.ts";
import { matchCv, matchOffer } from "#server/positionings/find-strong-matches.ts";
import type { Work } from "#shared/kernel/job.ts";
import { accountWork } from "./accounts/account-work.ts";
import { alertWork } from "./alerts/alert-work.ts";
import { tellApplicants } from "./applications/application-effects.ts";
import { applicationWork } from "./applications/application-work.ts";
import { companyImportWork, companyMergeWork, companyWork } from "./companies/company-work.ts";
import { cvWork } from "./cvs/cv-work.ts";
import { actionWork } from "./events/action-work.ts";
import { eventWork } from "./events/event-work.ts";
import { messageWork } from "./messages/message-work.ts";
import { followCompany } from "./offers/follow-company.ts";
import { offerWork } from "./offers/offer-work.ts";
import { offerIndexWork } from "./offers/reconcile-offer-index.ts";
import { accompanimentWork } from "./positionings/accompaniment-work.ts";
import { feedbackWork } from "./positionings/feedback-work.ts";
import { positioningWork } from "./positionings/positioning-work.ts";

/** Everything the workers do, slice by slice. */
export const works: readonly Work[] = [
  accountWork(personalParts),
  companyWork({ offers: followCompany }),
  companyImportWork,
  companyMergeWork(companyParts),
  offerWork({ match: matchOffer, closed: tellApplicants }),
  offerIndexWork,
  cvWork({ match: matchCv }),
  applicationWork,
  positioningWork({ hired: followTwelveMonths }),
  feedbackWork,
  accompanimentWork,
  eventWork,
  actionWork,
  alertWork,
  messageWork,
];
