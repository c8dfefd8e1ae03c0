import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { EmptyState } from "#client/design/card.tsx";
import { Table } from "#client/design/table.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount, sayMoment } from "#client/kernel/say.tsx";

export type TaskLine = { readonly name: string; readonly why: string; readonly next: string | null };
export type QueueLine = {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
};
export type FailedLine = {
  readonly id: string;
  readonly queue: string;
  readonly name: string;
  readonly error: string;
  readonly failedAt: string;
};

type Tasks = {
  engine: string;
  tasks: readonly TaskLine[];
  queues: readonly QueueLine[];
  failed: readonly FailedLine[];
};

const engines: Readonly<Record<string, string>> = {
  redis: "La file est sur Redis.",
  pglite: "La file est dans ce processus (PGlite).",
  memory: "La file est en mémoire.",
  none: "La file ne répond pas. Rien n’est perdu : le travail est noté et repartira.",
};

export const tasksPage = ({ engine, tasks, queues, failed }: Tasks): Page => ({
  title: "Tâches",
  section: "tasks",
  wide: true,
  robots: "noindex",
  body: (
    <div class="wrap wide body stack">
      <h1>Tâches</h1>
      <p class="soft">{engines[engine] ?? engine}</p>
      <h2>Le programme</h2>
      <Timetable tasks={tasks} />
      <h2>Les files</h2>
      <Table
        caption="Travaux par file"
        rows={queues}
        rowKey={({ name }) => name}
        columns={[
          { title: "File", cell: ({ name }) => <b>{name}</b> },
          { title: "En attente", number: true, cell: ({ waiting }) => waiting },
          { title: "En cours", number: true, cell: ({ active }) => active },
          { title: "Plus tard", number: true, cell: ({ delayed }) => delayed },
          { title: "En échec", number: true, cell: ({ failed: count }) => count },
        ]}
      />
      <h2>{failed.length === 0 ? "Aucun échec" : sayCount(failed.length, "travail en échec", "travaux en échec")}</h2>
      {failed.length > 0 && <Failures failed={failed} />}
    </div>
  ),
});

const Timetable = ({ tasks }: { tasks: readonly TaskLine[] }): VNode =>
  tasks.length === 0 ? (
    <EmptyState title="Aucune tâche au programme">
      <p>Les ouvriers ne tournent pas, ou la file est coupée.</p>
    </EmptyState>
  ) : (
    <Table
      caption="Tâches régulières"
      rows={tasks}
      rowKey={({ name }) => name}
      columns={[
        {
          title: "Tâche",
          cell: ({ why, name }) => (
            <>
              {why}
              <br />
              <span class="small soft">{name}</span>
            </>
          ),
        },
        { title: "Prochaine fois", cell: ({ next }) => (next ? sayMoment(next) : "inconnue") },
        {
          title: "Lancer",
          quiet: true,
          cell: ({ name, why }) => (
            <Form action={`/admin/taches/${name}/lancement`}>
              <Button kind="plain" small label={`Lancer maintenant : ${why}`}>
                Lancer maintenant
              </Button>
            </Form>
          ),
        },
      ]}
    />
  );

const Failures = ({ failed }: { failed: readonly FailedLine[] }): VNode => (
  <Table
    caption="Travaux en échec"
    rows={failed}
    rowKey={({ queue, id }) => queue + id}
    columns={[
      { title: "Travail", cell: ({ name }) => <b>{name}</b> },
      { title: "Depuis", cell: ({ failedAt }) => sayMoment(failedAt) },
      { title: "Ce qui s’est passé", cell: ({ error }) => <span class="small">{error}</span> },
      {
        title: "Réessayer",
        quiet: true,
        cell: ({ queue, id, name }) => (
          <Form action={`/admin/taches/echecs/${queue}/${encodeURIComponent(id)}`}>
            <Button kind="plain" small label={`Réessayer ${name}`}>
              Réessayer
            </Button>
          </Form>
        ),
      },
    ]}
  />
);
