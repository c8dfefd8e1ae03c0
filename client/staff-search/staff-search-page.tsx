import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { EmptyState } from "#client/design/card.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import { type Found, type FoundKind, foundKinds } from "#shared/staff-search/staff-search-contracts.ts";

/** One field, everything found below it by kind. `found` is null before a question. */
export const staffSearchPage = ({ q, found }: { q: string; found: readonly Found[] | null }): Page => ({
  title: q ? `Recherche : ${q}` : "Recherche",
  section: "staff-search",
  robots: "noindex",
  body: (
    <div class="wrap body stack">
      <h1>Recherche</h1>
      <search>
        <form action="/bureau/recherche" method="get" class="row" data-live="">
          <div class="field staff-search">
            <label for="recherche-partout">Entreprise, contact, personne, offre ou événement</label>
            {/* The key that leads here means to type at once. */}
            <input
              id="recherche-partout"
              name="q"
              type="search"
              value={q}
              maxLength={100}
              autocomplete="off"
              data-search-field=""
            />
          </div>
          <Button>Chercher</Button>
        </form>
      </search>
      <p class="small soft">
        Touches <kbd>/</kbd> ou <kbd>Ctrl</kbd> + <kbd>K</kbd> : la recherche s’ouvre depuis toutes vos pages.
      </p>
      <div class="stack" data-live-region="found" id="trouve">
        {found && (found.length === 0 ? <Nothing q={q} /> : <Kinds found={found} />)}
      </div>
    </div>
  ),
});

const titles: Record<FoundKind, string> = {
  company: "Entreprises",
  contact: "Contacts",
  person: "Personnes",
  offer: "Offres",
  event: "Événements",
};

const Kinds = ({ found }: { found: readonly Found[] }): VNode => (
  <>
    <p class="soft" data-live-count="">
      {sayCount(found.length, "résultat", "résultats")}
    </p>
    {foundKinds
      .map((kind) => ({ kind, those: found.filter((one) => one.kind === kind) }))
      .filter(({ those }) => those.length > 0)
      .map(({ kind, those }) => (
        <section key={kind} class="stack-s">
          <h2 class="h3">{titles[kind]}</h2>
          <ul class="stack-s">
            {those.map(({ key, title, about, href }) => (
              <li key={key} class="breakable">
                <a href={href}>{title}</a> {about && <span class="small soft">{about}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
  </>
);

const Nothing = ({ q }: { q: string }): VNode => (
  <EmptyState title={`Rien ne porte le nom « ${q} »`}>
    <p>Essayez le début d’un nom, une commune ou un SIRET. Les CV cachés ne se trouvent pas ici.</p>
  </EmptyState>
);
