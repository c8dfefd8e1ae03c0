import { leadsPage } from "#client/matching/leads-page.tsx";
import { type Routes, routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { matchingContracts } from "#shared/matching/matching-contracts.ts";
import { readLeads } from "./read-leads.ts";
import type { TodoSource } from "./todo-sources.ts";

/** The candidate's side of matching; what later slices ask of a person comes in by `sources`. */
export const matchingRouter = (sources: readonly TodoSource[]): Routes => {
  const router = routes();
  servePage(router, matchingContracts.leadsPage, async ({ actor, query }) =>
    leadsPage(await readLeads(actor, { page: query.page, sources })),
  );
  return router;
};
