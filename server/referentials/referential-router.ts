import { routes } from "#server/http/routes.ts";
import { serveJson } from "#server/http/serve.ts";
import { site } from "#server/platform/site.ts";
import { completeOccupations, findOccupations } from "#shared/referentials/find-occupation.ts";
import { referentialContracts } from "#shared/referentials/referential-contracts.ts";
import { areaOf } from "./areas.ts";
import { completePlaces } from "./places.ts";

const proposals = 10;

export const referentialRouter = routes();

serveJson(referentialRouter, referentialContracts.completePlaces, ({ query }) => ({
  places: completePlaces(query.q, { limit: proposals, department: site().territory }).map((place) => ({
    ...place,
    postcodes: [...place.postcodes],
    employmentZone: areaOf("employment-zones", place.code),
    basin: areaOf("basins", place.code),
  })),
}));

serveJson(referentialRouter, referentialContracts.findOccupations, ({ query }) => ({
  occupations: query.title
    ? findOccupations(query.title, { limit: proposals })
    : completeOccupations(query.q ?? "", proposals),
}));
