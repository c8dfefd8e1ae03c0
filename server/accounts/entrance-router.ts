import { routes } from "#server/http/routes.ts";
import { serveRedirect } from "#server/http/serve.ts";
import { entranceContracts } from "#shared/accounts/entrance-contracts.ts";
import { homeOf } from "#shared/accounts/role-home.ts";

export const entranceRouter = routes();

serveRedirect(entranceRouter, entranceContracts.employers, () => homeOf.employer);
serveRedirect(entranceRouter, entranceContracts.callers, () => homeOf.phoneAgent);
serveRedirect(entranceRouter, entranceContracts.administration, () => homeOf.admin);
