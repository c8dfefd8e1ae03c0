import { type Board, companyOf, mayBeAt } from "./board.ts";
import type { ChoiceProblem } from "./choose-meetings.ts";
import { at } from "./hall.ts";

/** What is left to choose once the meetings that stay are counted. */
export const problemOf = (board: Board): ChoiceProblem => {
  const { hall, level, met } = board;
  const { people, companies, maxMeetings, slots, bonus } = hall;
  const worth = Float64Array.from(hall.worth, (value, cell) =>
    value > 0 && at(met, cell) === 0 && haveACommonSlot(board, cell) ? value : 0,
  );
  const capacity = new Int32Array(companies.length);
  for (const table of hall.tables.keys())
    capacity[companyOf(hall, table)] =
      at(capacity, companyOf(hall, table)) + freeSlots(hall.tableOpen, board.tableAt, table, slots);
  const room = Int32Array.from(people, (_, person) =>
    Math.max(0, Math.min(maxMeetings - at(level, person), freeSlots(hall.personOpen, board.personAt, person, slots))),
  );
  return { people: people.length, companies: companies.length, worth, level: level.slice(), room, capacity, bonus };
};

export const freeSlots = (open: Uint8Array, taken: Int32Array, row: number, slots: number): number => {
  let count = 0;
  for (let cell = row * slots; cell < (row + 1) * slots; cell += 1)
    if (at(open, cell) === 1 && at(taken, cell) === -1) count += 1;
  return count;
};

const haveACommonSlot = (board: Board, cell: number): boolean => {
  const { companies, slots, tablesOf } = board.hall;
  const person = Math.floor(cell / companies.length);
  for (const table of tablesOf[cell % companies.length] ?? [])
    for (let slot = 0; slot < slots; slot += 1)
      if (
        at(board.personAt, person * slots + slot) === -1 &&
        at(board.tableAt, table * slots + slot) === -1 &&
        mayBeAt(board.hall, { person, table, slot })
      )
        return true;
  return false;
};
