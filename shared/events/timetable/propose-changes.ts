import { type Board, hasMet, isKept, meetingsOf, openBoard, put } from "./board.ts";
import { at, hallOf, indexOf, seatOf } from "./hall.ts";
import { hasPlace } from "./improve-timetable.ts";
import { insertMeeting } from "./insert-meeting.ts";
import { figuresOf, solveTimetable } from "./solve-timetable.ts";
import type { Figures, TimetableInput, TimetableMeeting } from "./timetable.ts";

/** `still`: nobody moves. `few`: the fewest announced meetings move. `best`: all that may move is free to. */
export type ProposalKind = "still" | "few" | "best";

/** A way to answer a change, with its price: whom it moves, whose meeting it loses, who gains one. */
export type Proposal = {
  readonly kind: ProposalKind;
  readonly meetings: readonly TimetableMeeting[];
  readonly figures: Figures;
  /** Announced meetings at another slot or table, as they would be. */
  readonly moved: readonly TimetableMeeting[];
  /** Announced meetings that cannot be held any more. */
  readonly gone: readonly TimetableMeeting[];
  readonly gained: readonly TimetableMeeting[];
};

/** Above so many (person, company) a whole new timetable takes longer than an officer should wait. */
const mostCells = 20_000;

/**
 * The answers to a change, the least disturbing first; each is better than the one before it. `changed` is the event
 * after the change. The past and what is locked stay; an announced pair that can still meet always does.
 */
export const proposeChanges = (
  changed: TimetableInput,
  announced: readonly TimetableMeeting[],
): readonly Proposal[] => {
  const past = announced.filter(({ slot }) => slot < changed.from);
  const possible = announced.filter((meeting) => meeting.slot >= changed.from && isPossible(changed, meeting));
  const locked = changed.locked.filter((meeting) => possible.some((one) => isSame(one, meeting)));
  const open: TimetableInput = { ...changed, past, locked };
  const lost = announced.filter((meeting) => meeting.slot >= changed.from && !possible.includes(meeting));
  const described = (kind: ProposalKind, meetings: readonly TimetableMeeting[], figures: Figures): Proposal => ({
    kind,
    meetings,
    figures,
    ...differences(announced, meetings),
  });

  const still = solveTimetable({ ...open, locked: possible, added: [...lost, ...changed.added] });
  const few = moveFew(open, still.meetings);
  const proposals = [described("still", still.meetings, still.figures), described("few", few.meetings, few.figures)];
  if (open.people.length * open.companies.length <= mostCells && !still.proved) {
    const best = solveTimetable({ ...open, added: [...possible, ...lost, ...changed.added] });
    proposals.push(described("best", best.meetings, best.figures));
  }
  return eachBetter(proposals);
};

/** What changed between two announced timetables, pair by pair. */
export const differences = (
  before: readonly TimetableMeeting[],
  after: readonly TimetableMeeting[],
): Pick<Proposal, "moved" | "gone" | "gained"> => {
  const earlier = new Map(before.map((meeting) => [pairKey(meeting), meeting]));
  const later = new Map(after.map((meeting) => [pairKey(meeting), meeting]));
  return {
    moved: after.filter((meeting) => {
      const was = earlier.get(pairKey(meeting));
      return was !== undefined && !isSame(was, meeting);
    }),
    gone: before.filter((meeting) => !later.has(pairKey(meeting))),
    gained: after.filter((meeting) => !earlier.has(pairKey(meeting))),
  };
};

const pairKey = ({ personId, companyId }: TimetableMeeting): string => `${personId} ${companyId}`;

const isSame = (one: TimetableMeeting, other: TimetableMeeting): boolean =>
  pairKey(one) === pairKey(other) && one.table === other.table && one.slot === other.slot;

const isPossible = ({ people, companies }: TimetableInput, { personId, companyId, table, slot }: TimetableMeeting) => {
  const person = people.find(({ id }) => id === personId);
  const seat = companies.find(({ id }) => id === companyId)?.tables.find(({ number }) => number === table);
  return person !== undefined && !person.cannot.includes(slot) && seat !== undefined && !seat.closed.includes(slot);
};

/** Further meetings that cost one or two moves each, for those who have least. */
const moveFew = (open: TimetableInput, meetings: readonly TimetableMeeting[]) => {
  const hall = hallOf(open);
  const board = openBoard(hall);
  const parts = { people: indexOf(hall.people), companies: indexOf(hall.companies) };
  for (const meeting of meetings) {
    const seat = seatOf(hall, parts, meeting);
    if (seat && !isKept(board, seat)) put(board, seat);
  }
  for (const { person, company } of wantedPairs(board)) {
    if (at(board.level, person) >= hall.maxMeetings || !hasPlace(board, company)) continue;
    insertMeeting(board, { person, company }, 2);
  }
  return { meetings: meetingsOf(board), figures: figuresOf(board) };
};

const mostTried = 40;

const wantedPairs = (board: Board): { person: number; company: number }[] => {
  const { people, companies, worth, maxMeetings, bonus } = board.hall;
  const gainOf = (person: number, company: number): number =>
    at(worth, person * companies.length + company) + (bonus[at(board.level, person)] ?? 0);
  const open = companies.map((_, company) => company).filter((company) => hasPlace(board, company));
  return people
    .flatMap((_, person) => (at(board.level, person) < maxMeetings ? open.map((company) => ({ person, company })) : []))
    .filter(
      ({ person, company }) => at(worth, person * companies.length + company) > 0 && !hasMet(board, person, company),
    )
    .sort((one, other) => gainOf(other.person, other.company) - gainOf(one.person, one.company))
    .slice(0, mostTried);
};

const eachBetter = (proposals: readonly Proposal[]): Proposal[] => {
  const kept: Proposal[] = [];
  for (const proposal of proposals) {
    const last = kept.at(-1);
    if (!last || isBetter(proposal, last)) kept.push(proposal);
  }
  return kept;
};

/** Fewer announced pairs lost, then the aims of every timetable, in their order. */
const isBetter = (one: Proposal, other: Proposal): boolean => {
  if (one.gone.length !== other.gone.length) return one.gone.length < other.gone.length;
  const aim = (["withOne", "withTwo", "score"] as const).find((name) => one.figures[name] !== other.figures[name]);
  return aim !== undefined && one.figures[aim] > other.figures[aim];
};
