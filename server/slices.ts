import { accountRouter } from "./accounts/account-router.ts";
import { adminAccountRouter } from "./accounts/admin-account-router.ts";
import { contentRouter } from "./content/content-router.ts";
import type { Routes } from "./http/routes.ts";
import { backOfficeRouter } from "./messages/back-office-router.ts";
import { mailViewerRouter } from "./messages/mail-viewer-router.ts";
import { referentialRouter } from "./referentials/referential-router.ts";

/** The rooms of the house that answer requests, in the order of the slices. */
export const slices: readonly Routes[] = [
  referentialRouter,
  accountRouter,
  adminAccountRouter,
  backOfficeRouter,
  mailViewerRouter,
  contentRouter,
];
