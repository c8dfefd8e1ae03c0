import { deskNotices, deskWords } from "#client/positionings/desk-notices.ts";
import { type DeskItem, todayPage } from "#client/positionings/today-page.tsx";
import { type Routes, routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { findExclusiveOffer } from "#server/offers/exclusive-find.ts";
import { type ListPage, pageCount } from "#shared/kernel/page.ts";
import { deskContracts } from "#shared/positionings/desk-contracts.ts";
import { moment } from "./describe-cards.ts";
import { markTodo, unmarkTodo } from "./mark-todos.ts";
import { type DeskSource, linesOf, readToday, setAsideStrongMatches } from "./read-today.ts";

const pageSize = 50;

/** Of lines added up from several subjects; beyond the last page, which emptied meanwhile, the last one is shown. */
const pageOf = (lines: readonly DeskItem[], asked: number): ListPage<DeskItem> => {
  const page = Math.min(asked, pageCount({ total: lines.length, pageSize }));
  return { items: lines.slice((page - 1) * pageSize, page * pageSize), total: lines.length, page, pageSize };
};

/** The officer's morning. `sources` is what later slices add to it. */
export const deskRouter = (sources: readonly DeskSource[]): Routes => {
  const router = routes(deskWords);

  servePage(router, deskContracts.todayPage, async ({ actor, query }) => {
    // An admin has no card of their own: they look over the whole desk.
    const everyone = (query.qui ?? (actor.role === "admin" ? "tous" : "moi")) === "tous";
    const read = await readToday(actor, { everyone, sources });
    return todayPage({
      ...read,
      items: pageOf(read.items, query.page),
      everyone,
      firstName: actor.firstName,
      at: moment(),
    });
  });

  serveForm(router, deskContracts.setAsideStrongMatches, {
    handle: async ({ params }) => setAsideStrongMatches((await findExclusiveOffer(params.offerId)).id),
    done: (_reply, { params }) => ({ to: `/bureau/offres-exclusives/${params.offerId}`, notice: deskNotices.setAside }),
  });

  serveForm(router, deskContracts.markTodo, {
    handle: async ({ actor, body }) => markTodo(actor, body, await linesOf(null, sources)),
    done: (_reply, { body }) => `/bureau?qui=${body.qui}`,
  });

  serveForm(router, deskContracts.unmarkTodo, {
    handle: ({ actor, body }) => unmarkTodo(actor, body.key),
    done: (_reply, { body }) => `/bureau?qui=${body.qui}`,
  });

  return router;
};
