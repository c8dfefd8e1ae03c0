import { accountRouter } from "./accounts/account-router.ts";
import { adminAccountRouter } from "./accounts/admin-account-router.ts";
import type { Routes } from "./http/routes.ts";
import { referentialRouter } from "./referentials/referential-router.ts";

/** The rooms of the house that answer requests, in the order of the slices. */
export const slices: readonly Routes[] = [referentialRouter, accountRouter, adminAccountRouter];
