import { applyChange } from "#shared/events/timetable/apply-change.ts";
import { checkOptimal, faultsOf } from "#shared/events/timetable/check-timetable.ts";
import { proposeChanges } from "#shared/events/timetable/propose-changes.ts";
import { solveTimetable } from "#shared/events/timetable/solve-timetable.ts";
import type { Figures } from "#shared/events/timetable/timetable.ts";
import { greedyFigures } from "#test/events/greedy-timetable.ts";
import { type DatingSize, randomDating } from "#test/events/random-dating.ts";
import type { BenchTable } from "./print-table.ts";

const sizes: readonly DatingSize[] = [
  { people: 68, companies: 14, slots: 12, links: 8, maxMeetings: 4 },
  { people: 400, companies: 40, slots: 12, links: 10, maxMeetings: 4 },
  { people: 400, companies: 40, slots: 12, links: 10, maxMeetings: 4, away: 0.25 },
  { people: 400, companies: 40, slots: 12, links: 6, maxMeetings: 4, away: 0.5, tables: 2 },
  { people: 1_000, companies: 80, slots: 24, links: 12, maxMeetings: 5 },
  { people: 1_000, companies: 80, slots: 24, links: 12, maxMeetings: 5, away: 0.25 },
];

/** The timetable beside what one does by hand: each person in turn takes the best company that is free. */
export const benchTimetable = async (): Promise<BenchTable> => ({
  title: "Timetable of a job dating (median of 5 events; people with one meeting, with two, total score)",
  columns: ["event", "time", "greedy", "ours", "bound", "gap of score", "proved", "answers to a company that leaves"],
  rows: sizes.map((size) => measure(size)),
});

const measure = (size: DatingSize): string[] => {
  const runs = [1, 2, 3, 4, 5].map((seed) => {
    const input = randomDating(seed, size);
    const greedyFrom = performance.now();
    const greedy = greedyFigures(input);
    const from = performance.now();
    const timetable = solveTimetable(input);
    const ms = performance.now() - from;
    const leftFrom = performance.now();
    proposeChanges(applyChange({ ...input, from: 2 }, { kind: "companyLeft", companyId: "c3" }), timetable.meetings);
    const changeMs = performance.now() - leftFrom;
    if (faultsOf(input, timetable.meetings).length > 0) throw new Error(`a fault in event ${seed}`);
    return { input, greedy, greedyMs: from - greedyFrom, timetable, ms, changeMs };
  });
  const sorted = runs.map(({ ms }) => ms).sort((one, other) => one - other);
  const gaps = runs.map(({ timetable: { figures, possible } }) => 1 - figures.score / possible.score);
  const [first] = runs;
  if (!first) return [];
  const proved = runs.filter(({ input, timetable }) => checkOptimal(input, timetable)).length;
  return [
    `${size.people} × ${size.companies} × ${size.slots}${size.away ? `, away ${size.away * 100} %` : ""}`,
    `${sorted[2]?.toFixed(0)} ms (worst ${sorted[4]?.toFixed(0)}; greedy ${first.greedyMs.toFixed(0)})`,
    say(first.greedy),
    say(first.timetable.figures),
    say(first.timetable.possible),
    `${(Math.max(...gaps) * 100).toFixed(2)} % at worst`,
    `${proved} of ${runs.length}`,
    `${Math.max(...runs.map(({ changeMs }) => changeMs)).toFixed(0)} ms at worst (bar 100)`,
  ];
};

const say = ({ withOne, withTwo, score }: Figures): string => `${withOne} / ${withTwo} / ${score}`;
