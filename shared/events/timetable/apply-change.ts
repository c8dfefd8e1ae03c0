import { type Span, slotsIn } from "#shared/events/slots.ts";
import type { TimetableCompany, TimetableInput } from "./timetable.ts";

/**
 * What happens on the day. `until` and `slots` count slots; a table that runs late takes nobody for so many of them.
 * `refused`: the hours the person refused; whatever else was said of them on the day is forgotten by what is said now.
 */
export type Change =
  | { readonly kind: "late"; readonly personId: string; readonly refused: readonly number[]; readonly until: number }
  | { readonly kind: "absent"; readonly personId: string; readonly refused: readonly number[] }
  | { readonly kind: "tableAdded"; readonly companyId: string }
  | { readonly kind: "tableRemoved"; readonly companyId: string; readonly table: number }
  | { readonly kind: "tableLate"; readonly companyId: string; readonly table: number; readonly slots: number }
  | { readonly kind: "companyLeft"; readonly companyId: string };

/** The event as it is from now on. A table that goes is closed, not forgotten: its past meetings took place there. */
export const applyChange = (input: TimetableInput, change: Change): TimetableInput => {
  switch (change.kind) {
    case "late":
      return awayFrom(input, change, { from: input.from, until: change.until });
    case "absent":
      return awayFrom(input, change, { from: input.from, until: input.slots });
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

type Person = { readonly personId: string; readonly refused: readonly number[] };

const awayFrom = (input: TimetableInput, { personId, refused }: Person, span: Span): TimetableInput => ({
  ...input,
  people: input.people.map((person) =>
    person.id === personId ? { ...person, cannot: [...new Set([...refused, ...slotsIn(span)])] } : person,
  ),
});

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
