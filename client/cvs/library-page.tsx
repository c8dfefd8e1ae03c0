import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Card, EmptyState, Tag } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { Pagination } from "#client/design/table.tsx";
import { Checkbox, choicesOf, Select } from "#client/kernel/choice-fields.tsx";
import { sayFailure } from "#client/kernel/failure-words.ts";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { Ago, sayCount, sayList, sayMonths } from "#client/kernel/say.tsx";
import { OccupationField, PlaceField } from "#client/kernel/text-fields.tsx";
import { contractLabels } from "#client/offers/offer-words.ts";
import { ofPlace } from "#client/referentials/say-place.ts";
import type { AnonymousCv } from "#shared/cvs/anonymous-cv.ts";
import { radiusChoices } from "#shared/cvs/closed-lists.ts";
import type { LibrarySearch } from "#shared/cvs/library-contracts.ts";
import { type ListPage, pageCount } from "#shared/kernel/page.ts";
import type { Licence } from "#shared/referentials/licence.ts";
import { licenceLabel, occupationLabel } from "./cv-facts.tsx";
import { byMeans, unknownOccupation } from "./cv-words.ts";
import { LicenceFields } from "./licence-fields.tsx";

type Library = {
  cards: ListPage<AnonymousCv>;
  search: LibrarySearch;
  /** What the words were read as; `proposals` when they were not. */
  trade: { label: string | null; proposals: readonly string[] } | null;
  placeName: string | null;
  placeUnknown: boolean;
  usualLicences: readonly Licence[];
  /** Null for staff: no quota. */
  looksLeft: number | null;
  today: string;
};

/** People who let themselves be found, without their names. */
export const libraryPage = (library: Library): Page => ({
  title: "CVthèque",
  section: "library",
  robots: "noindex",
  body: (
    <div class="wrap body stack">
      <div class="row spread">
        <h1>CVthèque</h1>
        {library.looksLeft !== null && <a href="/cvtheque/demandes">Mes demandes de contact</a>}
      </div>
      <Search {...library} />
      <Results {...library} />
    </div>
  ),
});

const Search = ({ search, usualLicences, trade, placeUnknown }: Library): VNode => {
  const typed = {
    q: search.q ?? "",
    ou: search.ou ?? "",
    rayon: String(search.rayon ?? 20),
    contrat: search.contrat ?? "",
    permis: [...search.permis],
    proches: search.proches ? "on" : "",
  };
  const errors = {
    ...(trade?.label === null && { q: unknownOccupation(search.q ?? "", trade.proposals) }),
    ...(placeUnknown && { ou: sayFailure("unknown-commune") }),
  };
  const state = { typed, errors };
  return (
    <Form action="/cvtheque" method="get" class="card stack">
      <div class="grid3">
        <OccupationField {...state} name="q" label="Métier recherché" required={false} maxLength={100} />
        <PlaceField {...state} name="ou" label="Habite autour de" required={false} maxLength={100} />
        <Select
          {...state}
          name="rayon"
          label="Rayon"
          choices={radiusChoices.map((km) => ({ value: String(km), label: `${km} km` }))}
        />
      </div>
      <Details summary="Contrat, permis, métiers proches" open={search.permis.length > 0 || search.contrat !== null}>
        <Select
          {...state}
          name="contrat"
          label="Accepte ce contrat"
          required={false}
          empty="Peu importe"
          choices={choicesOf(contractLabels)}
        />
        <LicenceFields {...state} usual={usualLicences} name="permis" legend="A ces permis ou diplômes" />
        <Checkbox {...state} name="proches" label="Chercher aussi dans les métiers proches" />
      </Details>
      <div class="row">
        <Button>Chercher des CV</Button>
      </div>
    </Form>
  );
};

const Results = ({ cards, search, trade, placeName, looksLeft, today }: Library): VNode => {
  const where = placeName ? ` autour ${ofPlace(placeName)}` : "";
  const what = trade?.label ? ` pour « ${trade.label} »` : "";
  return (
    <section class="stack">
      <h2>
        {sayCount(cards.total, "personne", "personnes")}
        {what}
        {where}
      </h2>
      <p class="small soft">
        Les noms n’apparaissent pas. Vous demandez le contact, la personne décide.
        {looksLeft !== null && ` Encore ${sayCount(looksLeft, "CV à ouvrir", "CV à ouvrir")} aujourd’hui.`}
      </p>
      {cards.total === 0 ? (
        <EmptyState title="Personne pour le moment">
          <p>Essayez un rayon plus grand, ou cochez les métiers proches.</p>
          <p>
            <a href="/cvtheque">Voir tous les CV</a>
          </p>
        </EmptyState>
      ) : (
        <ul class="stack">
          {cards.items.map((cv) => (
            <CvCard key={cv.id} cv={cv} today={today} />
          ))}
        </ul>
      )}
      <Pagination page={cards.page} pages={Math.min(25, pageCount(cards))} href={(page) => addressOf(search, page)} />
    </section>
  );
};

const CvCard = ({ cv, today }: { cv: AnonymousCv; today: string }): VNode => {
  const months = cv.experiences.reduce((sum, one) => sum + one.months, 0);
  return (
    <li class="card offer">
      <h3 class="h3">
        <a href={`/cvtheque/${cv.id}`}>{cv.occupations.slice(0, 2).map(occupationLabel).join(" ; ")}</a>
      </h3>
      <p class="meta">
        <span>
          {cv.commune.name}, jusqu’à {cv.radiusKm} km {sayList(cv.means.map((one) => byMeans[one]))}
        </span>
        {months > 0 && <span>{sayMonths(months)} d’expérience</span>}
      </p>
      <div class="tags">
        {cv.contracts.slice(0, 3).map((one) => (
          <Tag key={one} tone="pine">
            {contractLabels[one]}
          </Tag>
        ))}
        {cv.licences.slice(0, 4).map((code) => (
          <Tag key={code}>{licenceLabel(code)}</Tag>
        ))}
      </div>
      <p class="when">
        Mis à jour <Ago day={cv.updatedOn} today={today} />
      </p>
    </li>
  );
};

const addressOf = (search: LibrarySearch, page: number): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...search, page, proches: search.proches ? "on" : null }))
    for (const one of [value].flat()) if (one !== null) query.append(name, String(one));
  return `/cvtheque?${query}`;
};

/** Before staff have verified the company. */
export const libraryClosedPage = ({ registered }: { registered: boolean }): Page => ({
  title: "CVthèque",
  section: "library",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>La CVthèque ouvre après vérification</h1>
      <Card>
        <p>Elle contient les CV de personnes qui cherchent un emploi. Nous vérifions donc chaque entreprise d’abord.</p>
        {registered ? (
          <p>
            Votre entreprise est en cours de vérification, en général sous deux jours ouvrés. Un mail vous préviendra.
          </p>
        ) : (
          <p>
            Commencez par <a href="/employeur/inscription">inscrire votre entreprise</a>, avec son numéro SIRET.
          </p>
        )}
        <p>
          En attendant, vous pouvez <a href="/employeur/offres">préparer vos offres</a>.
        </p>
      </Card>
    </div>
  ),
});
