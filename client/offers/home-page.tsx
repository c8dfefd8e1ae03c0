import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Card, EmptyState } from "#client/design/card.tsx";
import { SearchBar } from "#client/design/search-bar.tsx";
import { FileField } from "#client/kernel/file-field.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import type { Role } from "#shared/kernel/actor.ts";
import { addDays, type Day, dayOf } from "#shared/kernel/calendar.ts";
import { everyOffer, type FacetCount, type FoundOffer, searchAddress } from "#shared/offers/offer-search.ts";
import { OfferCard } from "./offer-card.tsx";

/** A meeting with companies that is open to all. */
export type ComingEvent = {
  readonly address: string;
  readonly title: string;
  readonly when: string;
  readonly where: string;
};

type HomeProps = {
  role: Role | "visitor";
  total: number;
  newest: readonly FoundOffer[];
  occupations: readonly FacetCount[];
  withoutCar: number;
  coming: readonly ComingEvent[];
  today: Day;
  inTerritory: string;
  publicUrl: string;
};

/** One question, two fields; what is new; the CV that searches; what happens nearby; the way in for those who recruit. */
export const homePage = (props: HomeProps): Page => ({
  title: `Trouver un emploi ${props.inTerritory}`,
  description: `Les offres d’emploi ${props.inTerritory}, avec leur salaire, leurs horaires et leur distance. Gratuit.`,
  canonical: `${props.publicUrl}/`,
  body: (
    <>
      <Hero {...props} />
      <div class="wrap body stack-l">
        <Newest {...props} />
        <div class="split">
          <CvBlock role={props.role} />
          <aside class="stack-l">
            {props.coming.length > 0 && <Coming coming={props.coming} />}
            <RecruitBlock />
          </aside>
        </div>
      </div>
    </>
  ),
});

const Hero = ({ total, occupations, withoutCar, inTerritory }: HomeProps): VNode => (
  <section class="hero">
    <div class="wrap">
      <h1>Un emploi près de chez vous</h1>
      <p class="lead">
        {total === 0
          ? `Aucune offre ${inTerritory} pour le moment.`
          : `${sayCount(total, "offre", "offres")} ${inTerritory} aujourd’hui.`}{" "}
        On vous dit pour chacune ce qui convient, ce qui manque, et à combien c’est.
      </p>
      <Form action="/offres" method="get" class="search-form">
        <SearchBar words="" place="" raised />
      </Form>
      {occupations.length > 0 && (
        <p class="row">
          <span>Métiers qui recrutent :</span>
          {occupations.map(({ value, label }) => (
            <a key={value} href={searchAddress({ ...everyOffer, occupation: [value] })}>
              {label}
            </a>
          ))}
          {withoutCar > 0 && <a href={searchAddress({ ...everyOffer, withoutCar: true })}>Sans voiture</a>}
        </p>
      )}
    </div>
  </section>
);

const Newest = ({ newest, total, today }: HomeProps): VNode => (
  <section class="stack">
    <div class="row spread">
      <h2>{areFresh(newest, today) ? "Publiées depuis hier" : "Les dernières offres"}</h2>
      {total > 0 && <a href="/offres">{total === 1 ? "L’offre" : `Les ${sayCount(total, "offre", "offres")}`}</a>}
    </div>
    {newest.length === 0 ? (
      <EmptyState title="Aucune offre n’est ouverte aujourd’hui">
        <p>
          Les prochaines arrivent vite. <a href="/mes-alertes/nouvelle">Recevez-les chaque matin</a>.
        </p>
      </EmptyState>
    ) : (
      <ul class="grid3">
        {newest.map((found) => (
          <OfferCard key={found.offer.id} found={found} today={today} level={3} />
        ))}
      </ul>
    )}
  </section>
);

const areFresh = (newest: readonly FoundOffer[], today: Day): boolean =>
  newest.every(({ offer }) => offer.publishedAt !== null && dayOf(new Date(offer.publishedAt)) >= addDays(today, -1));

const CvBlock = ({ role }: { role: HomeProps["role"] }): VNode => (
  <Card as="section">
    <h2>Votre CV cherche pour vous</h2>
    <p>
      Donnez-le : nous le lisons, vous corrigez, les offres qui vous vont s’affichent avec leurs raisons. Sans compte,
      rien n’est gardé.
    </p>
    <Form action="/lire-mon-cv" files>
      <FileField
        name="file"
        label="Votre CV"
        hint="PDF, DOCX, ODT ou TXT, 10 Mo au plus."
        accept=".pdf,.docx,.odt,.txt"
        typed={{}}
        errors={{}}
      />
      <Button>Trouver des offres avec mon CV</Button>
    </Form>
    <p class="row small">
      <a href="/lire-mon-cv">Ou coller son texte</a>
      {role === "candidate" ? (
        <>
          <a href="/mon-cv">Ouvrir mon CV</a>
          <a href="/mes-pistes">Voir les offres pour moi</a>
        </>
      ) : (
        <a href="/connexion?suite=/mon-cv">Ou l’écrire en cinq questions</a>
      )}
    </p>
  </Card>
);

const Coming = ({ coming }: Pick<HomeProps, "coming">): VNode => (
  <section class="stack-s">
    <h2>Bientôt près de chez vous</h2>
    <ul class="stack-m">
      {coming.map(({ address, title, when, where }) => (
        <li key={address}>
          <b>{when}</b>
          <br />
          <a href={address}>{title}</a>
          <br />
          <span class="small soft">{where}</span>
        </li>
      ))}
    </ul>
    <p>
      <a href="/evenements">Tous les événements</a>
    </p>
  </section>
);

const RecruitBlock = (): VNode => (
  <section class="stack-s">
    <h2>Vous recrutez ?</h2>
    <p>Publiez une offre en une page. C’est gratuit, et un chargé de mission peut vous aider.</p>
    <p>
      <a href="/recruter">Publier une offre</a>
    </p>
  </section>
);
