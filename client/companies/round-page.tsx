import type { VNode } from "preact";
import { PhoneLink } from "#client/accounts/phone-link.tsx";
import { Button } from "#client/design/button.tsx";
import { Breadcrumb, EmptyState, Notice } from "#client/design/card.tsx";
import { Select } from "#client/kernel/choice-fields.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount, sayKm, sayMinutes } from "#client/kernel/say.tsx";
import { NumberField, PlaceField } from "#client/kernel/text-fields.tsx";
import { ofPlace } from "#client/referentials/say-place.ts";
import type { Company } from "#shared/companies/company.ts";
import type { RoundQuery } from "#shared/companies/network-contracts.ts";
import type { Commune } from "#shared/referentials/commune.ts";

export type RoundStop = {
  readonly company: Company;
  readonly lat: number;
  readonly lon: number;
  readonly why: string;
  readonly weight: number;
};

/** Kilometres by road and minutes, both estimated. */
type Way = { readonly km: number; readonly minutes: number };

export type Round = {
  readonly start: Commune;
  /** Companies around, whether on the round or not. */
  readonly found: number;
  readonly legs: readonly (Way & { readonly stop: RoundStop })[];
  readonly back: Way;
};

type RoundProps = { round: Round | null; query: RoundQuery; sectors: readonly string[] };

/** Whom to see around a commune, on one sheet of paper. */
export const roundPage = ({ round, query, sectors }: RoundProps): Page => ({
  title: round ? `Tournée autour ${ofPlace(round.start.name)}` : "Préparer une tournée",
  section: "companies",
  robots: "noindex",
  body: (
    <div class="wrap body stack">
      <Breadcrumb links={[{ href: "/bureau/entreprises", label: "Entreprises" }]} here="Tournée" />
      <h1>{round ? `Tournée autour ${ofPlace(round.start.name)}` : "Préparer une tournée"}</h1>
      <RoundForm query={query} sectors={sectors} start={round?.start ?? null} />
      {round && (round.legs.length === 0 ? <NobodyAround /> : <RoundList round={round} query={query} />)}
    </div>
  ),
});

type FormProps = Pick<RoundProps, "query" | "sectors"> & { start: Commune | null };

const RoundForm = ({ query, sectors, start }: FormProps): VNode => {
  const typed = {
    // A link from a sheet asks by the official code, which nobody knows by heart.
    commune: start ? `${start.name} (${start.postcode})` : query.commune,
    km: String(query.km),
    combien: String(query.combien),
    secteur: query.secteur,
  };
  const wrong = start === null && query.commune !== "";
  const errors = wrong ? { commune: "Cette commune est inconnue. Donnez son nom ou son code postal." } : {};
  return (
    <Form action="/bureau/entreprises/tournee" method="get" class="filters">
      <PlaceField name="commune" label="Départ et retour" typed={typed} errors={errors} />
      <NumberField name="km" label="Autour, en km" typed={typed} errors={{}} />
      <NumberField name="combien" label="Entreprises à voir" typed={typed} errors={{}} />
      <Select
        name="secteur"
        label="Secteur"
        required={false}
        empty="Tous les secteurs"
        choices={sectors.map((sector) => ({ value: sector, label: sector }))}
        typed={typed}
        errors={{}}
      />
      <Button>Préparer la tournée</Button>
    </Form>
  );
};

const NobodyAround = (): VNode => (
  <EmptyState title="Personne à voir par ici">
    <p>
      Élargissez le rayon, ou <a href="/bureau/entreprises/carte">regardez la carte</a>.
    </p>
  </EmptyState>
);

const RoundList = ({ round, query }: { round: Round; query: RoundQuery }): VNode => {
  const ways = [...round.legs, round.back];
  const km = ways.reduce((sum, way) => sum + way.km, 0);
  const minutes = ways.reduce((sum, way) => sum + way.minutes, 0);
  return (
    <div class="stack">
      <p>
        <b>
          {sayCount(round.legs.length, "entreprise", "entreprises")}, environ {sayKm(km)} et {sayMinutes(minutes)} de
          route
        </b>
        , retour à {round.start.name} compris. Il y en a {round.found} à {query.km} km.
      </p>
      <ol class="stack-s">
        {round.legs.map(({ stop, km: leg, minutes: drive }, at) => (
          <li key={stop.company.id} class="card row spread">
            <div class="stack-s">
              <p>
                <b class="num">{at + 1}.</b>{" "}
                <a href={`/bureau/entreprises/${stop.company.id}`}>
                  <b>{stop.company.name}</b>
                </a>
                , {stop.company.commune.name}{" "}
                <span class="soft small">{drive === 0 ? "sur place" : `${sayKm(leg)}, ${sayMinutes(drive)}`}</span>
              </p>
              <Whom company={stop.company} />
              <p class="small">{stop.why}</p>
            </div>
            <a
              class="small no-print"
              href={without(query, stop.company.id)}
              aria-label={`Sans elle : ${stop.company.name}`}
            >
              Sans elle
            </a>
          </li>
        ))}
      </ol>
      <Notice>
        <p class="small">Distances estimées : à vol d’oiseau, un tiers en plus pour la route.</p>
        <button type="button" class="button plain small needs-script no-print" data-print="">
          Imprimer la tournée
        </button>
      </Notice>
    </div>
  );
};

const Whom = ({ company }: { company: Company }): VNode => {
  const contact = company.contacts.find(({ mayBeCalled }) => mayBeCalled) ?? company.contacts[0];
  return (
    <p class="small soft breakable">
      {company.address && `${company.address} · `}
      {contact ? [contact.name, contact.role].filter(Boolean).join(", ") : "personne de connu"}
      {contact?.phone && (
        <>
          {" "}
          · <PhoneLink phone={contact.phone} />
        </>
      )}
      {contact && !contact.mayBeCalled && " · ne veut pas être appelé"}
    </p>
  );
};

const without = ({ commune, km, combien, secteur, sans }: RoundQuery, id: string): string => {
  const asked = new URLSearchParams({ commune, km: String(km), combien: String(combien), ...(secteur && { secteur }) });
  for (const one of [...sans, id]) asked.append("sans", one);
  return `/bureau/entreprises/tournee?${asked}`;
};
