import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { EmptyState } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { Table } from "#client/design/table.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount, sayMoment } from "#client/kernel/say.tsx";
import type { QueueName } from "#shared/kernel/job.ts";
import { type RefusedSetting, RefusedSettings } from "./refused-settings.tsx";
import { indexLabels, isRepair, queueLabels, sayTask } from "./task-words.ts";

export type TaskLine = { readonly name: string; readonly next: string | null };
export type QueueLine = {
  readonly name: QueueName;
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

export type CheckLine = {
  readonly index: string;
  readonly at: string;
  readonly documents: number;
  readonly drift: number;
  readonly missing: number;
  readonly stale: number;
  readonly forgotten: number;
};

type Tasks = {
  engine: string;
  refused: readonly RefusedSetting[];
  tasks: readonly TaskLine[];
  queues: readonly QueueLine[];
  failed: readonly FailedLine[];
  checks: readonly CheckLine[];
};

const engines: Readonly<Record<string, string>> = {
  redis: "La file est sur Redis.",
  pglite: "La file est dans ce processus (PGlite).",
  memory: "La file est en mémoire.",
  none: "La file ne répond pas. Rien n’est perdu : le travail est noté et repartira.",
};

export const tasksPage = ({ engine, refused, tasks, queues, failed, checks }: Tasks): Page => ({
  title: "Tâches",
  section: "tasks",
  wide: true,
  robots: "noindex",
  body: (
    <div class="wrap wide body stack">
      <h1>Tâches</h1>
      <RefusedSettings settings={refused} />
      <p class="soft">{engines[engine] ?? engine}</p>
      <h2>Le programme</h2>
      <Timetable tasks={tasks} />
      <h2>Les files</h2>
      <Table
        caption="Travaux par file"
        rows={queues}
        rowKey={({ name }) => name}
        columns={[
          { title: "File", cell: ({ name }) => <b>{queueLabels[name]}</b> },
          { title: "En attente", number: true, cell: ({ waiting }) => waiting },
          { title: "En cours", number: true, cell: ({ active }) => active },
          { title: "Plus tard", number: true, cell: ({ delayed }) => delayed },
          { title: "En échec", number: true, cell: ({ failed: count }) => count },
        ]}
      />
      <h2>La recherche</h2>
      <Checks checks={checks} />
      <h2>{failed.length === 0 ? "Aucun échec" : sayCount(failed.length, "travail en échec", "travaux en échec")}</h2>
      {failed.length > 0 && <Failures failed={failed} />}
    </div>
  ),
});

/** Each night the index is compared with the database, and repaired: a drift that returns has a cause to find. */
const Checks = ({ checks }: Pick<Tasks, "checks">): VNode =>
  checks.length === 0 ? (
    <p class="soft">Pas encore comparée avec la base. Cela se fait chaque nuit.</p>
  ) : (
    <Table
      caption="Dernière comparaison avec la base, avant réparation"
      rows={checks}
      rowKey={({ index }) => index}
      columns={[
        { title: "Liste", cell: ({ index }) => <b>{indexLabels[index] ?? index}</b> },
        { title: "Comparée", cell: ({ at }) => sayMoment(at) },
        { title: "À trouver", number: true, cell: ({ documents }) => documents },
        { title: "Écarts", number: true, cell: ({ drift }) => <b>{drift}</b> },
        { title: "Absentes", number: true, cell: ({ missing }) => missing },
        { title: "En retard", number: true, cell: ({ stale }) => stale },
        { title: "De trop", number: true, cell: ({ forgotten }) => forgotten },
      ]}
    />
  );

const Timetable = ({ tasks }: Pick<Tasks, "tasks">): VNode => {
  const repairs = tasks.filter(({ name }) => isRepair(name));
  return tasks.length === 0 ? (
    <EmptyState title="Aucune tâche au programme">
      <p>Les tâches ne tournent pas, ou la file est coupée. Le travail est noté et repartira.</p>
    </EmptyState>
  ) : (
    <>
      <TaskTable caption="Tâches régulières" tasks={tasks.filter(({ name }) => !isRepair(name))} />
      {repairs.length > 0 && (
        <Details summary={`Réparations automatiques (${repairs.length})`}>
          <p class="soft">Chaque minute, elles reprennent ce qu’une coupure a laissé en chemin.</p>
          <TaskTable caption="Réparations automatiques" tasks={repairs} />
        </Details>
      )}
    </>
  );
};

const TaskTable = ({ caption, tasks }: Pick<Tasks, "tasks"> & { caption: string }): VNode => (
  <Table
    caption={caption}
    rows={tasks}
    rowKey={({ name }) => name}
    columns={[
      { title: "Tâche", cell: ({ name }) => sayTask(name) },
      { title: "Prochaine fois", cell: ({ next }) => (next ? sayMoment(next) : "inconnue") },
      {
        title: "Lancer",
        quiet: true,
        cell: ({ name }) => (
          <Form action={`/admin/taches/${name}/lancement`}>
            <Button kind="plain" small label={`Lancer maintenant : ${sayTask(name)}`}>
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
      { title: "Travail", cell: ({ name }) => <b>{sayTask(name)}</b> },
      { title: "Depuis", cell: ({ failedAt }) => sayMoment(failedAt) },
      { title: "Ce qui s’est passé", cell: ({ error }) => <span class="small">{error}</span> },
      {
        title: "Réessayer",
        quiet: true,
        cell: ({ queue, id, name }) => (
          <Form action={`/admin/taches/echecs/${queue}/${encodeURIComponent(id)}`}>
            <Button kind="plain" small label={`Réessayer : ${sayTask(name)}`}>
              Réessayer
            </Button>
          </Form>
        ),
      },
    ]}
  />
);
