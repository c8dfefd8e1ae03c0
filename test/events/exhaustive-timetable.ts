import type { Figures, TimetableInput } from "#shared/events/timetable/timetable.ts";

/** The best figures of all timetables, by trying every one of them: for a handful of people only. */
export const exhaustiveFigures = (input: TimetableInput): Figures => {
  const cells = cellsOf(input);
  const met = new Set<string>();
  const busy = new Set<string>();
  const level = new Map<string, number>();
  let [best, score, meetings]: [Figures, number, number] = [none, 0, 0];
  const sit = (personId: string, cell: Cell, sign: 1 | -1): void => {
    level.set(personId, (level.get(personId) ?? 0) + sign);
    score += sign * worthOf(input, personId, cell.companyId);
    meetings += sign;
    for (const [set, key] of [
      [met, `${personId} ${cell.companyId}`],
      [busy, `${personId} ${cell.slot}`],
    ] as const)
      sign === 1 ? set.add(key) : set.delete(key);
  };
  const kept = [...input.past, ...input.locked];
  for (const meeting of kept) sit(meeting.personId, meeting, 1);
  const walk = (index: number): void => {
    const cell = cells[index];
    if (!cell) {
      best = better(best, { meetings, score, ...peopleOf(level) });
      return;
    }
    walk(index + 1);
    for (const { id, cannot } of input.people) {
      const maySit =
        worthOf(input, id, cell.companyId) > 0 &&
        !cannot.includes(cell.slot) &&
        !met.has(`${id} ${cell.companyId}`) &&
        !busy.has(`${id} ${cell.slot}`) &&
        (level.get(id) ?? 0) < input.maxMeetings;
      if (!maySit) continue;
      sit(id, cell, 1);
      walk(index + 1);
      sit(id, cell, -1);
    }
  };
  walk(0);
  return best;
};

const none: Figures = { meetings: 0, withOne: 0, withTwo: 0, score: 0 };

type Cell = { readonly companyId: string; readonly table: number; readonly slot: number };

const cellsOf = ({ companies, slots, from, past, locked }: TimetableInput): Cell[] =>
  companies
    .flatMap(({ id, tables }) =>
      tables.flatMap(({ number, closed }) =>
        Array.from({ length: slots }, (_, slot) => ({ companyId: id, table: number, slot })).filter(
          ({ slot }) => slot >= from && !closed.includes(slot),
        ),
      ),
    )
    .filter(
      (cell) =>
        ![...past, ...locked].some(
          (one) => one.companyId === cell.companyId && one.table === cell.table && one.slot === cell.slot,
        ),
    );

const worthOf = ({ people, forbidden }: TimetableInput, personId: string, companyId: string): number => {
  if (forbidden.some((pair) => pair.personId === personId && pair.companyId === companyId)) return 0;
  return people.find(({ id }) => id === personId)?.links.find((link) => link.companyId === companyId)?.worth ?? 0;
};

const peopleOf = (level: ReadonlyMap<string, number>) => ({
  withOne: [...level.values()].filter((count) => count >= 1).length,
  withTwo: [...level.values()].filter((count) => count >= 2).length,
});

const better = (one: Figures, other: Figures): Figures => {
  const aims = ["withOne", "withTwo", "score"] as const;
  const aim = aims.find((name) => one[name] !== other[name]);
  return aim && other[aim] > one[aim] ? other : one;
};
