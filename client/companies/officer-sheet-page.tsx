import type { ComponentChildren, VNode } from "preact";
import { CarefulComment } from "#client/accounts/careful-comment.tsx";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, Card, Facts, Tag } from "#client/design/card.tsx";
import { choicesOf, Radios } from "#client/kernel/choice-fields.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayAgo, sayDay, sayMoment } from "#client/kernel/say.tsx";
import { DateField, TextField } from "#client/kernel/text-fields.tsx";
import type { Company } from "#shared/companies/company.ts";
import type { CompanyMerge } from "#shared/companies/company-merge.ts";
import { spokenSiret } from "#shared/companies/siret.ts";
import { dayOf } from "#shared/kernel/calendar.ts";
import { MergeNotice } from "./merge-notice.tsx";
import { Contacts } from "./officer-contacts.tsx";
import { Agreements, Establishments, Needs, type Sister } from "./officer-sheet-parts.tsx";
import { noteLabels, sizeOfCompany, statusOfCompany } from "./officer-words.ts";
import { stateOf } from "./sheet-state.ts";

/** Which form of the sheet came back with something to mend. */
export type SheetForm = "note" | "action" | "contact" | "need" | "agreement" | null;

export type SheetProps = FormState & {
  company: Company;
  authors: ReadonlyMap<string, string>;
  prints: ReadonlyMap<string, string>;
  again: SheetForm;
  /** The contact whose form is open; "new" for another one. */
  editing: string | null;
  dormant: boolean;
  /** Files of other establishments of the same legal person. */
  sisters: readonly Sister[];
  /** Another file became part of this one, less than a day ago. */
  merge: CompanyMerge | null;
  today: string;
  /** Its offers and positionings, told by later slices. */
  more: ComponentChildren;
};

/** Everything officers know of a company, and what comes next. */
export const officerSheetPage = (props: SheetProps): Page => ({
  title: props.company.name,
  section: "companies",
  wide: true,
  robots: "noindex",
  // While two files are being made one, or parted, the page follows.
  scripts: props.merge && props.merge.status !== "merged" ? ["desk"] : [],
  body: (
    <div class="wrap wide body stack">
      <Breadcrumb links={[{ href: "/bureau/entreprises", label: "Entreprises" }]} here={props.company.name} />
      <Heading {...props} />
      <ErrorSummary errors={props.errors} />
      <div data-desk-region="merge">{props.merge && <MergeNotice merge={props.merge} />}</div>
      <div class="split">
        <div class="stack">
          <NextAction {...props} />
          <Card as="section">
            <h2 class="h3">Le fil</h2>
            <NoteForm {...props} />
            <div data-desk-region="thread">
              <Thread {...props} />
            </div>
          </Card>
        </div>
        <aside class="stack" data-desk-region="known">
          <Contacts {...props} />
          <Needs {...props} />
          {props.more}
          <Agreements {...props} />
          <Establishments {...props} />
        </aside>
      </div>
    </div>
  ),
});

const Heading = ({ company, dormant, today }: SheetProps): VNode => (
  <div class="row spread">
    <div class="stack-s">
      <h1>{company.name}</h1>
      <p class="row">
        <Tag tone={company.status === "verified" ? "pine" : "saffron"}>{statusOfCompany[company.status]}</Tag>
        {dormant && <Tag tone="saffron">dormante</Tag>}
        <span class="soft">
          {[company.sector, `${company.commune.name} (${company.commune.postcode})`].filter(Boolean).join(" · ")}
        </span>
      </p>
      <Facts
        facts={[
          ["SIRET", <span class="num">{spokenSiret(company.siret)}</span>],
          ["Dernier contact", company.lastContactAt ? sayAgo(dayOf(new Date(company.lastContactAt)), today) : "aucun"],
          ["Code NAF", company.naf ?? "non dit"],
          ["Taille", company.size ? sizeOfCompany[company.size] : "non dite"],
          ["Adresse", company.address ?? "non dite"],
          ["Suivi", company.accompanied ? "accompagnée par le Département" : "pas d’accompagnement en cours"],
        ]}
      />
      <p class="row small">
        <a href={`/bureau/entreprises/${company.id}/fiche`}>Modifier la fiche</a>
        <a href={`/bureau/entreprises/tournee?commune=${company.commune.code}`}>Qui voir autour</a>
      </p>
    </div>
    {company.status === "verified" && (
      <ButtonLink href={`/bureau/offres-exclusives/nouvelle?entreprise=${company.id}`}>
        Enregistrer une offre exclusive
      </ButtonLink>
    )}
  </div>
);

const NextAction = (props: SheetProps): VNode => {
  const { company, today } = props;
  const { nextAction } = company;
  const shown = { shownWhat: nextAction?.what ?? "", shownOn: nextAction?.on ?? "" };
  const state = stateOf("action", props);
  return (
    <Card as="section" tone={nextAction && nextAction.on <= today ? "saffron" : "plain"}>
      <h2 class="h3" id="action">
        Prochaine action
      </h2>
      {nextAction ? (
        <Form action={`/bureau/entreprises/${company.id}/action/faite`} hidden={shown} class="row spread">
          <p>
            <b class="breakable">{nextAction.what}</b>
            <br />
            <span class="soft">{sayDay(nextAction.on, today)}</span>
          </p>
          <Button kind="second">C’est fait</Button>
        </Form>
      ) : (
        <p class="soft">Aucune action prévue.</p>
      )}
      <details class="fold" open={props.again === "action" || nextAction === null}>
        <summary>{nextAction ? "Prévoir autre chose" : "Prévoir la suite"}</summary>
        <Form action={`/bureau/entreprises/${company.id}/action`} hidden={shown} class="stack-s">
          <div class="grid2">
            <TextField name="what" label="Quoi" placeholder="rappeler, visiter…" maxLength={200} {...state} />
            <DateField name="on" label="Quand" {...state} />
          </div>
          <Button kind="plain">Prévoir cette action</Button>
        </Form>
      </details>
    </Card>
  );
};

const NoteForm = (props: SheetProps): VNode => {
  const state = stateOf("note", props);
  const typed = state.typed.kind ? state.typed : { ...state.typed, kind: "call" };
  return (
    <Form action={`/bureau/entreprises/${props.company.id}/fil`} class="stack-s">
      <Radios name="kind" label="Ce que c’était" choices={choicesOf(noteLabels)} typed={typed} errors={state.errors} />
      <CarefulComment name="text" label="Ce qui s’est dit" rows={3} maxLength={4000} {...state} />
      <Button kind="plain">Noter sur le fil</Button>
    </Form>
  );
};

const Thread = ({ company, authors, today }: SheetProps): VNode =>
  company.notes.length === 0 ? (
    <p class="soft">Rien encore. Notez ici chaque visite, appel ou mail.</p>
  ) : (
    <ol class="thread stack-s">
      {[...company.notes].reverse().map(({ id, at, by, kind, text }) => (
        <li key={id}>
          <b>{noteLabels[kind]}</b>{" "}
          <span class="small soft">
            {sayMoment(at, today)}, {authors.get(by) ?? "un compte effacé"}
          </span>
          <p class="preline breakable">{text}</p>
        </li>
      ))}
    </ol>
  );
