import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { EmptyState } from "#client/design/card.tsx";
import { ErrorSummary, Form, type FormState, typedText } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { plural, sayCount } from "#client/kernel/say.tsx";
import { OfferCard } from "#client/offers/offer-card.tsx";
import type { ForYou } from "#client/offers/offer-page.tsx";
import type { CvFindings } from "#shared/cvs/cv-findings.ts";
import type { FoundOffer } from "#shared/offers/offer-search.ts";
import { CatcherFindings } from "./catcher-findings.tsx";
import { CatcherTrades } from "./catcher-trades.tsx";

export type Fitting = {
  readonly leads: readonly { readonly found: FoundOffer; readonly forYou: ForYou }[];
  readonly total: number;
  /** INSEE code of the commune distances are measured from. */
  readonly from: string | null;
};

type Caught = FormState & {
  read: CvFindings;
  /** Null while something must be corrected first. */
  offers: Fitting | null;
  /** The trades sought: without one there is nothing to rank by. */
  seeking: boolean;
  /** The file was kept too, as a candidate asked. */
  kept: boolean;
  canSave: boolean;
  today: string;
};

/** What was read in a CV, beside its words; then the offers that fit. The page itself holds it all: we keep nothing. */
export const catcherPage = (caught: Caught): Page => ({
  title: "Ce que nous avons lu dans votre CV",
  section: "cv",
  robots: "noindex",
  personal: true,
  body: (
    <div class="wrap body stack">
      <Heading {...caught} />
      <ErrorSummary errors={caught.errors} />
      <Form action="/lire-mon-cv/corriger" hidden={{ read: typedText(caught.typed, "read") }}>
        <div class="split">
          <Findings {...caught} />
          <aside class="stack" id="offres">
            <Offers {...caught} />
            {caught.canSave && <Save />}
          </aside>
        </div>
      </Form>
    </div>
  ),
});

const Heading = ({ offers, seeking, kept }: Caught): VNode => (
  <div class="stack-s">
    <h1>Voici ce que nous avons lu</h1>
    <p class="soft">Corrigez si besoin. Rien n’est gardé, sauf si vous enregistrez votre CV.</p>
    {kept && (
      <p class="notice done" role="status">
        Votre fichier est gardé, comme demandé. Personne d’autre ne peut l’ouvrir. <a href="/mon-cv">Voir mon CV</a>
      </p>
    )}
    {offers !== null && seeking && offers.total > 0 && (
      <p class="only-narrow">
        <a href="#offres">Voir {sayOffers(offers.total)}</a>
      </p>
    )}
  </div>
);

const sayOffers = (total: number): string =>
  total === 1 ? "l’offre qui vous convient" : `les ${total} offres qui vous conviennent`;

const Findings = (caught: Caught): VNode => (
  <section class="stack">
    <h2>Vos métiers</h2>
    <CatcherTrades {...caught} />
    <CatcherFindings {...caught} />
    <p class="small soft">
      Votre âge, votre sexe, votre famille, votre nationalité, votre santé et votre photo ne sont ni lus ni gardés.{" "}
      <a href="/comment-marche-le-rapprochement">Pourquoi</a>
    </p>
    <Button>Corriger et revoir mes offres</Button>
  </section>
);

const Offers = ({ offers, seeking, today }: Caught): VNode => {
  if (offers === null) return <Later title="Vos offres" text="Elles s’afficheront ici, une fois la page corrigée." />;
  if (!seeking) return <Later title="Vos offres" text="Écrivez ou cochez un métier que vous cherchez." />;
  if (offers.total === 0)
    return (
      <Later
        title="Aucune offre pour vous aujourd’hui"
        text="Un métier de plus, une distance plus grande : essayez, puis revoyez vos offres."
      />
    );
  return (
    <>
      <h2>
        {sayCount(offers.total, "offre vous", "offres vous")} {plural(offers.total, "convient", "conviennent")}
      </h2>
      <ul class="stack">
        {offers.leads.map(({ found, forYou }) => (
          <OfferCard
            key={found.offer.id}
            found={found}
            forYou={forYou}
            from={offers.from}
            today={today}
            level={3}
            apart
          />
        ))}
      </ul>
      {offers.total > offers.leads.length && offers.leads.length < 50 && (
        <Button kind="second" name="show" value="50">
          {offers.total <= 50 ? `Voir les ${offers.total}` : "Voir les 50 premières"}
        </Button>
      )}
    </>
  );
};

const Later = ({ title, text }: { title: string; text: string }): VNode => (
  <>
    <h2>{title}</h2>
    <EmptyState title={text}>
      <ButtonLink href="/offres" kind="plain">
        Chercher parmi toutes les offres
      </ButtonLink>
    </EmptyState>
  </>
);

const Save = (): VNode => (
  <div class="stack-s">
    <Button kind="second" wide formAction="/lire-mon-cv/enregistrer">
      Enregistrer mon CV
    </Button>
    <p class="small soft">Vous le relirez avant. Vous choisirez qui le voit, et recevrez les nouvelles offres.</p>
  </div>
);
