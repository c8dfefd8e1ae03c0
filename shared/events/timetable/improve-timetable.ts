import { type Board, companyOf, hasMet, isKept, mayBeAt, put, seatsOf, snapshot, take, worthOf } from "./board.ts";
import { type ChoiceProblem, chooseMeetings } from "./choose-meetings.ts";
import { at, type Seat } from "./hall.ts";
import { insertMeeting } from "./insert-meeting.ts";
import { placeMeeting } from "./place-meeting.ts";

/** Fills what is left empty, then gives each slot its best assignment, until nothing gets better or the bound is met. */
export const improveTimetable = (board: Board, bound: number): void => {
  const rounds = 6;
  for (let round = 0; round < rounds; round += 1) {
    const before = worthOf(board);
    if (before >= bound) return;
    fillEmpty(board);
    for (let slot = 0; slot < board.hall.slots; slot += 1) assignSlot(board, slot);
    if (worthOf(board) <= before) return;
  }
};

/** People with the fewest meetings first, what is worth most first. */
const fillEmpty = (board: Board): void => {
  const { people, companies, worth, maxMeetings } = board.hall;
  const order = people.map((_, person) => person).sort((one, other) => at(board.level, one) - at(board.level, other));
  for (const person of order) {
    const wanted = companies
      .map((_, company) => company)
      .filter((company) => at(worth, person * companies.length + company) > 0 && !hasMet(board, person, company))
      .sort((one, other) => at(worth, person * companies.length + other) - at(worth, person * companies.length + one));
    for (const company of wanted) {
      if (at(board.level, person) >= maxMeetings) break;
      if (hasPlace(board, company) && !placeMeeting(board, person, company))
        insertMeeting(board, { person, company }, 2);
    }
  }
};

export const hasPlace = ({ hall, tableAt }: Board, company: number): boolean =>
  (hall.tablesOf[company] ?? []).some((table) => {
    for (let slot = 0; slot < hall.slots; slot += 1) {
      const cell = table * hall.slots + slot;
      if (at(hall.tableOpen, cell) === 1 && at(tableAt, cell) === -1) return true;
    }
    return false;
  });

/** Empties one slot and fills it again at best, the others as they are: never worse than it was. */
const assignSlot = (board: Board, slot: number): void => {
  const { hall } = board;
  const before = worthOf(board);
  const undo = snapshot(board);
  const emptied = seatsOf(board).filter((seat) => seat.slot === slot && !isKept(board, seat));
  for (const seat of emptied) take(board, seat);
  const { chosen } = chooseMeetings(problemOfSlot(board, slot));
  for (const [person, companies] of chosen.entries())
    for (const company of companies) {
      const table = (hall.tablesOf[company] ?? []).find((one) => isOpenAt(board, { person, table: one, slot }));
      if (table !== undefined) put(board, { person, table, slot });
    }
  if (worthOf(board) <= before) undo();
};

const isOpenAt = (board: Board, seat: Seat): boolean =>
  mayBeAt(board.hall, seat) && at(board.tableAt, seat.table * board.hall.slots + seat.slot) === -1;

const problemOfSlot = (board: Board, slot: number): ChoiceProblem => {
  const { hall, level, personAt } = board;
  const { people, companies, slots, maxMeetings, bonus } = hall;
  const isThere = (person: number): boolean =>
    at(hall.personOpen, person * slots + slot) === 1 && at(personAt, person * slots + slot) === -1;
  const worth = Float64Array.from(hall.worth, (value, cell) =>
    isThere(Math.floor(cell / companies.length)) && at(board.met, cell) === 0 ? value : 0,
  );
  const capacity = new Int32Array(companies.length);
  for (const table of hall.tables.keys())
    if (at(hall.tableOpen, table * slots + slot) === 1 && at(board.tableAt, table * slots + slot) === -1)
      capacity[companyOf(hall, table)] = at(capacity, companyOf(hall, table)) + 1;
  const room = Int32Array.from(people, (_, person) => (isThere(person) && at(level, person) < maxMeetings ? 1 : 0));
  return { people: people.length, companies: companies.length, worth, level: level.slice(), room, capacity, bonus };
};
