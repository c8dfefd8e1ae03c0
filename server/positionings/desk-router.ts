import { deskNotices } from "#client/positionings/desk-notices.ts";
import { todayPage } from "#client/positionings/today-page.tsx";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { findExclusiveOffer } from "#server/offers/exclusive-find.ts";
import { deskContracts } from "#shared/positionings/desk-contracts.ts";
import { moment } from "./describe-cards.ts";
import { readToday, setAsideStrongMatches } from "./read-today.ts";

export const deskRouter = routes();

servePage(deskRouter, deskContracts.todayPage, async ({ actor, query }) => {
  // An admin has no card of their own: they look over the whole desk.
  const everyone = (query.qui ?? (actor.role === "admin" ? "tous" : "moi")) === "tous";
  return todayPage({ ...(await readToday(actor, { everyone })), everyone, firstName: actor.firstName, at: moment() });
});

serveForm(deskRouter, deskContracts.setAsideStrongMatches, {
  handle: async ({ params }) => setAsideStrongMatches((await findExclusiveOffer(params.offerId)).id),
  done: (_reply, { params }) => ({ to: `/bureau/offres-exclusives/${params.offerId}`, notice: deskNotices.setAside }),
});
