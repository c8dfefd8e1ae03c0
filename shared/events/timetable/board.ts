import { at, type Hall, meetingOf, type Seat } from "./hall.ts";
import type { TimetableMeeting } from "./timetable.ts";

/** Who sits where and when, while a timetable is made. */
export type Board = {
  readonly hall: Hall;
  /** person × slot: the table, or -1. table × slot: the person, or -1. */
  readonly personAt: Int32Array;
  readonly tableAt: Int32Array;
  /** table × slot: 1 where the meeting stays. */
  readonly kept: Uint8Array;
  /** person × company: how many times they meet. */
  readonly met: Uint8Array;
  readonly level: Int32Array;
};

export const openBoard = (hall: Hall): Board => {
  const { people, companies, tables, slots } = hall;
  const board: Board = {
    hall,
    personAt: new Int32Array(people.length * slots).fill(-1),
    tableAt: new Int32Array(tables.length * slots).fill(-1),
    kept: new Uint8Array(tables.length * slots),
    met: new Uint8Array(people.length * companies.length),
    level: new Int32Array(people.length),
  };
  for (const seat of hall.fixed) {
    if (!isFree(board, seat)) continue;
    put(board, seat);
    board.kept[seat.table * slots + seat.slot] = 1;
  }
  return board;
};

export const companyOf = ({ tables }: Hall, table: number): number => tables[table]?.company ?? -1;

const isFree = ({ personAt, tableAt, hall: { slots } }: Board, { person, table, slot }: Seat): boolean =>
  slot >= 0 && slot < slots && at(personAt, person * slots + slot) === -1 && at(tableAt, table * slots + slot) === -1;

/** Whether a meeting may be put there: both free, both present, still to come. */
export const mayPut = (board: Board, seat: Seat): boolean => isFree(board, seat) && mayBeAt(board.hall, seat);

export const mayBeAt = ({ personOpen, tableOpen, slots }: Hall, { person, table, slot }: Seat): boolean =>
  at(personOpen, person * slots + slot) === 1 && at(tableOpen, table * slots + slot) === 1;

export const put = (board: Board, { person, table, slot }: Seat): void => {
  const { slots, companies } = board.hall;
  const cell = person * companies.length + companyOf(board.hall, table);
  board.personAt[person * slots + slot] = table;
  board.tableAt[table * slots + slot] = person;
  board.met[cell] = at(board.met, cell) + 1;
  board.level[person] = at(board.level, person) + 1;
};

export const take = (board: Board, { person, table, slot }: Seat): void => {
  const { slots, companies } = board.hall;
  const cell = person * companies.length + companyOf(board.hall, table);
  board.personAt[person * slots + slot] = -1;
  board.tableAt[table * slots + slot] = -1;
  board.met[cell] = at(board.met, cell) - 1;
  board.level[person] = at(board.level, person) - 1;
};

export const isKept = ({ kept, hall: { slots } }: Board, { table, slot }: Seat): boolean =>
  at(kept, table * slots + slot) === 1;

export const hasMet = ({ met, hall: { companies } }: Board, person: number, company: number): boolean =>
  at(met, person * companies.length + company) > 0;

export const seatsOf = ({ tableAt, hall: { tables, slots } }: Board): Seat[] =>
  tables.flatMap((_, table) =>
    Array.from({ length: slots }, (_slot, slot) => ({ person: at(tableAt, table * slots + slot), table, slot })).filter(
      ({ person }) => person >= 0,
    ),
  );

export const meetingsOf = (board: Board): TimetableMeeting[] =>
  seatsOf(board)
    .map((seat) => meetingOf(board.hall, seat))
    .sort((one, other) => one.slot - other.slot);

/** What the whole is worth, in the order of aims: one number to compare by. */
export const worthOf = (board: Board): number => {
  const { worth, companies, bonus } = board.hall;
  let value = 0;
  for (const { person, table } of seatsOf(board))
    value += at(worth, person * companies.length + companyOf(board.hall, table));
  for (const level of board.level) for (let k = 0; k < Math.min(level, bonus.length); k += 1) value += bonus[k] ?? 0;
  return value;
};

/** Brings a board back to how it was. */
export const snapshot = ({ personAt, tableAt, met, level }: Board): (() => void) => {
  const kept = [personAt, tableAt, met, level].map((values) => [values, values.slice()] as const);
  return () => {
    for (const [values, before] of kept) values.set(before);
  };
};
