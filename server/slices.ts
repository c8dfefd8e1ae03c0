import { accountRouter } from "./accounts/account-router.ts";
import { adminAccountRouter } from "./accounts/admin-account-router.ts";
import { auditRouter } from "./accounts/audit-router.ts";
import { entranceRouter } from "./accounts/entrance-router.ts";
import { reminderRouter } from "./accounts/reminder-router.ts";
import { rightsRouter } from "./accounts/rights-router.ts";
import { alertRouter } from "./alerts/alert-router.ts";
import { applicationRouter } from "./applications/application-router.ts";
import { countApplications } from "./applications/count-applications.ts";
import { findSent } from "./applications/find-sent.ts";
import { receivedRouter } from "./applications/received-router.ts";
import { companyRouter } from "./companies/company-router.ts";
import { companySheetRouter } from "./companies/company-sheet-router.ts";
import { companyImportRouter } from "./companies/import/import-router.ts";
import { companyMergeRouter } from "./companies/merge/merge-router.ts";
import { networkRouter } from "./companies/network-router.ts";
import { officerCompanyRouter } from "./companies/officer-router.ts";
import { companyParts } from "./company-parts.ts";
import { contentRouter } from "./content/content-router.ts";
import { catcherAccountRouter } from "./cvs/catcher-account-router.ts";
import { catcherRouter } from "./cvs/catcher-router.ts";
import { cvFileRouter } from "./cvs/cv-file-router.ts";
import { cvRouter } from "./cvs/cv-router.ts";
import { libraryRouter } from "./cvs/library-router.ts";
import { deskSources } from "./desk-sources.ts";
import { actionRouter } from "./events/actions/action-router.ts";
import { myActionRouter } from "./events/actions/my-action-router.ts";
import { proposeToAccompanied } from "./events/actions/propose-action.ts";
import { openActions } from "./events/actions/read-action.ts";
import { comingEvents } from "./events/coming-events.ts";
import { datingRouter } from "./events/dating-router.ts";
import { dayRouter } from "./events/day-router.ts";
import { forumDayRouter } from "./events/forums/forum-day-router.ts";
import { forumRouter } from "./events/forums/forum-router.ts";
import { officerDatingRouter } from "./events/officer-dating-router.ts";
import { planRouter } from "./events/plan-router.ts";
import { tableRouter } from "./events/table-router.ts";
import type { Routes } from "./http/routes.ts";
import { fittingOffers } from "./matching/fitting-offers.ts";
import { forYou } from "./matching/for-you.ts";
import { matchingRouter } from "./matching/matching-router.ts";
import { backOfficeRouter } from "./messages/back-office-router.ts";
import { mailViewerRouter } from "./messages/mail-viewer-router.ts";
import { exclusiveRouter } from "./offers/exclusive-router.ts";
import { moderationRouter } from "./offers/moderation-router.ts";
import { offerFormRouter } from "./offers/offer-form-router.ts";
import { offerPublicRouter } from "./offers/offer-public-router.ts";
import { offerRouter } from "./offers/offer-router.ts";
import { personalParts } from "./personal-parts.ts";
import { accompanimentRouter } from "./positionings/accompaniment-router.ts";
import { companySheetParts } from "./positionings/company-sheet-parts.ts";
import { deskRouter } from "./positionings/desk-router.ts";
import { feedbackRouter } from "./positionings/feedback-router.ts";
import { positioningRouter } from "./positionings/positioning-router.ts";
import { proposalRouter } from "./positionings/proposal-router.ts";
import { shortListRouter } from "./positionings/short-list-router.ts";
import { referentialRouter } from "./referentials/referential-router.ts";
import { staffSearchRouter } from "./staff-search/staff-search-router.ts";
import { statisticsRouter } from "./statistics/statistics-router.ts";
import { todoSources } from "./todo-sources.ts";

/** The rooms of the house that answer requests, in the order of the slices. */
export const slices: readonly Routes[] = [
  referentialRouter,
  accountRouter,
  entranceRouter,
  adminAccountRouter,
  rightsRouter(personalParts),
  reminderRouter,
  auditRouter,
  companyRouter,
  officerCompanyRouter,
  companyImportRouter,
  networkRouter,
  companyMergeRouter(companyParts),
  offerPublicRouter({ forYou, sent: findSent, coming: comingEvents }),
  offerFormRouter,
  offerRouter({ received: countApplications }),
  moderationRouter,
  exclusiveRouter,
  cvRouter,
  catcherRouter(fittingOffers),
  catcherAccountRouter,
  cvFileRouter,
  libraryRouter,
  applicationRouter,
  receivedRouter,
  matchingRouter(todoSources),
  deskRouter(deskSources),
  positioningRouter,
  companySheetRouter(companySheetParts),
  proposalRouter,
  shortListRouter,
  feedbackRouter,
  accompanimentRouter({ open: openActions, propose: proposeToAccompanied }),
  datingRouter,
  forumRouter,
  forumDayRouter,
  officerDatingRouter,
  actionRouter,
  myActionRouter,
  dayRouter,
  tableRouter,
  planRouter,
  alertRouter,
  backOfficeRouter,
  mailViewerRouter,
  contentRouter,
  statisticsRouter,
  staffSearchRouter,
];
