import { keepMost } from "#server/platform/keep-most.ts";
import type { SearchIndex } from "#server/platform/search/port.ts";
import { isNarrowed, type OfferSearch, type Proposal, withoutFacets } from "#shared/offers/offer-search.ts";
import { derivedFrom } from "#shared/referentials/derived-from.ts";
import { findOccupations } from "#shared/referentials/find-occupation.ts";
import { occupationByCode, occupations } from "#shared/referentials/occupations.ts";
import type { Place } from "#shared/referentials/place.ts";
import { facetLabel } from "./search-offers-facets.ts";
import { indexQuery } from "./search-offers-query.ts";

type Asked = { readonly search: OfferSearch; readonly place: Place | null };

/** For a search that found nothing: without its boxes, further away, or the trades one can move to. */
export const proposalsFor = async (index: SearchIndex, asked: Asked): Promise<Proposal[]> => {
  const [unfiltered, wider, nearby] = await Promise.all([
    unfilteredProposal(index, asked),
    widerProposals(index, asked),
    occupationProposals(index, asked),
  ]);
  return [...unfiltered, ...wider, ...nearby];
};

const countOf = async (index: SearchIndex, { search, place }: Asked): Promise<number> => {
  const { total, relaxed } = await index.search({ ...indexQuery({ ...search, page: 1 }, place), pageSize: 1 });
  return relaxed ? 0 : total;
};

/** Without its boxes; if that is still nothing, everywhere too. */
const unfilteredProposal = async (index: SearchIndex, { search, place }: Asked): Promise<Proposal[]> => {
  if (!isNarrowed(search)) return [];
  const free = withoutFacets(search);
  const count = await countOf(index, { search: free, place });
  if (count > 0 || place === null) return found([{ kind: "unfiltered", label: null, search: free, count }]);
  const everywhere = anywhere(free);
  const more = await countOf(index, { search: everywhere, place: null });
  return found([{ kind: "unfiltered", label: null, search: everywhere, count: more }]);
};

const anywhere = (search: OfferSearch): OfferSearch => ({ ...search, commune: null, radius: null });

const widerKm = [40, 80, null] as const;

/** The first two radiuses that find more than the one before; the whole territory is the last. */
const widerProposals = async (index: SearchIndex, { search, place }: Asked): Promise<Proposal[]> => {
  if (place === null) return [];
  const proposals = await Promise.all(
    widerKm
      .filter((km) => km === null || km > (search.radius ?? 0))
      .map(async (km): Promise<Proposal> => {
        const wider = km === null ? anywhere(search) : { ...search, radius: km };
        const count = await countOf(index, { search: wider, place: km === null ? null : place });
        return { kind: "wider", label: null, search: { ...wider, page: 1 }, count };
      }),
  );
  return found(proposals)
    .filter(({ count }, rank, all) => count > (all[rank - 1]?.count ?? 0))
    .slice(0, 2);
};

const mostOccupations = 4;

/** Their counts come from one search: a facet counts each of its values as if nothing else of it were chosen. */
const occupationProposals = async (index: SearchIndex, { search, place }: Asked): Promise<Proposal[]> => {
  const code = search.occupation[0] ?? likelyOccupation(search.q);
  const neighbours = code === undefined ? [] : [code, ...(occupationByCode(code)?.neighbours ?? [])];
  if (neighbours.length === 0) return [];
  const around = { ...withoutFacets(search), q: null, exact: false };
  const near = await countOccupations(index, { search: around, place }, neighbours);
  if (near.length > 0 || place === null) return near;
  return countOccupations(index, { search: anywhere(around), place: null }, neighbours);
};

const countOccupations = async (
  index: SearchIndex,
  { search: around, place }: Asked,
  codes: readonly string[],
): Promise<Proposal[]> => {
  const { facets } = await index.search({ ...indexQuery(around, place), pageSize: 1 });
  return codes
    .flatMap((neighbour): Proposal[] => {
      const count = facets["occupation"]?.find(({ value }) => value === neighbour)?.count ?? 0;
      const label = facetLabel("occupation", neighbour);
      return found([{ kind: "occupation", label, search: { ...around, occupation: [neighbour] }, count }]);
    })
    .slice(0, mostOccupations);
};

const likelyOccupation = (words: string | null): string | undefined => {
  if (words === null) return undefined;
  const known = likely().get(words) ?? {
    code: findOccupations(words, { limit: 1 }).find(({ confidence }) => confidence >= 0.4)?.code,
  };
  likely().set(words, known);
  return known.code;
};

/** Of the words asked last: what finds nothing is asked again and again. */
const likely = derivedFrom(
  () => occupations,
  () => keepMost<string, { readonly code: string | undefined }>(1_000),
);

const found = (proposals: readonly Proposal[]): Proposal[] => proposals.filter(({ count }) => count > 0);
