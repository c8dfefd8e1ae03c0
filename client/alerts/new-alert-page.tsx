import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Facts, Notice } from "#client/design/card.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import { EmailField, MoneyField } from "#client/kernel/text-fields.tsx";
import type { AlertQuery } from "#shared/alerts/alert.ts";
import { asksSomething } from "#shared/alerts/alert-rules.ts";
import { type OfferSearch, searchAddress, searchParameters } from "#shared/offers/offer-search.ts";
import { RhythmFields } from "./rhythm-fields.tsx";
import { describeQuery } from "./say-alert.ts";
import { describeReading } from "./say-reading.ts";

type Understood = {
  readonly query: AlertQuery;
  readonly search: OfferSearch;
  readonly typed: string | null;
  readonly unknownPlace: boolean;
  readonly total: number;
};

type NewAlert = FormState & { asked: OfferSearch; understood: Understood; signedIn: boolean };

/** The search in words before it is kept, so that nobody waits for offers that were misread. */
export const newAlertPage = ({ asked, understood, signedIn, typed, errors }: NewAlert): Page => ({
  title: "Créer une alerte",
  section: "alerts",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Recevoir les nouvelles offres</h1>
      <ErrorSummary errors={errors} />
      {understood.unknownPlace || !asksSomething(understood.query) ? (
        <CannotKeep place={understood.unknownPlace ? asked.ou : null} asked={asked} />
      ) : (
        <>
          <Understanding asked={asked} understood={understood} />
          <Form action="/mes-alertes/nouvelle" hidden={hiddenOf(asked)}>
            <RhythmFields typed={typed} errors={errors} />
            <MoneyField
              name="payPerMonth"
              label="Salaire minimum par mois"
              hint="Brut, pour un temps plein. Laissez vide pour tout recevoir."
              typed={typed}
              errors={errors}
              required={false}
            />
            {!signedIn && (
              <EmailField
                name="email"
                label="Votre adresse mail"
                hint="Un mail vous demandera de confirmer. Pas besoin de compte."
                typed={typed}
                errors={errors}
                maxLength={254}
              />
            )}
            <Button>Créer l’alerte</Button>
          </Form>
          <p class="small soft">
            Votre adresse sert à ces mails seulement. Vous arrêtez quand vous voulez, d’un geste.{" "}
            <a href="/donnees-personnelles">Vos données</a>
          </p>
        </>
      )}
    </div>
  ),
});

const Understanding = ({ asked, understood }: { asked: OfferSearch; understood: Understood }): VNode => (
  <section class="card stack-s" aria-labelledby="recherche">
    <h2 class="h3" id="recherche">
      Votre recherche
    </h2>
    {understood.typed !== null && (
      <p>
        Nous avons lu {quoted(understood.query.text)} au lieu de {quoted(understood.typed)}.{" "}
        <a href={`/mes-alertes/nouvelle${searchParameters({ ...asked, exact: true })}`}>
          Garder {quoted(understood.typed)}
        </a>
      </p>
    )}
    <Facts
      facts={[...describeQuery(understood.query), ...describeReading(understood.query.text)].map(
        ({ label, value }) => [label, value] as const,
      )}
    />
    <p class="soft">
      {understood.total === 0
        ? "Aucune offre ne correspond aujourd’hui. Vous saurez quand il y en aura."
        : `Aujourd’hui : ${sayCount(understood.total, "offre correspond", "offres correspondent")}.`}{" "}
      <a href={searchAddress({ ...asked, page: 1 })}>Changer la recherche</a>
    </p>
  </section>
);

const CannotKeep = ({ place, asked }: { place: string | null; asked: OfferSearch }): VNode => (
  <Notice>
    <p>
      {place === null
        ? "Dites d’abord ce que vous cherchez : un métier, un lieu, un contrat. Sinon vous recevriez tout."
        : `Nous ne connaissons pas le lieu « ${place} ». Écrivez une commune.`}
    </p>
    <p>
      <ButtonLink href={searchAddress({ ...asked, page: 1 })}>Chercher des offres</ButtonLink>
    </p>
  </Notice>
);

/** The search as it came, to be understood once more when it is kept: what a form shows proves nothing. */
const hiddenOf = (asked: OfferSearch): Record<string, string[]> => {
  const parameters = new URLSearchParams(searchParameters({ ...asked, since: null, sort: null, page: 1 }));
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]));
};

const quoted = (words: string): string => `« ${words} »`;
