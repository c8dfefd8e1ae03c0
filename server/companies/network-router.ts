import { contactsPage } from "#client/companies/contacts-page.tsx";
import { networkMapPage } from "#client/companies/network-map-page.tsx";
import { roundPage } from "#client/companies/round-page.tsx";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { networkContracts } from "#shared/companies/network-contracts.ts";
import { areasInUse, sectorsInUse } from "./officer-companies.ts";
import { readContacts, readMap, readRound } from "./read-network.ts";

/** The network seen from above. */
export const networkRouter = routes();

servePage(networkRouter, networkContracts.mapPage, async ({ query }) => {
  const [map, sectors, areas] = await Promise.all([readMap(query), sectorsInUse(), areasInUse()]);
  return networkMapPage({ map, query, sectors, areas });
});

servePage(networkRouter, networkContracts.contactsPage, async () => contactsPage(await readContacts()));

servePage(networkRouter, networkContracts.roundPage, async ({ query }) =>
  roundPage({ round: await readRound(query), query, sectors: await sectorsInUse() }),
);
