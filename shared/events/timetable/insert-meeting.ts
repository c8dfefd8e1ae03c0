import { type Board, companyOf, isKept, mayBeAt, put, take } from "./board.ts";
import { at, type Seat } from "./hall.ts";

type Wanted = { readonly person: number; readonly company: number; readonly was: Seat | null };

/**
 * Finds room for one more meeting while moving at most `most` others, the fewest first.
 * The board is changed when it succeeds; gives how many moved, or null when there is no room.
 */
export const insertMeeting = (
  board: Board,
  wanted: { readonly person: number; readonly company: number },
  most: number,
): number | null => {
  for (let moves = 0; moves <= most; moves += 1) {
    const effort = { left: 4000 };
    if (settle(board, [{ ...wanted, was: null }], { moves, pinned: [], effort })) return moves;
  }
  return null;
};

type Search = { readonly moves: number; readonly pinned: readonly Seat[]; readonly effort: { left: number } };

/** Seats each of those who wait, putting out who is in the way, who then waits in turn. */
const settle = (board: Board, waiting: readonly Wanted[], search: Search): boolean => {
  const [first, ...rest] = waiting;
  if (!first) return true;
  for (const seat of seatsFor(board, first)) {
    search.effort.left -= 1;
    if (search.effort.left < 0) return false;
    if (sitDown(board, seat, rest, search)) return true;
  }
  return false;
};

const sitDown = (board: Board, seat: Seat, rest: readonly Wanted[], search: Search): boolean => {
  const inTheWay = blockers(board, seat);
  if (inTheWay.length > search.moves) return false;
  if (inTheWay.some((one) => isKept(board, one) || isPinned(search, one))) return false;
  for (const one of inTheWay) take(board, one);
  put(board, seat);
  const out = inTheWay.map((was) => ({ person: was.person, company: companyOf(board.hall, was.table), was }));
  const next = { ...search, moves: search.moves - inTheWay.length, pinned: [...search.pinned, seat] };
  if (settle(board, [...rest, ...out], next)) return true;
  take(board, seat);
  for (const one of inTheWay) put(board, one);
  return false;
};

const isPinned = ({ pinned }: Search, seat: Seat): boolean =>
  pinned.some(({ table, slot }) => table === seat.table && slot === seat.slot);

/** Slots are tried from the earliest; who was put out does not come back to the same seat. */
const seatsFor = (board: Board, { person, company, was }: Wanted): Seat[] => {
  const { slots, tablesOf } = board.hall;
  const seats: Seat[] = [];
  for (let slot = 0; slot < slots; slot += 1)
    for (const table of tablesOf[company] ?? []) {
      if (was && was.table === table && was.slot === slot) continue;
      if (mayBeAt(board.hall, { person, table, slot })) seats.push({ person, table, slot });
    }
  return seats;
};

const blockers = (board: Board, { person, table, slot }: Seat): Seat[] => {
  const { slots } = board.hall;
  const own = at(board.personAt, person * slots + slot);
  const guest = at(board.tableAt, table * slots + slot);
  return [
    ...(own === -1 ? [] : [{ person, table: own, slot }]),
    ...(guest === -1 || (guest === person && own === table) ? [] : [{ person: guest, table, slot }]),
  ];
};
