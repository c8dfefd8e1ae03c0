import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { EmptyState, Tag } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { type Column, Pagination, Table } from "#client/design/table.tsx";
import { choicesOf, Select } from "#client/kernel/choice-fields.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount, sayShortDay } from "#client/kernel/say.tsx";
import { EmailField, TextField } from "#client/kernel/text-fields.tsx";
import type { Account } from "#shared/accounts/account.ts";
import { isStaffRole, type Member, type Role } from "#shared/kernel/actor.ts";
import { type ListPage, pageCount } from "#shared/kernel/page.ts";
import { roleLabels } from "./account-words.ts";

type Search = { q: string | null; role: Role | null; page: number };
type Accounts = FormState & { actor: Member; accounts: ListPage<Account>; search: Search };

export const accountsPage = ({ actor, accounts, search, typed, errors }: Accounts): Page => ({
  title: "Comptes",
  section: "accounts",
  wide: true,
  robots: "noindex",
  body: (
    <div class="wrap wide body stack">
      <h1>Comptes</h1>
      <p class="soft">{sayCount(accounts.total, "compte", "comptes")}</p>
      <SearchForm search={search} />
      {accounts.items.length === 0 ? (
        <EmptyState title="Aucun compte ne correspond">
          <p>
            Essayez le début du nom ou de l’adresse, ou <a href="/admin/comptes">revoyez tous les comptes</a>.
          </p>
        </EmptyState>
      ) : (
        <Table
          caption="Comptes, du plus récent au plus ancien"
          columns={columnsFor(actor)}
          rows={accounts.items}
          rowKey={({ id }) => id}
        />
      )}
      <Pagination page={accounts.page} pages={pageCount(accounts)} href={(page) => addressOf({ ...search, page })} />
      <NewColleague typed={typed} errors={errors} />
    </div>
  ),
});

const SearchForm = ({ search }: { search: Search }): VNode => (
  <Form action="/admin/comptes" method="get" class="filters">
    <TextField name="q" label="Nom ou adresse" required={false} typed={{ q: search.q ?? "" }} errors={{}} />
    <Select
      name="role"
      within="recherche"
      label="Rôle"
      required={false}
      empty="Tous les rôles"
      choices={choicesOf(roleLabels)}
      typed={{ role: search.role ?? "" }}
      errors={{}}
    />
    <Button kind="plain">Chercher</Button>
  </Form>
);

const addressOf = ({ q, role, page }: Search): string => {
  const query = new URLSearchParams({ ...(q && { q }), ...(role && { role }), page: String(page) });
  return `/admin/comptes?${query}`;
};

const columnsFor = (actor: Member): readonly Column<Account>[] => [
  {
    title: "Personne",
    cell: ({ firstName, lastName, email }) => (
      <>
        <b>
          {firstName} {lastName}
        </b>
        <br />
        <span class="small soft">{email}</span>
      </>
    ),
  },
  { title: "Créé", cell: ({ createdAt }) => <span class="small">{sayShortDay(createdAt.slice(0, 10))}</span> },
  {
    title: "État",
    cell: ({ status }) => (status === "active" ? <Tag tone="pine">ouvert</Tag> : <Tag tone="clay">fermé</Tag>),
  },
  { title: "Rôle", cell: (account) => <RoleCell account={account} own={account.id === actor.accountId} /> },
  {
    title: "Gestes",
    quiet: true,
    cell: (account) =>
      account.id === actor.accountId ? null : (
        <div class="row">
          <StatusButton account={account} />
          {isStaffRole(account.role) && <ForgetPhone account={account} />}
        </div>
      ),
  },
];

const RoleCell = ({ account, own }: { account: Account; own: boolean }): VNode =>
  own ? (
    <span>{roleLabels[account.role]} (vous)</span>
  ) : (
    <form class="row" method="post" action={`/admin/comptes/${account.id}/role`}>
      <select name="role" aria-label={`Rôle de ${account.firstName} ${account.lastName}`} class="auto">
        {choicesOf(roleLabels).map(({ value, label }) => (
          <option key={value} value={value} selected={value === account.role}>
            {label}
          </option>
        ))}
      </select>
      <Button kind="plain" small label={`Changer le rôle de ${account.firstName} ${account.lastName}`}>
        Changer
      </Button>
    </form>
  );

const StatusButton = ({ account }: { account: Account }): VNode => {
  const open = account.status === "active";
  return (
    <Form action={`/admin/comptes/${account.id}/etat`} hidden={{ status: open ? "disabled" : "active" }}>
      <Button
        kind={open ? "danger" : "plain"}
        small
        label={`${open ? "Fermer" : "Rouvrir"} le compte de ${account.firstName} ${account.lastName}`}
      >
        {open ? "Fermer" : "Rouvrir"}
      </Button>
    </Form>
  );
};

const ForgetPhone = ({ account: { id, firstName, lastName } }: { account: Account }): VNode => (
  <Form action={`/admin/comptes/${id}/second-code`}>
    <Button kind="plain" small label={`Oublier le téléphone de ${firstName} ${lastName}, pour en enregistrer un autre`}>
      Oublier le téléphone
    </Button>
  </Form>
);

const colleagueRoles = choicesOf({
  officer: roleLabels.officer,
  counsellor: roleLabels.counsellor,
  phoneAgent: roleLabels.phoneAgent,
  admin: roleLabels.admin,
});

const NewColleague = ({ typed, errors }: FormState): VNode => (
  <Details summary="Créer le compte d’un collègue" open={Object.keys(errors).length > 0}>
    <ErrorSummary errors={errors} />
    <Form action="/admin/comptes" class="stack narrow">
      <EmailField name="email" label="Adresse mail professionnelle" typed={typed} errors={errors} autocomplete="off" />
      <div class="grid2">
        <TextField name="firstName" label="Prénom" typed={typed} errors={errors} />
        <TextField name="lastName" label="Nom" typed={typed} errors={errors} />
      </div>
      <Select name="role" label="Rôle" choices={colleagueRoles} typed={typed} errors={errors} />
      <Button>Créer le compte</Button>
    </Form>
  </Details>
);
