import type { TimetableCompany, TimetableInput, TimetablePerson } from "./timetable.ts";

/** What happens on the day. `until` and `slots` count slots; a table that runs late takes nobody for so many of them. */
export type Change =
  | { readonly kind: "late"; readonly personId: string; readonly until: number }
  | { readonly kind: "absent"; readonly personId: string }
  | { readonly kind: "tableAdded"; readonly companyId: string }
  | { readonly kind: "tableRemoved"; readonly companyId: string; readonly table: number }
  | { readonly kind: "tableLate"; readonly companyId: string; readonly table: number; readonly slots: number }
  | { readonly kind: "companyLeft"; readonly companyId: string };

/** The event as it is from now on. A table that goes is closed, not forgotten: its past meetings took place there. */
export const applyChange = (input: TimetableInput, change: Change): TimetableInput => {
  switch (change.kind) {
    case "late":
      return awayFrom(input, change.personId, { from: input.from, until: change.until });
    case "absent":
      return awayFrom(input, change.personId, { from: input.from, until: input.slots });
    case "tableAdded":
      return withCompany(input, change.companyId, ({ id, tables }) => ({
        id,
        tables: [...tables, { number: Math.max(0, ...tables.map(({ number }) => number)) + 1, closed: [] }],
      }));
    case "tableRemoved":
      return closing(input, change, { from: input.from, until: input.slots });
    case "tableLate":
      return closing(input, change, { from: input.from, until: input.from + change.slots });
    case "companyLeft":
      return closing(input, { ...change, table: null }, { from: input.from, until: input.slots });
  }
};

type Span = { readonly from: number; readonly until: number };

const slotsIn = ({ from, until }: Span): number[] =>
  Array.from({ length: Math.max(0, until - from) }, (_, index) => from + index);

const awayFrom = (input: TimetableInput, personId: string, span: Span): TimetableInput => ({
  ...input,
  people: input.people.map((person) =>
    person.id === personId
      ? { ...person, cannot: [...new Set([...hoursOf(person, input), ...slotsIn(span)])] }
      : person,
  ),
});

/** Who was said not to come at all and arrives late is there from then on. */
const hoursOf = ({ cannot }: TimetablePerson, { from, slots }: TimetableInput): readonly number[] =>
  slotsIn({ from, until: slots }).every((slot) => cannot.includes(slot))
    ? cannot.filter((slot) => slot < from)
    : cannot;

const withCompany = (
  input: TimetableInput,
  companyId: string,
  change: (company: TimetableCompany) => TimetableCompany,
): TimetableInput => ({
  ...input,
  companies: input.companies.map((company) => (company.id === companyId ? change(company) : company)),
});

const closing = (
  input: TimetableInput,
  { companyId, table }: { companyId: string; table: number | null },
  span: Span,
): TimetableInput =>
  withCompany(input, companyId, ({ id, tables }) => ({
    id,
    tables: tables.map((one) =>
      table === null || one.number === table ? { ...one, closed: [...one.closed, ...slotsIn(span)] } : one,
    ),
  }));
