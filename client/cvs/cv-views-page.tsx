import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { EmptyState, Tag } from "#client/design/card.tsx";
import { type Column, Table } from "#client/design/table.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { Ago } from "#client/kernel/say.tsx";
import type { CvViewKind } from "#shared/cvs/cv-view.ts";

type Look = {
  readonly companyId: string | null;
  readonly companyName: string | null;
  readonly kind: CvViewKind;
  readonly day: string;
  readonly times: number;
};
type Company = { readonly id: string; readonly name: string };
type Views = { looks: readonly Look[]; blocked: readonly Company[]; today: string };

/** Who looked at one's CV, what they saw, and the door to shut. */
export const cvViewsPage = ({ looks, blocked, today }: Views): Page => ({
  title: "Qui a vu mon CV",
  section: "cv",
  robots: "noindex",
  body: (
    <div class="wrap body stack">
      <h1>Qui a vu mon CV</h1>
      <p>Chaque fois que quelqu’un ouvre votre CV, c’est écrit ici.</p>
      {looks.length === 0 ? (
        <EmptyState title="Personne ne l’a encore ouvert">
          <p>
            <a href="/mon-cv/completer">Compléter mon CV</a>
          </p>
        </EmptyState>
      ) : (
        <Table
          caption="Visites de mon CV, les plus récentes d’abord"
          columns={columnsFor(new Set(blocked.map(({ id }) => id)), today)}
          rows={looks}
          rowKey={({ companyId, kind, day }) => `${companyId}${kind}${day}`}
        />
      )}
      {blocked.length > 0 && <Blocked companies={blocked} />}
      <p>
        <a href="/mon-cv">Revenir à mon CV</a>
      </p>
    </div>
  ),
});

const seen: Record<CvViewKind, string> = {
  anonymous: "Votre CV sans votre nom",
  named: "Votre CV avec votre nom",
  staff: "Votre CV avec votre nom",
};

const columnsFor = (blocked: ReadonlySet<string>, today: string): readonly Column<Look>[] => [
  { title: "Qui", cell: ({ companyName }) => <b>{companyName ?? "Un agent du Département"}</b> },
  { title: "Quand", cell: ({ day }) => <Ago day={day} today={today} /> },
  { title: "Ce qui a été vu", cell: ({ kind }) => seen[kind] },
  { title: "Combien de fois", number: true, cell: ({ times }) => times },
  {
    title: "Écarter",
    quiet: true,
    cell: ({ companyId, companyName }) =>
      companyId === null ? null : blocked.has(companyId) ? (
        <Tag tone="clay">Écartée</Tag>
      ) : (
        <Door id={companyId} name={companyName ?? ""} shut />
      ),
  },
];

const Blocked = ({ companies }: { companies: readonly Company[] }): VNode => (
  <section class="stack">
    <h2>Entreprises écartées</h2>
    <p>Elles ne trouvent plus votre CV et ne le voient plus, même si vous aviez dit oui.</p>
    <ul class="stack-s">
      {companies.map(({ id, name }) => (
        <li key={id} class="row">
          <b>{name}</b>
          <Door id={id} name={name} shut={false} />
        </li>
      ))}
    </ul>
  </section>
);

const Door = ({ id, name, shut }: { id: string; name: string; shut: boolean }): VNode => (
  <Form action="/mon-cv/ecarter" hidden={{ companyId: id, blocked: shut ? "yes" : "no" }} class="row">
    <Button kind="plain" small label={shut ? `Écarter ${name} de mon CV` : `Ne plus l’écarter : ${name}`}>
      {shut ? "Écarter" : "Ne plus l’écarter"}
    </Button>
  </Form>
);
