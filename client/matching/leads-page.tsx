import type { VNode } from "preact";
import { MyApplications } from "#client/applications/my-applications.tsx";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Card, EmptyState } from "#client/design/card.tsx";
import { Pagination } from "#client/design/table.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import { OfferCard } from "#client/offers/offer-card.tsx";
import type { ForYou } from "#client/offers/offer-page.tsx";
import type { MyApplication } from "#shared/applications/application-sights.ts";
import type { FoundOffer } from "#shared/offers/offer-search.ts";
import type { TodoAction, TodoItem } from "./todo.ts";

export type LeadsProps = {
  firstName: string;
  todo: readonly TodoItem[];
  hasCv: boolean;
  leads: readonly { found: FoundOffer; forYou: ForYou }[];
  total: number;
  /** Offers a condition keeps apart, in words. */
  asides: readonly string[];
  page: number;
  pageSize: number;
  /** INSEE code of the person's commune. */
  from: string | null;
  applications: readonly MyApplication[];
  /** Companies that opened the CV. */
  looks: number;
  today: string;
};

/** A candidate's home: what to do first, then the offers that fit and why, then where applications stand. */
export const leadsPage = (props: LeadsProps): Page => ({
  title: "Mes pistes",
  section: "leads",
  robots: "noindex",
  body: (
    <div class="wrap body stack-l">
      <div class="stack">
        <h1>{greeting(props)}</h1>
        {props.page === 1 && props.todo.length > 0 && (
          <ul class="grid3">
            {props.todo.map((item) => (
              <Todo key={item.title} item={item} />
            ))}
          </ul>
        )}
      </div>
      <div class="split">
        <Offers {...props} />
        <Aside {...props} />
      </div>
    </div>
  ),
});

const greeting = ({ firstName, todo }: LeadsProps): string =>
  todo.length === 0
    ? `Bonjour ${firstName}`
    : `Bonjour ${firstName}, ${sayCount(todo.length, "chose", "choses")} à faire`;

const Todo = ({ item }: { item: TodoItem }): VNode => (
  <Card as="li" tone={item.waited ? "saffron" : "plain"}>
    <h2 class="h3">{item.title}</h2>
    <p>{item.text}</p>
    <div class="row">
      {item.actions.map((action) => (
        <Action key={action.label} action={action} waited={item.waited} />
      ))}
    </div>
    {item.note && <p class="small soft">{item.note}</p>}
  </Card>
);

const Action = ({ action, waited }: { action: TodoAction; waited: boolean }): VNode =>
  action.kind === "link" ? (
    <ButtonLink href={action.href} kind={waited ? "primary" : "second"} small>
      {action.label}
    </ButtonLink>
  ) : (
    <Form action={action.action} hidden={action.hidden} class="row">
      <Button kind={action.yes ? "primary" : "plain"} small>
        {action.label}
      </Button>
    </Form>
  );

const Offers = ({ hasCv, leads, total, asides, page, pageSize, from, today }: LeadsProps): VNode => {
  if (!hasCv) return <BeforeCv />;
  if (leads.length === 0) return <NoOffer asides={asides} />;
  const pages = Math.min(5, Math.ceil(total / pageSize));
  return (
    <section class="stack">
      <div class="row spread">
        <h2>{sayCount(total, "offre", "offres")} pour vous</h2>
        <span class="small soft">
          Classées par leurs raisons. <a href="/comment-marche-le-rapprochement">Comment</a>
        </span>
      </div>
      <ul class="stack">
        {leads.map(({ found, forYou }) => (
          <OfferCard key={found.offer.id} found={found} forYou={forYou} from={from} today={today} level={3} />
        ))}
      </ul>
      <Pagination page={page} pages={pages} href={(other) => `/mes-pistes?page=${other}`} />
      <Asides asides={asides} />
    </section>
  );
};

/** Never among the good ones, and never hidden: what stops them is said, and may be mended. */
const Asides = ({ asides }: { asides: readonly string[] }): VNode | null =>
  asides.length === 0 ? null : (
    <Card tone="plain">
      <h3>Offres mises de côté</h3>
      <ul class="dots stack-s">
        {asides.map((why) => (
          <li key={why}>{why}</li>
        ))}
      </ul>
      <p class="small soft">
        Une erreur ? <a href="/mon-cv/modifier">Corrigez votre CV</a>. Vous pouvez toujours{" "}
        <a href="/offres">les chercher</a> et postuler.
      </p>
    </Card>
  );

const BeforeCv = (): VNode => (
  <section class="stack">
    <h2>Vos offres</h2>
    <EmptyState title="Elles s’afficheront ici, avec leurs raisons">
      <p>Ce qui convient, ce qui manque, la distance : il suffit d’un CV en cinq questions.</p>
      <p>
        <a href="/offres">Ou chercher parmi toutes les offres</a>
      </p>
    </EmptyState>
  </section>
);

const NoOffer = ({ asides }: { asides: readonly string[] }): VNode => (
  <section class="stack">
    <h2>Aucune offre pour vous aujourd’hui</h2>
    <EmptyState title="De nouvelles offres arrivent chaque jour">
      <p>Un métier de plus, une distance plus grande : votre CV peut en ouvrir.</p>
      <div class="row">
        <ButtonLink href="/mon-cv/modifier" kind="second">
          Modifier mon CV
        </ButtonLink>
        <a href="/offres">Chercher parmi toutes les offres</a>
      </div>
    </EmptyState>
    <Asides asides={asides} />
  </section>
);

const Aside = ({ applications, hasCv, looks, today }: LeadsProps): VNode => (
  <aside class="stack">
    <MyApplications applications={applications} today={today} />
    {hasCv && (
      <p class="small soft">
        Qui a vu mon CV : {looks === 0 ? "aucun recruteur encore" : sayCount(looks, "recruteur", "recruteurs")}.{" "}
        <a href="/mon-cv/visites">Voir qui, régler qui peut</a>
      </p>
    )}
  </aside>
);
