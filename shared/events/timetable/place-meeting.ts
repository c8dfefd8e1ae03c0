import { type Board, isKept, mayBeAt, mayPut, put, take } from "./board.ts";
import type { Choice } from "./choose-meetings.ts";
import { at, type Seat } from "./hall.ts";
import { insertMeeting } from "./insert-meeting.ts";
import { freeSlots } from "./meetings-to-choose.ts";

export type Unplaced = { readonly person: number; readonly company: number };

/** Those with the fewest hours first: the others find room around them. Gives the pairs that found none. */
export const placeAll = (board: Board, { chosen }: Choice): Unplaced[] => {
  const { hall } = board;
  return chosen
    .flatMap((companies, person) => companies.map((company) => ({ person, company })))
    .map((pair) => ({ ...pair, hours: freeSlots(hall.personOpen, board.personAt, pair.person, hall.slots) }))
    .sort((one, other) => one.hours - other.hours)
    .filter(
      ({ person, company }) =>
        !placeMeeting(board, person, company) && insertMeeting(board, { person, company }, 3) === null,
    );
};

/**
 * Gives a chosen meeting its slot. When the two have no free slot in common, a Kempe chain exchanges two slots for
 * those it passes: by König's theorem one always exists while everyone is there all along.
 */
export const placeMeeting = (board: Board, person: number, company: number): boolean => {
  const tables = board.hall.tablesOf[company] ?? [];
  for (const table of tables) {
    const slot = commonSlot(board, person, table);
    if (slot >= 0) {
      put(board, { person, table, slot });
      return true;
    }
  }
  return tables.some((table) => placeByChain(board, person, table));
};

const commonSlot = (board: Board, person: number, table: number): number => {
  for (let slot = 0; slot < board.hall.slots; slot += 1) if (mayPut(board, { person, table, slot })) return slot;
  return -1;
};

const placeByChain = (board: Board, person: number, table: number): boolean => {
  const { slots } = board.hall;
  for (let own = 0; own < slots; own += 1) {
    if (at(board.personAt, person * slots + own) !== -1) continue;
    for (let theirs = 0; theirs < slots; theirs += 1) {
      if (theirs === own || at(board.tableAt, table * slots + theirs) !== -1) continue;
      if (tryChains(board, { person, table, own, theirs })) return true;
    }
  }
  return false;
};

/** `own` is free for the person, `theirs` for the table. */
type Crossing = { person: number; table: number; own: number; theirs: number };

const tryChains = (board: Board, { person, table, own, theirs }: Crossing): boolean => {
  if (mayBeAt(board.hall, { person, table, slot: own })) {
    const chain = chainFrom(board, { side: "table", who: table, slot: own, other: theirs });
    if (chain) {
      exchange(board, chain, own, theirs);
      put(board, { person, table, slot: own });
      return true;
    }
  }
  if (!mayBeAt(board.hall, { person, table, slot: theirs })) return false;
  const chain = chainFrom(board, { side: "person", who: person, slot: theirs, other: own });
  if (!chain) return false;
  exchange(board, chain, own, theirs);
  put(board, { person, table, slot: theirs });
  return true;
};

/** A walk stands at a person or at a table, and looks along `slot`; the meeting found there would go to `other`. */
type Walk = { readonly side: "person" | "table"; readonly who: number; readonly slot: number; readonly other: number };

/** The meetings met by walking from one side, alternating two slots; null when one of them may not move. */
const chainFrom = (board: Board, start: Walk): Seat[] | null => {
  const chain: Seat[] = [];
  let walk = start;
  for (;;) {
    const seat = seatAhead(board, walk);
    if (!seat) return chain;
    if (isKept(board, seat) || !mayBeAt(board.hall, { ...seat, slot: walk.other })) return null;
    chain.push(seat);
    const { slot: other, other: slot } = walk;
    walk =
      walk.side === "table"
        ? { side: "person", who: seat.person, slot, other }
        : { side: "table", who: seat.table, slot, other };
  }
};

const seatAhead = ({ personAt, tableAt, hall: { slots } }: Board, { side, who, slot }: Walk): Seat | null => {
  const met = at(side === "table" ? tableAt : personAt, who * slots + slot);
  if (met === -1) return null;
  return side === "table" ? { person: met, table: who, slot } : { person: who, table: met, slot };
};

const exchange = (board: Board, chain: readonly Seat[], one: number, two: number): void => {
  for (const seat of chain) take(board, seat);
  for (const seat of chain) put(board, { ...seat, slot: seat.slot === one ? two : one });
};
