import type { VNode } from "preact";
import { Board } from "#client/design/board.tsx";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, EmptyState, Tag } from "#client/design/card.tsx";
import { type Column, Pagination, Table } from "#client/design/table.tsx";
import type { Choice } from "#client/kernel/choice-fields.tsx";
import { Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import { type ListPage, pageCount } from "#shared/kernel/page.ts";
import type { BoardColumn } from "#shared/positionings/positioning-board.ts";
import type { BoardQuery } from "#shared/positionings/positioning-contracts.ts";
import type { CardFacts, Moment } from "./card-facts.ts";
import { HandOverAll } from "./hand-over-form.tsx";
import { LiveMark } from "./live-mark.tsx";
import { columnTitles, sayWaiting, shortName } from "./positioning-words.ts";

type BoardProps = FormState & {
  officers: readonly Choice[];
  columns: readonly { column: BoardColumn; count: number; cards: readonly CardFacts[] }[];
  underWay: number;
  waiting: number;
  companies: readonly Choice[];
  query: BoardQuery;
  at: Moment;
};

export const boardPage = ({ columns, underWay, waiting, companies, query, at, ...rest }: BoardProps): Page => ({
  title: "Positionnements",
  section: "positionings",
  wide: true,
  robots: "noindex",
  scripts: ["desk"],
  body: (
    <div class="wrap wide body stack">
      <div class="row spread">
        <div>
          <h1>Positionnements</h1>
          <p class="soft" data-desk-region="counts" data-desk-news="">
            {sayCount(underWay, "en cours", "en cours")}, {sayWaitingCount(waiting)}
          </p>
        </div>
        <div class="row">
          <LiveMark />
          <Filters companies={companies} query={query} />
        </div>
      </div>
      <div data-desk-region="board">
        {columns.every(({ count }) => count === 0) ? (
          <NobodyYet />
        ) : (
          <Board
            label="Positionnements par étape"
            columns={columns
              .filter(({ column, count }) => column !== "out" || count > 0)
              .map(({ column, count, cards }) => ({
                title: columnTitles[column],
                count,
                all: addressOf({ ...query, etape: column, page: 1 }),
                cards: cards.map((card) => cardOf(card, at)),
              }))}
          />
        )}
      </div>
      {query.qui === "moi" && <HandOverAll {...rest} />}
    </div>
  ),
});

const sayWaitingCount = (count: number): string =>
  count === 0 ? "aucun n’attend de vous" : `${count} ${count === 1 ? "attend" : "attendent"} quelque chose de vous`;

const cardOf = (card: CardFacts, at: Moment) => ({
  id: card.id,
  who: shortName(card),
  about: `${card.offerTitle}, ${card.companyName}`,
  since: sayWaiting(card, at),
  href: `/bureau/positionnements/${card.id}`,
  mark: card.late ? ("late" as const) : card.live ? ("live" as const) : undefined,
  acts: card.elsewhere ? <Elsewhere elsewhere={card.elsewhere} /> : undefined,
});

export const Elsewhere = ({ elsewhere }: { elsewhere: string }): VNode => (
  <p class="small">
    <Tag tone="saffron">aussi sur : {elsewhere}</Tag>
  </p>
);

const Filters = ({ companies, query }: { companies: readonly Choice[]; query: BoardQuery }): VNode => (
  <Form action="/bureau/positionnements" method="get" class="row" hidden={query.etape ? { etape: query.etape } : {}}>
    <select name="entreprise" aria-label="Entreprise" class="auto">
      <option value="">Toutes les entreprises</option>
      {companies.map(({ value, label }) => (
        <option key={value} value={value} selected={value === query.entreprise}>
          {label}
        </option>
      ))}
    </select>
    <select name="qui" aria-label="Suivis par" class="auto">
      <option value="tous">Tout le bureau</option>
      <option value="moi" selected={query.qui === "moi"}>
        Suivis par moi
      </option>
    </select>
    <Button kind="plain" small>
      Afficher
    </Button>
  </Form>
);

const NobodyYet = (): VNode => (
  <EmptyState title="Personne n’est encore positionné">
    <p>Ouvrez une offre exclusive : les personnes qui conviennent y sont classées, avec leurs raisons.</p>
    <p>
      <ButtonLink kind="plain" href="/bureau/offres-exclusives">
        Voir les offres exclusives
      </ButtonLink>
    </p>
  </EmptyState>
);

type ColumnProps = {
  cards: ListPage<CardFacts>;
  query: BoardQuery & { etape: BoardColumn };
  companies: readonly Choice[];
  at: Moment;
};

/** One column in full: a table on a desk, a list on a phone. */
export const columnPage = ({ cards, query, companies, at }: ColumnProps): Page => ({
  title: `${columnTitles[query.etape]}, positionnements`,
  section: "positionings",
  wide: true,
  robots: "noindex",
  scripts: ["desk"],
  body: (
    <div class="wrap wide body stack">
      <Breadcrumb
        links={[{ href: addressOf({ ...query, etape: null, page: 1 }), label: "Positionnements" }]}
        here={columnTitles[query.etape]}
      />
      <div class="row spread">
        <h1>{columnTitles[query.etape]}</h1>
        <div class="row">
          <LiveMark />
          <Filters companies={companies} query={query} />
        </div>
      </div>
      <div class="stack" data-desk-region="column">
        <p class="soft">{sayCount(cards.total, "personne", "personnes")}, la plus longue attente d’abord</p>
        {cards.total === 0 ? (
          <EmptyState title="Personne à cette étape">
            <p>
              <a href="/bureau/positionnements">Revoir tout le tableau</a>
            </p>
          </EmptyState>
        ) : (
          <Table
            caption={columnTitles[query.etape]}
            columns={columnsAt(at)}
            rows={cards.items}
            rowKey={({ id }) => id}
          />
        )}
        <Pagination page={cards.page} pages={pageCount(cards)} href={(page) => addressOf({ ...query, page })} />
      </div>
    </div>
  ),
});

const columnsAt = (at: Moment): readonly Column<CardFacts>[] => [
  {
    title: "Personne",
    cell: (card) => (
      <a href={`/bureau/positionnements/${card.id}`}>
        <b>{shortName(card)}</b>
      </a>
    ),
  },
  { title: "Offre", cell: ({ offerTitle, companyName }) => `${offerTitle}, ${companyName}` },
  {
    title: "Attente",
    cell: (card) => (card.late ? <Tag tone="saffron">{sayWaiting(card, at)}</Tag> : sayWaiting(card, at)),
  },
  {
    title: "Ailleurs",
    cell: ({ elsewhere }) => (elsewhere ? <Elsewhere elsewhere={elsewhere} /> : <span class="soft">libre</span>),
  },
];

const addressOf = ({ entreprise, etape, qui, page }: BoardQuery): string => {
  const query = new URLSearchParams({
    ...(etape && { etape }),
    ...(entreprise && { entreprise }),
    ...(qui === "moi" && { qui }),
    ...(page > 1 && { page: String(page) }),
  });
  return `/bureau/positionnements${query.size > 0 ? `?${query}` : ""}`;
};
