import type { TimetableInput, TimetableMeeting } from "./timetable.ts";

/** The same event by numbers: people, companies, tables and slots are indexes into flat arrays. */
export type Hall = {
  readonly slots: number;
  readonly maxMeetings: number;
  readonly people: readonly string[];
  readonly companies: readonly string[];
  readonly tables: readonly { readonly company: number; readonly number: number }[];
  readonly tablesOf: readonly (readonly number[])[];
  /** 1 where a new meeting may be put: person × slot, table × slot. */
  readonly personOpen: Uint8Array;
  readonly tableOpen: Uint8Array;
  /** person × company: the score of a meeting, 0 for never. */
  readonly score: Float64Array;
  /** The same with the weight of what an officer asked for. */
  readonly worth: Float64Array;
  /** What a person's first and second meeting bring: more than all that comes after them in the order of aims. */
  readonly bonus: readonly number[];
  readonly fixed: readonly Seat[];
};

export type Seat = { readonly person: number; readonly table: number; readonly slot: number };

export const at = (values: Float64Array | Int32Array | Uint8Array, index: number): number => values[index] ?? 0;

/** `scale`: the event whose aims are compared, when this one is a branch of it. */
export const hallOf = (input: TimetableInput, scale: TimetableInput = input): Hall => {
  const people = input.people.map(({ id }) => id);
  const companies = input.companies.map(({ id }) => id);
  const tables = input.companies.flatMap(({ tables: own }, company) => own.map(({ number }) => ({ company, number })));
  const tablesOf = companies.map((_, company) =>
    tables.flatMap((table, index) => (table.company === company ? [index] : [])),
  );
  const parts = { people: indexOf(people), companies: indexOf(companies) };
  const score = scoresOf(input, parts);
  const { bonus, asked } = bonusesOf(scale, scale === input ? score : scoresOf(scale, parts));
  const hall = {
    slots: input.slots,
    maxMeetings: input.maxMeetings,
    people,
    companies,
    tables,
    tablesOf,
    personOpen: opening(
      input.people.map(({ cannot }) => cannot),
      input,
    ),
    tableOpen: opening(
      input.companies.flatMap(({ tables: own }) => own.map(({ closed }) => closed)),
      input,
    ),
    score,
    worth: worthsOf(input, { ...parts, score, asked }),
    bonus,
  };
  return { ...hall, fixed: [...input.past, ...input.locked].flatMap((meeting) => seatOf(hall, parts, meeting) ?? []) };
};

export const indexOf = (ids: readonly string[]): ReadonlyMap<string, number> =>
  new Map(ids.map((id, index) => [id, index]));

type Parts = { readonly people: ReadonlyMap<string, number>; readonly companies: ReadonlyMap<string, number> };

/** A meeting of somebody who left, or at a table that is gone, has no seat any more. */
export const seatOf = (
  { tables, tablesOf }: Pick<Hall, "tables" | "tablesOf">,
  parts: Parts,
  { personId, companyId, table: number, slot }: TimetableMeeting,
): Seat | null => {
  const person = parts.people.get(personId);
  const company = parts.companies.get(companyId);
  const table = company === undefined ? undefined : tablesOf[company]?.find((one) => tables[one]?.number === number);
  return person === undefined || table === undefined ? null : { person, table, slot };
};

export const meetingOf = (hall: Hall, { person, table, slot }: Seat): TimetableMeeting => {
  const { company = 0, number = 0 } = hall.tables[table] ?? {};
  return { personId: hall.people[person] ?? "", companyId: hall.companies[company] ?? "", table: number, slot };
};

const opening = (closed: readonly (readonly number[])[], { slots, from }: TimetableInput): Uint8Array => {
  const open = new Uint8Array(closed.length * slots).fill(1);
  for (const [row, times] of closed.entries()) {
    open.fill(0, row * slots, row * slots + Math.min(slots, Math.max(0, from)));
    for (const slot of times) if (slot >= 0 && slot < slots) open[row * slots + slot] = 0;
  }
  return open;
};

const scoresOf = (input: TimetableInput, { people, companies }: Parts): Float64Array => {
  const score = new Float64Array(input.people.length * companies.size);
  for (const [person, { links }] of input.people.entries())
    for (const { companyId, worth } of links) {
      const company = companies.get(companyId);
      if (company !== undefined) score[person * companies.size + company] = Math.max(1, Math.round(worth));
    }
  for (const { personId, companyId } of input.added) {
    const cell = cellOf({ people, companies }, { personId, companyId });
    if (cell !== null) score[cell] = Math.max(1, at(score, cell));
  }
  for (const pair of input.forbidden) {
    const cell = cellOf({ people, companies }, pair);
    if (cell !== null) score[cell] = 0;
  }
  return score;
};

const cellOf = ({ people, companies }: Parts, { personId, companyId }: { personId: string; companyId: string }) => {
  const person = people.get(personId);
  const company = companies.get(companyId);
  return person === undefined || company === undefined ? null : person * companies.size + company;
};

/** Each aim weighs more than everything that comes after it together; all stay whole numbers below 2^53. */
const bonusesOf = (input: TimetableInput, score: Float64Array) => {
  const most = score.reduce((best, one) => Math.max(best, one), 0) * input.people.length * input.maxMeetings + 1;
  const second = most;
  const first = input.people.length * second + most;
  return { bonus: [first, second], asked: input.people.length * (first + second) + most };
};

const worthsOf = (input: TimetableInput, parts: Parts & { score: Float64Array; asked: number }): Float64Array => {
  const worth = Float64Array.from(parts.score);
  for (const pair of input.added) {
    const cell = cellOf(parts, pair);
    if (cell !== null && at(worth, cell) > 0) worth[cell] = at(parts.score, cell) + parts.asked;
  }
  return worth;
};
