import type { VNode } from "preact";
import { ButtonLink } from "#client/design/button.tsx";
import { EmptyState, Tag } from "#client/design/card.tsx";
import { type Column, Pagination, Table } from "#client/design/table.tsx";
import { Tabs } from "#client/design/tabs.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { Ago, sayCount, sayShortDay } from "#client/kernel/say.tsx";
import type { Company } from "#shared/companies/company.ts";
import type { CompanyListQuery } from "#shared/companies/officer-contracts.ts";
import { dayOf } from "#shared/kernel/calendar.ts";
import { type ListPage, pageCount } from "#shared/kernel/page.ts";
import { NetworkFilters, networkAddress } from "./network-filters.tsx";
import { statusOfCompany } from "./officer-words.ts";

type Listed = Pick<Company, "id" | "name" | "commune" | "sector" | "status" | "lastContactAt" | "nextAction">;

type Props = {
  companies: ListPage<Listed>;
  query: CompanyListQuery;
  sectors: readonly string[];
  areas: readonly { code: string; name: string }[];
  dormant: number;
  today: string;
};

/** The network of companies: who, where, last contact, what comes next. */
export const officerListPage = ({ companies, query, sectors, areas, dormant, today }: Props): Page => ({
  title: "Entreprises",
  section: "companies",
  wide: true,
  robots: "noindex",
  body: (
    <div class="wrap wide body stack">
      <div class="row spread">
        <div>
          <h1>Entreprises</h1>
          <p class="soft">{sayCount(companies.total, "entreprise", "entreprises")}</p>
        </div>
        <div class="row">
          <a href={networkAddress("/bureau/entreprises/carte", { ...query, page: 1 })}>Carte</a>
          <a href="/bureau/entreprises/tournee">Tournée</a>
          <a href="/bureau/entreprises/contacts">Contacts par mois</a>
          <a href="/bureau/entreprises/doublons">Doublons</a>
          <ButtonLink kind="plain" href="/bureau/entreprises/import">
            Importer une liste
          </ButtonLink>
          <ButtonLink href="/bureau/entreprises/nouvelle">Ajouter une entreprise</ButtonLink>
        </div>
      </div>
      <Views query={query} dormant={dormant} />
      <NetworkFilters action="/bureau/entreprises" query={query} sectors={sectors} areas={areas} />
      {companies.total === 0 ? (
        <NoCompany asked={networkAddress("", query) !== ""} />
      ) : (
        <Table caption="Entreprises" columns={columnsOn(today)} rows={companies.items} rowKey={({ id }) => id} />
      )}
      <Pagination
        page={companies.page}
        pages={pageCount(companies)}
        href={(page) => networkAddress("/bureau/entreprises", { ...query, page })}
      />
    </div>
  ),
});

const NoCompany = ({ asked }: { asked: boolean }): VNode =>
  asked ? (
    <EmptyState title="Aucune entreprise ne correspond">
      <p>
        Essayez le début du nom ou le SIRET, ou <a href="/bureau/entreprises">revoyez tout le réseau</a>.
      </p>
    </EmptyState>
  ) : (
    <EmptyState title="Le réseau est vide">
      <p>
        <a href="/bureau/entreprises/import">Importez la liste</a> que vous tenez déjà, ou{" "}
        <a href="/bureau/entreprises/nouvelle">ajoutez une première entreprise</a>.
      </p>
    </EmptyState>
  );

const Views = ({ query, dormant }: { query: CompanyListQuery; dormant: number }): VNode => (
  <Tabs
    label="Vues"
    tabs={[
      {
        href: networkAddress("/bureau/entreprises", { ...query, vue: null, page: 1 }),
        label: "Toutes",
        current: query.vue === null,
      },
      {
        href: networkAddress("/bureau/entreprises", { ...query, vue: "due", page: 1 }),
        label: "Action à faire",
        current: query.vue === "due",
      },
      {
        href: networkAddress("/bureau/entreprises", { ...query, vue: "dormant", page: 1 }),
        label: "Dormantes",
        count: dormant,
        current: query.vue === "dormant",
      },
      {
        href: networkAddress("/bureau/entreprises", { ...query, vue: "without", page: 1 }),
        label: "Sans action prévue",
        current: query.vue === "without",
      },
    ]}
  />
);

const columnsOn = (today: string): readonly Column<Listed>[] => [
  {
    title: "Entreprise",
    cell: ({ id, name, commune }) => (
      <>
        <a href={`/bureau/entreprises/${id}`}>
          <b>{name}</b>
        </a>
        <br />
        <span class="small soft">{commune.name}</span>
      </>
    ),
  },
  { title: "Secteur", cell: ({ sector }) => sector ?? <span class="soft">non dit</span> },
  {
    title: "État",
    cell: ({ status }) => <Tag tone={status === "verified" ? "pine" : "saffron"}>{statusOfCompany[status]}</Tag>,
  },
  {
    title: "Dernier contact",
    short: true,
    cell: ({ lastContactAt }) =>
      lastContactAt ? <Ago day={dayOf(new Date(lastContactAt))} today={today} /> : <span class="soft">aucun</span>,
  },
  {
    title: "Prochaine action",
    cell: ({ nextAction }) =>
      nextAction ? (
        <>
          {nextAction.what} <Tag tone={nextAction.on <= today ? "saffron" : "plain"}>{sayShortDay(nextAction.on)}</Tag>
        </>
      ) : (
        <span class="soft">aucune</span>
      ),
  },
];
