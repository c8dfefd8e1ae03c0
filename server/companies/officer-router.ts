import { officerListPage } from "#client/companies/officer-list-page.tsx";
import { officerNewPage } from "#client/companies/officer-new-page.tsx";
import { officerCompanyNotices, officerCompanyWords } from "#client/companies/officer-words.ts";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { today } from "#server/platform/clock.ts";
import { officerCompanyContracts } from "#shared/companies/officer-contracts.ts";
import { areasInUse, countDormant, listCompanies, sectorsInUse } from "./officer-companies.ts";
import { addCompany } from "./officer-create.ts";

export const officerCompanyRouter = routes(officerCompanyWords);

servePage(officerCompanyRouter, officerCompanyContracts.listPage, async ({ query }) => {
  const [companies, sectors, areas, dormant] = await Promise.all([
    listCompanies(query),
    sectorsInUse(),
    areasInUse(),
    countDormant(),
  ]);
  return officerListPage({ companies, query, sectors, areas, dormant, today: today() });
});

servePage(officerCompanyRouter, officerCompanyContracts.newPage, () => officerNewPage({ typed: {}, errors: {} }));

serveForm(officerCompanyRouter, officerCompanyContracts.create, {
  handle: ({ actor, body }) => addCompany(actor, body),
  done: ({ id }) => ({ to: `/bureau/entreprises/${id}`, notice: officerCompanyNotices.created }),
  again: (_input, { typed, errors }) => officerNewPage({ typed, errors }),
});
