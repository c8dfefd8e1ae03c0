import type { LeadsProps } from "#client/matching/leads-page.tsx";
import { sayMyAsides } from "#client/matching/match-words.ts";
import { sayReasons } from "#client/matching/say-reasons.ts";
import { latestApplications } from "#server/applications/list-applications.ts";
import { findCvOf } from "#server/cvs/find-cv.ts";
import { looksAt } from "#server/cvs/list-views.ts";
import { today } from "#server/platform/clock.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { canSeeEmployer } from "#shared/offers/offer-rules.ts";
import { toPublicOffer } from "#shared/offers/public-offer.ts";
import { kilometresBetween } from "#shared/referentials/place.ts";
import { rankOffersForCv } from "./rank-offers-for-cv.ts";
import { gatherTodos, type TodoSource } from "./todo-sources.ts";

/** Cards are long and screens small: more than ten on a page and nobody reaches what stands below. */
const pageSize = 10;

/** Everything a candidate's home says. */
export const readLeads = async (
  person: Member,
  { page, sources }: { page: number; sources: readonly TodoSource[] },
): Promise<LeadsProps> => {
  const cv = await findCvOf(person.accountId);
  const ranking = cv === null ? null : await rankOffersForCv(cv, { limit: page * pageSize });
  const [todo, applications, looks] = await Promise.all([
    gatherTodos(sources, { person, cv, ranking }),
    latestApplications(person),
    looksAt(person.accountId),
  ]);
  const shown = ranking?.ranked.slice((page - 1) * pageSize) ?? [];
  return {
    firstName: person.firstName,
    todo,
    hasCv: cv !== null,
    leads: shown.map(({ offer, match }) => ({
      found: {
        offer: toPublicOffer(offer, { employerKnown: canSeeEmployer(person, offer) }),
        distanceKm: cv === null ? null : kilometresBetween(cv.commune, offer.commune),
      },
      forYou: { level: match.level, reasons: sayReasons(match.reasons, "candidate") },
    })),
    total: ranking?.total ?? 0,
    asides: cv === null ? [] : sayMyAsides(ranking?.setAside ?? [], cv),
    page,
    pageSize,
    from: cv?.commune.code ?? null,
    applications,
    looks: new Set(looks.flatMap(({ companyId }) => companyId ?? [])).size,
    today: today(),
  };
};
