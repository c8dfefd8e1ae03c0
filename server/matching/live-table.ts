import { setImmediate } from "node:timers/promises";
import { now } from "#server/platform/clock.ts";
import type { Day } from "#shared/kernel/calendar.ts";
import { dayOf } from "#shared/kernel/calendar.ts";
import { occupations } from "#shared/referentials/occupations.ts";

type RowTable<Row> = {
  readonly put: (row: Row) => void;
  readonly remove: (id: string) => void;
  readonly size: () => number;
};

/** What the database says of one document: `row` is null when it may no longer be ranked. */
export type Reading<Row> = { readonly id: string; readonly version: number; readonly row: Row | null };

type Source<Row, Table> = {
  readonly empty: () => Table;
  /** Everything that may be ranked. */
  readonly all: () => AsyncIterable<Reading<Row>>;
  /** Everything changed since then, what may no longer be ranked included. */
  readonly changedSince: (instant: Date) => Promise<readonly Reading<Row>[]>;
  /** How many may be ranked: it tells of a document that was erased. */
  readonly count: () => Promise<number>;
};

export type LiveTable<Table> = {
  /** The table, with everything that was written before the call. */
  readonly upToDate: () => Promise<Table>;
  /** Read again from the database next time. */
  readonly forget: () => void;
};

type State<Table> = {
  table: Table;
  versions: Map<string, number>;
  readAt: Date;
  day: Day;
  /** Rows hold what they drew from these. */
  occupations: typeof occupations;
};

/** Web and workers may be different processes: a write of the other may come late by this much. */
const overlapMs = 60_000;

/**
 * A ranking table in memory that follows MongoDB. Before each ranking it reads what changed; it is read anew each
 * day (offers end at midnight), when the referentials were replaced, and whenever the counts say that something was erased.
 */
export const liveTable = <Row, Table extends RowTable<Row>>(source: Source<Row, Table>): LiveTable<Table> => {
  let state: State<Table> | null = null;
  let underWay: Promise<unknown> = Promise.resolve();
  let next: Promise<Table> | null = null;

  const refresh = async (): Promise<Table> => {
    if (state?.day !== dayOf(now()) || state.occupations !== occupations) state = await readAll(source);
    else await readChanges(source, state);
    if (state.table.size() !== (await source.count())) state = await readAll(source);
    return state.table;
  };

  return {
    upToDate: () => {
      // joining a reading already begun could miss the caller's write; one that has yet to begin serves all who wait
      if (next) return next;
      const begin = (): Promise<Table> => {
        next = null;
        return refresh();
      };
      const mine = underWay.then(begin, begin);
      next = mine;
      underWay = mine.catch(() => undefined);
      return mine;
    },
    forget: () => {
      state = null;
    },
  };
};

/** Fifty thousand rows take seconds: others are served meanwhile. */
const longestTurnMs = 10;

const readAll = async <Row, Table extends RowTable<Row>>(source: Source<Row, Table>): Promise<State<Table>> => {
  const versions = new Map<string, number>();
  const state = { table: source.empty(), versions, readAt: now(), day: dayOf(now()), occupations };
  let since = performance.now();
  for await (const reading of source.all()) {
    apply(state, reading);
    if (performance.now() - since < longestTurnMs) continue;
    await setImmediate();
    since = performance.now();
  }
  return state;
};

const readChanges = async <Row, Table extends RowTable<Row>>(
  source: Source<Row, Table>,
  state: State<Table>,
): Promise<void> => {
  const at = now();
  const since = new Date(Math.min(state.readAt.getTime(), at.getTime()) - overlapMs);
  for (const reading of await source.changedSince(since)) apply(state, reading);
  state.readAt = at;
};

const apply = <Row, Table extends RowTable<Row>>(state: State<Table>, { id, version, row }: Reading<Row>): void => {
  if (state.versions.get(id) === version) return;
  state.versions.set(id, version);
  if (row === null) state.table.remove(id);
  else state.table.put(row);
};
