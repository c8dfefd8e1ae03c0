import { comparePage } from "#client/companies/compare-page.tsx";
import { mergeNotices, mergeWords } from "#client/companies/merge-words.ts";
import { twinsPage } from "#client/companies/twins-page.tsx";
import { type Routes, routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { today } from "#server/platform/clock.ts";
import { companyMergeContracts } from "#shared/companies/merge-contracts.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { findTwins } from "./find-twins.ts";
import { mergeCompanies, type Pair, readPair, setApart, undoMerge } from "./merge-companies.ts";
import type { MovingPart } from "./moving-part.ts";

/** Two files of one company. `parts` is what names a company in every slice. */
export const companyMergeRouter = (parts: readonly MovingPart[]): Routes => {
  const router = routes(mergeWords);

  const compared = async (actor: Member, pair: Pair, errors: Readonly<Record<string, string>>) => {
    const [one, other] = await readPair(actor, pair);
    const holds = async (from: string, to: string) => {
      const counts = parts.map(async (part) => [part.name, (await part.find({ from, to })).length] as const);
      return Object.fromEntries(await Promise.all(counts));
    };
    return comparePage({
      pair: [
        { company: one, holds: await holds(one.id, other.id) },
        { company: other, holds: await holds(other.id, one.id) },
      ],
      today: today(),
      errors,
    });
  };

  servePage(router, companyMergeContracts.twinsPage, async () => twinsPage({ twins: await findTwins() }));

  servePage(router, companyMergeContracts.comparePage, ({ actor, params }) => compared(actor, params, {}));

  serveForm(router, companyMergeContracts.merge, {
    handle: ({ actor, params, body }) => mergeCompanies(actor, { ...params, ...body }, parts),
    done: (_reply, { body }) => ({ to: `/bureau/entreprises/${body.keptId}`, notice: mergeNotices.merged }),
    again: ({ actor, params }, { errors }) => compared(actor, params, errors),
  });

  serveForm(router, companyMergeContracts.setApart, {
    handle: ({ actor, params }) => setApart(actor, params),
    done: () => ({ to: "/bureau/entreprises/doublons", notice: mergeNotices.apart }),
  });

  serveForm(router, companyMergeContracts.undo, {
    handle: ({ actor, params }) => undoMerge(actor, params.mergeId),
    done: ({ keptId }) => ({ to: `/bureau/entreprises/${keptId}`, notice: mergeNotices.undone }),
  });

  return router;
};
