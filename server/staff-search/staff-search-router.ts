import { staffSearchPage } from "#client/staff-search/staff-search-page.tsx";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { staffSearchContracts } from "#shared/staff-search/staff-search-contracts.ts";
import { searchEverything } from "./search-everything.ts";

/** The one search of all staff pages. */
export const staffSearchRouter = routes();

servePage(staffSearchRouter, staffSearchContracts.searchPage, async ({ actor, query }) =>
  staffSearchPage({ q: query.q, found: await searchEverything(actor, query.q) }),
);
