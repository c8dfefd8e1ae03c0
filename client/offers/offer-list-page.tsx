import type { VNode } from "preact";
import { Notice } from "#client/design/card.tsx";
import { ChosenFacets, Facets } from "#client/design/facets.tsx";
import { SearchBar } from "#client/design/search-bar.tsx";
import { Pagination } from "#client/design/table.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import type { Day } from "#shared/kernel/calendar.ts";
import { pageCount } from "#shared/kernel/page.ts";
import { type OfferResults, type OfferSearch, offersPerPage, searchAddress } from "#shared/offers/offer-search.ts";
import { chosenFacets, cleared, facetList, isAsked } from "./facet-list.ts";
import { OfferCard } from "./offer-card.tsx";
import { AlertLink, NothingFound } from "./offer-list-empty.tsx";
import { ListOptions } from "./offer-list-options.tsx";

type ListProps = {
  results: OfferResults;
  /** For a place that does not exist, the one of the territory with nearly that name. */
  nearPlace: string | null;
  today: Day;
  publicUrl: string;
};

/** Works as a plain form; with script the parts marked `data-live-region` are swapped. */
export const offerListPage = ({ results, nearPlace, today, publicUrl }: ListProps): Page => ({
  title: titleOf(results),
  section: "offers",
  description: "Les offres d’emploi ouvertes, avec leur salaire, leurs horaires et leur distance.",
  canonical: `${publicUrl}/offres`,
  ...(isAsked(results.search) && { robots: "noindex" as const }),
  ...(results.unknownPlace && { status: 422 }),
  body: (
    <div class="wrap body">
      <Form action="/offres" method="get" live class="stack">
        <div class="stack-s" data-live-region="question">
          <SearchBar words={results.search.q ?? ""} place={typedPlace(results)} />
          {results.unknownPlace && <UnknownPlace search={results.search} near={nearPlace} />}
          {results.search.exact && <input type="hidden" name="exact" value="true" />}
        </div>
        <div class="split left">
          <div data-live-region="facets">
            <Facets facets={facetList(results)} show={`Voir ${sayOffers(results.total)}`} />
          </div>
          <section class="stack-m" data-live-region="results" id="resultats" aria-label="Résultats">
            <Results results={results} today={today} />
          </section>
        </div>
      </Form>
    </div>
  ),
});

const Results = ({ results, today }: Pick<ListProps, "results" | "today">): VNode => {
  const { search, offers, total } = results;
  const marked = new Set(results.found);
  return (
    <>
      <div class="row spread">
        <h1 class="h2" data-live-count="">
          {titleOf(results)}
        </h1>
        <ListOptions search={search} place={results.place?.name ?? null} sorted={total > 0} />
      </div>
      <Understood results={results} />
      <div class="row spread">
        <ChosenFacets chosen={chosenFacets(results)} clear={cleared(search)} />
        {!results.simplified && total > 0 && <AlertLink search={search}>Recevoir les nouvelles chaque matin</AlertLink>}
      </div>
      {total > 0 && offers.length === 0 && (
        <p>
          Il n’y a plus d’offre à cette page. <a href={searchAddress({ ...search, page: 1 })}>Revenir à la première</a>
        </p>
      )}
      {(total === 0 || (results.relaxed && results.proposals.length > 0)) && <NothingFound results={results} />}
      {offers.length > 0 && (
        <ul class="stack-m">
          {offers.map((found) => (
            <OfferCard
              key={found.offer.id}
              found={found}
              today={today}
              from={results.place?.code ?? null}
              marked={marked}
            />
          ))}
        </ul>
      )}
      <Pagination
        page={search.page}
        pages={Math.min(pageCount({ total, pageSize: offersPerPage }), 500)}
        href={(page) => searchAddress({ ...search, page })}
      />
    </>
  );
};

/** What was read in the words, and how to take it back. */
const Understood = ({ results: { search, corrected, relaxed, simplified } }: { results: OfferResults }): VNode => (
  <>
    {simplified && (
      <Notice>
        Recherche simplifiée : les mots et la distance ne comptent pas pour le moment. Voici les offres les plus
        récentes.
      </Notice>
    )}
    {corrected !== null && (
      <p class="soft">
        Résultats pour <b>{corrected}</b>.{" "}
        <a href={searchAddress({ ...search, exact: true, page: 1 })} data-live-link="">
          Chercher exactement « {search.q} »
        </a>
      </p>
    )}
    {relaxed && <p class="soft">Aucune offre n’a tous ces mots. En voici qui en ont une partie.</p>}
  </>
);

const UnknownPlace = ({ search, near }: { search: OfferSearch; near: string | null }): VNode => (
  <p class="wrong" id="recherche-lieu-erreur" role="alert">
    Nous ne connaissons pas la commune « {search.ou} ».{" "}
    {near !== null && (
      <>
        Vouliez-vous dire{" "}
        <a href={searchAddress({ ...search, ou: near, page: 1 })} data-live-link="">
          {near}
        </a>{" "}
        ?{" "}
      </>
    )}
    Voici les offres de partout.
  </p>
);

const sayOffers = (total: number): string => (total === 0 ? "les offres" : sayCount(total, "offre", "offres"));

const titleOf = ({ total, relaxed, simplified }: OfferResults): string => {
  if (total === 0) return "Aucune offre pour cette recherche";
  if (simplified) return sayCount(total, "offre récente", "offres récentes");
  return sayCount(total, relaxed ? "offre proche" : "offre", relaxed ? "offres proches" : "offres");
};

const typedPlace = ({ place, search }: OfferResults): string =>
  place ? `${place.name}${place.postcode ? ` (${place.postcode})` : ""}` : (search.ou ?? "");
