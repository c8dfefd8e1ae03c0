import type { ComponentChildren, VNode } from "preact";
import { ButtonLink } from "#client/design/button.tsx";
import { EmptyState } from "#client/design/card.tsx";
import { Icon } from "#client/design/icon.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import { ofPlace } from "#client/referentials/say-place.ts";
import {
  everyOffer,
  type OfferResults,
  type OfferSearch,
  type Proposal,
  searchAddress,
  searchParameters,
} from "#shared/offers/offer-search.ts";

/** Nothing, or not quite what was asked: where there is something, with how much. */
export const NothingFound = ({ results }: { results: OfferResults }): VNode => {
  const { proposals } = results;
  const occupations = proposals.filter(({ kind }) => kind === "occupation");
  const others = proposals.filter(({ kind }) => kind !== "occupation");
  return (
    <EmptyState title={results.offers.length === 0 ? "Rien de tel pour le moment" : "Pour en voir davantage"}>
      {others.length > 0 && <ProposalList proposals={others} place={results.place?.name ?? null} />}
      {occupations.length > 0 && (
        <>
          <p>Par métier, des offres sont ouvertes :</p>
          <ProposalList proposals={occupations} place={null} />
        </>
      )}
      <p>
        {proposals.length === 0 && "Essayez un autre mot, ou un seul. "}
        <a href={searchAddress(everyOffer)} data-live-link="">
          Voir toutes les offres
        </a>
      </p>
      {results.total === 0 && !results.simplified && (
        <AlertLink search={results.search}>Me prévenir quand il y en aura</AlertLink>
      )}
      <p class="soft">Nous pouvons aussi chercher avec vous. Appelez le numéro gratuit, en haut de la page.</p>
    </EmptyState>
  );
};

/** The search as it stands, to be done again each morning. */
export const AlertLink = ({ search, children }: { search: OfferSearch; children: ComponentChildren }): VNode => (
  <ButtonLink href={`/mes-alertes/nouvelle${searchParameters({ ...search, page: 1 })}`} kind="second" small>
    <Icon name="bell" /> {children}
  </ButtonLink>
);

const ProposalList = ({ proposals, place }: { proposals: readonly Proposal[]; place: string | null }): VNode => (
  <ul class="dots">
    {proposals.map((proposal) => (
      <li key={searchAddress(proposal.search)}>
        <a href={searchAddress(proposal.search)} data-live-link="">
          {sayProposal(proposal, place)}
        </a>{" "}
        <span class="soft">({sayCount(proposal.count, "offre", "offres")})</span>
      </li>
    ))}
  </ul>
);

const sayProposal = ({ kind, label, search }: Proposal, place: string | null): string => {
  if (kind === "occupation") return label ?? "";
  const everywhere = search.commune === null;
  if (kind === "unfiltered")
    return everywhere && place !== null ? "Sans les cases cochées, et partout" : "Sans les cases cochées";
  return everywhere ? "La même recherche, partout" : `À ${search.radius} km autour ${ofPlace(place ?? "")}`;
};
