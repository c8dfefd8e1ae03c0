import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { EmptyState, Notice } from "#client/design/card.tsx";
import { type Column, Pagination, Table } from "#client/design/table.tsx";
import { choicesOf, Select } from "#client/kernel/choice-fields.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount, sayMoment } from "#client/kernel/say.tsx";
import { EmailField } from "#client/kernel/text-fields.tsx";
import type { AuditAct, AuditFault, AuditRow } from "#shared/accounts/audit.ts";
import { type ListPage, pageCount } from "#shared/kernel/page.ts";
import { roleLabels } from "./account-words.ts";
import { auditDetails, auditFaultWords, auditLabels } from "./audit-words.ts";

type Search = { act: AuditAct | null; email: string | null; page: number };
type Check = { at: string | null; brokenAt: number | null; why: AuditFault | null };
type Audit = {
  rows: ListPage<AuditRow>;
  names: ReadonlyMap<string, string>;
  search: Search;
  check: Check;
  today: string;
};

/** Who did what to whose data: people are pseudonyms, and nothing can be changed here. */
export const auditPage = ({ rows, names, search, check, today }: Audit): Page => ({
  title: "Journal",
  section: "audit",
  wide: true,
  robots: "noindex",
  body: (
    <div class="wrap wide body stack">
      <h1>Journal des actes sensibles</h1>
      <p class="soft">
        Chaque ligne porte l’empreinte de la précédente : une ligne changée ou retirée se voit. Les lignes sont gardées
        12 mois. Ouvrir une fiche deux fois dans l’heure ne fait qu’une ligne.
      </p>
      <ChainState check={check} today={today} />
      <SearchForm search={search} />
      {rows.items.length === 0 ? (
        <Nothing search={search} />
      ) : (
        <Table
          caption="Actes sensibles, du plus récent au plus ancien"
          columns={columnsFor(names, today)}
          rows={rows.items}
          rowKey={({ sequence }) => String(sequence)}
        />
      )}
      <Pagination page={rows.page} pages={pageCount(rows)} href={(page) => addressOf({ ...search, page })} />
      <p class="small soft">{sayCount(rows.total, "ligne", "lignes")}</p>
    </div>
  ),
});

const Nothing = ({ search }: { search: Search }): VNode =>
  search.act === null && search.email === null ? (
    <EmptyState title="Rien encore au journal">
      <p>La première fiche ouverte par un agent y sera écrite.</p>
    </EmptyState>
  ) : (
    <EmptyState title="Aucune ligne ne correspond">
      <p>
        <a href="/admin/journal">Voir tout le journal</a>
      </p>
    </EmptyState>
  );

const ChainState = ({ check, today }: { check: Check; today: string }): VNode => (
  <Notice kind={check.brokenAt === null ? "done" : "wrong"}>
    <p>
      <b>{sayCheck(check, today)}</b>
      {check.why && ` ${auditFaultWords[check.why]} Prévenez le délégué à la protection des données.`}
    </p>
    <Form action="/admin/journal/controle">
      <Button kind="plain" small>
        Relire tout le journal maintenant
      </Button>
    </Form>
  </Notice>
);

const sayCheck = ({ at, brokenAt }: Check, today: string): string => {
  if (brokenAt !== null) return `Le journal n’est pas entier : voyez la ligne ${brokenAt}.`;
  return at === null ? "Pas encore relu. Il l’est chaque nuit." : `Relu et entier, ${sayMoment(at, today)}.`;
};

const SearchForm = ({ search }: { search: Search }): VNode => (
  <Form action="/admin/journal" method="get" class="filters">
    <Select
      name="acte"
      label="Acte"
      required={false}
      empty="Tous les actes"
      choices={choicesOf(auditLabels)}
      typed={{ acte: search.act ?? "" }}
      errors={{}}
    />
    <EmailField
      name="qui"
      label="Adresse mail de la personne"
      required={false}
      typed={{ qui: search.email ?? "" }}
      errors={{}}
    />
    <Button kind="plain">Chercher</Button>
  </Form>
);

const addressOf = ({ act, email, page }: Search): string =>
  `/admin/journal?${new URLSearchParams({ ...(act && { acte: act }), ...(email && { qui: email }), page: String(page) })}`;

const columnsFor = (names: ReadonlyMap<string, string>, today: string): readonly Column<AuditRow>[] => [
  {
    title: "Acte",
    cell: ({ act, detail }) => (
      <>
        <b>{auditLabels[act]}</b>
        {detail && <span class="soft"> {sayDetail(detail)}</span>}
      </>
    ),
  },
  { title: "Quand", cell: ({ at }) => sayMoment(at, today) },
  { title: "Par", cell: ({ actor, role }) => sayActor(actor, role, names) },
  { title: "Concerne", cell: (row) => <Concerned row={row} names={names} /> },
  { title: "Ligne", number: true, cell: ({ sequence }) => sequence },
];

const sayDetail = (detail: string): string =>
  auditDetails[detail] ?? (detail in roleLabels ? roleLabels[detail as keyof typeof roleLabels] : detail);

const sayActor = (actor: string | null, role: AuditRow["role"], names: ReadonlyMap<string, string>): string => {
  if (actor === null) return "le service, seul";
  const name = names.get(actor) ?? `personne ${actor.slice(0, 8)}`;
  return role ? `${name} (${roleLabels[role]})` : name;
};

const Concerned = ({ row: { person, thingId, act }, names }: { row: AuditRow; names: Audit["names"] }): VNode => {
  if (person !== null) return <span class="num">{names.get(person) ?? `personne ${person.slice(0, 8)}`}</span>;
  if (thingId === null) return <span>—</span>;
  const company = act.startsWith("company");
  const href = company ? `/bureau/entreprises/${thingId}` : `/admin/moderation/offres/${thingId}`;
  return <a href={href}>{company ? "l’entreprise" : "l’offre"}</a>;
};
