import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, Card, Notice } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { choicesOf } from "#client/kernel/choice-fields.tsx";
import { ErrorSummary, type Errors, Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount, sayNumber } from "#client/kernel/say.tsx";
import {
  type CompanyImport,
  type LineOutcome,
  lineOutcomes,
  type ReportLine,
} from "#shared/companies/company-import.ts";
import { ImportLines } from "./import-lines.tsx";
import { fieldLabels, outcomeLabels } from "./import-words.ts";

type ListProps = {
  list: CompanyImport;
  /** What the list would do; its own report once it has begun. */
  lines: readonly ReportLine[];
  counts: Readonly<Record<LineOutcome, number>>;
  secondsLeft: number | null;
  errors: Errors;
};

/** One list: what it would do, how far it went, what it did. */
export const importListPage = (props: ListProps): Page => ({
  title: `Liste ${props.list.fileName}`,
  section: "companies",
  wide: true,
  robots: "noindex",
  personal: true,
  scripts: ["desk"],
  body: (
    <div class="wrap wide body stack">
      <Breadcrumb
        links={[
          { href: "/bureau/entreprises", label: "Entreprises" },
          { href: "/bureau/entreprises/import", label: "Importer une liste" },
        ]}
        here={props.list.fileName}
      />
      <h1 class="breakable">{props.list.fileName}</h1>
      <ErrorSummary errors={props.errors} />
      <div class="stack" data-desk-region="import">
        <Standing {...props} />
        <Figures {...props} />
        <ImportLines {...props} />
      </div>
      {props.list.status === "read" && <Columns {...props} />}
    </div>
  ),
});

const Standing = ({ list, counts, secondsLeft }: ListProps): VNode => {
  const written = counts.created + counts.completed;
  if (list.status === "read")
    return (
      <Form action={`/bureau/entreprises/import/${list.id}/oui`} class="row">
        {written > 0 ? (
          <>
            <Button>
              Oui, {counts.created > 0 && `ajouter ${sayNumber(counts.created)}`}
              {counts.created > 0 && counts.completed > 0 && " et "}
              {counts.completed > 0 && `compléter ${sayNumber(counts.completed)}`}
            </Button>
            <span class="soft">Rien n’est encore écrit. Ce que vous avez saisi à la main ne sera pas remplacé.</span>
          </>
        ) : (
          <span>Cette liste n’apprend rien de plus au réseau. Il n’y a rien à écrire.</span>
        )}
      </Form>
    );
  if (list.status === "done")
    return (
      <Notice kind="done">
        <p>
          L’import est terminé : {sayCount(counts.created, "entreprise ajoutée", "entreprises ajoutées")},{" "}
          {sayCount(counts.completed, "complétée", "complétées")}.
        </p>
        <ButtonLink kind="plain" small href="/bureau/entreprises">
          Voir le réseau
        </ButtonLink>
      </Notice>
    );
  return <Progress list={list} secondsLeft={secondsLeft} />;
};

const Progress = ({ list, secondsLeft }: Pick<ListProps, "list" | "secondsLeft">): VNode => (
  <Card>
    <p>
      <label for="avancement">
        {list.status === "running" ? "Import en cours" : "Import arrêté"} : {sayNumber(list.cursor)} lignes sur{" "}
        {sayNumber(list.total)}
        {list.status === "running" &&
          secondsLeft !== null &&
          `, encore ${sayCount(secondsLeft, "seconde", "secondes")}`}
      </label>
    </p>
    <progress id="avancement" max={list.total} value={list.cursor} />
    <Form action={`/bureau/entreprises/import/${list.id}/${list.status === "running" ? "arret" : "oui"}`} class="row">
      <Button kind="plain" small>
        {list.status === "running" ? "Arrêter l’import" : "Reprendre l’import"}
      </Button>
      <span class="small soft">Vous pouvez quitter cette page : l’import continue sans elle.</span>
    </Form>
  </Card>
);

const Figures = ({ list, counts }: ListProps): VNode => (
  <ul class="figures">
    {lineOutcomes.map((outcome) => (
      <li key={outcome} class="card">
        <span class="figure num">{sayNumber(counts[outcome])}</span>
        {outcomeLabels[outcome][list.status === "read" ? "will" : "did"]}
      </li>
    ))}
  </ul>
);

const Columns = ({ list }: ListProps): VNode => (
  <Details summary="Ce que contient chaque colonne" open={list.columns.filter(Boolean).length < 3}>
    <Form action={`/bureau/entreprises/import/${list.id}/colonnes`} class="stack">
      <div class="grid3">
        {list.headings.map((heading, at) => (
          <ColumnChoice key={heading} list={list} heading={heading} at={at} />
        ))}
      </div>
      <Button kind="plain">Relire avec ces colonnes</Button>
    </Form>
  </Details>
);

/** Every choice has the same name: they are sent in the order of the columns. */
const ColumnChoice = ({ list, heading, at }: { list: CompanyImport; heading: string; at: number }): VNode => {
  const id = `colonne-${at}`;
  const sample = list.rows.find((row) => (row[at] ?? "") !== "")?.[at];
  return (
    <div class="field">
      <label for={id}>{heading}</label>
      {sample && <p class="hint breakable">par exemple « {sample.slice(0, 60)} »</p>}
      <select id={id} name="column">
        <option value="">Laisser de côté</option>
        {choicesOf(fieldLabels).map(({ value, label }) => (
          <option key={value} value={value} selected={list.columns[at] === value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
};
