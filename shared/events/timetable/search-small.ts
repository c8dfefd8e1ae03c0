import { type Board, mayPut, openBoard, worthOf } from "./board.ts";
import { chooseMeetings } from "./choose-meetings.ts";
import { hallOf, meetingOf } from "./hall.ts";
import { problemOf } from "./meetings-to-choose.ts";
import { placeAll, type Unplaced } from "./place-meeting.ts";
import { boundOf } from "./prove-timetable.ts";
import type { TimetableInput } from "./timetable.ts";

/** Above this many (person, slot) the repaired timetable is kept, with its gap shown. */
const smallest = 240;
const mostBranches = 400;

/**
 * Branch and bound for a small event whose best set cannot be placed: the first pair without a place is put at each
 * slot in turn, or given up; a branch that cannot beat what is found is dropped.
 */
export const searchSmall = (input: TimetableInput, found: Board): Board => {
  if (input.people.length * input.slots > smallest) return found;
  let best = found;
  const branches: TimetableInput[] = [input];
  for (let count = 0; count < mostBranches; count += 1) {
    const branch = branches.pop();
    if (!branch) break;
    const { board, bound, unplaced } = relaxed(branch, input);
    if (bound <= worthOf(best)) continue;
    if (worthOf(board) > worthOf(best)) best = board;
    const [first] = unplaced;
    if (first) branches.push(...branchesOn(branch, first, input));
  }
  return best;
};

const relaxed = (branch: TimetableInput, root: TimetableInput) => {
  const board = openBoard(hallOf(branch, root));
  const problem = problemOf(board);
  const choice = chooseMeetings(problem);
  const bound = boundOf(board, problem, choice.prices);
  return { board, bound, unplaced: placeAll(board, choice) };
};

const branchesOn = (branch: TimetableInput, { person, company }: Unplaced, root: TimetableInput): TimetableInput[] => {
  const hall = hallOf(branch, root);
  const board = openBoard(hall);
  const pair = { personId: hall.people[person] ?? "", companyId: hall.companies[company] ?? "" };
  const seats = (hall.tablesOf[company] ?? []).flatMap((table) =>
    Array.from({ length: hall.slots }, (_, slot) => ({ person, table, slot })),
  );
  const free = seats.filter((seat) => mayPut(board, seat));
  return [
    { ...branch, forbidden: [...branch.forbidden, pair] },
    ...free.map((seat) => ({ ...branch, locked: [...branch.locked, meetingOf(hall, seat)] })),
  ];
};
