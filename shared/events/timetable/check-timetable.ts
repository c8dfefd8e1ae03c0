import { openBoard, put, worthOf } from "./board.ts";
import { hallOf, indexOf, seatOf } from "./hall.ts";
import { problemOf } from "./meetings-to-choose.ts";
import { boundOf } from "./prove-timetable.ts";
import type { Timetable, TimetableInput, TimetableMeeting } from "./timetable.ts";

/** Every rule a set of meetings breaks, in words for a log; empty when it holds them all. */
export const faultsOf = (input: TimetableInput, meetings: readonly TimetableMeeting[]): string[] => {
  const kept = [...input.past, ...input.locked];
  const isKept = (meeting: TimetableMeeting): boolean => kept.some((one) => same(one, meeting));
  const free = meetings.filter((meeting) => !isKept(meeting));
  return [
    ...doubles(meetings, ({ personId, slot }) => `${personId} twice at ${slot}`),
    ...doubles(meetings, ({ companyId, table, slot }) => `${companyId} ${table} twice at ${slot}`),
    ...doubles(meetings, ({ personId, companyId }) => `${personId} meets ${companyId} twice`),
    ...kept.filter((one) => !meetings.some((meeting) => same(one, meeting))).map((one) => `${say(one)} was not kept`),
    ...tooMany(input, meetings),
    ...free.flatMap((meeting) => faultsOfOne(input, meeting)),
  ];
};

/** Whether a timetable is proved the best there is, by its own prices and nothing of how it was found. */
export const checkOptimal = (
  input: TimetableInput,
  { meetings, prices }: Pick<Timetable, "meetings" | "prices">,
): boolean => {
  if (faultsOf(input, meetings).length > 0) return false;
  const hall = hallOf(input);
  const board = openBoard(hall);
  const bound = boundOf(
    board,
    problemOf(board),
    Float64Array.from(hall.companies, (id) => prices[id] ?? 0),
  );
  const parts = { people: indexOf(hall.people), companies: indexOf(hall.companies) };
  for (const meeting of meetings) {
    const seat = seatOf(hall, parts, meeting);
    if (seat && board.tableAt[seat.table * hall.slots + seat.slot] === -1) put(board, seat);
  }
  return worthOf(board) === bound;
};

const same = (one: TimetableMeeting, other: TimetableMeeting): boolean => say(one) === say(other);

const say = ({ personId, companyId, table, slot }: TimetableMeeting): string =>
  `${personId} ${companyId} ${table} ${slot}`;

const doubles = (meetings: readonly TimetableMeeting[], keyOf: (meeting: TimetableMeeting) => string): string[] => {
  const keys = meetings.map(keyOf);
  return keys.filter((key, index) => keys.indexOf(key) !== index);
};

const tooMany = (
  { people, maxMeetings, past, locked }: TimetableInput,
  meetings: readonly TimetableMeeting[],
): string[] =>
  people
    .filter(({ id }) => {
      const own = (list: readonly TimetableMeeting[]) => list.filter(({ personId }) => personId === id).length;
      return own(meetings) > Math.max(maxMeetings, own([...past, ...locked]));
    })
    .map(({ id }) => `${id} has too many meetings`);

const faultsOfOne = (input: TimetableInput, meeting: TimetableMeeting): string[] => {
  const person = input.people.find(({ id }) => id === meeting.personId);
  const table = input.companies
    .find(({ id }) => id === meeting.companyId)
    ?.tables.find(({ number }) => number === meeting.table);
  const pairOf = ({ personId, companyId }: { personId: string; companyId: string }): boolean =>
    personId === meeting.personId && companyId === meeting.companyId;
  const linked = person?.links.some(({ companyId }) => companyId === meeting.companyId) || input.added.some(pairOf);
  return [
    ...(meeting.slot < input.from || meeting.slot >= input.slots ? [`${say(meeting)} is out of time`] : []),
    ...(!person || !linked ? [`${say(meeting)} was not asked for`] : []),
    ...(person?.cannot.includes(meeting.slot) ? [`${say(meeting)}: the person is away`] : []),
    ...(!table || table.closed.includes(meeting.slot) ? [`${say(meeting)}: no such table then`] : []),
    ...(input.forbidden.some(pairOf) ? [`${say(meeting)} is forbidden`] : []),
  ];
};
