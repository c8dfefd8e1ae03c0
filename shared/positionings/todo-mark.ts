import { z } from "zod";
import { Day } from "#shared/kernel/calendar.ts";
import { Id } from "#shared/kernel/ids.ts";

export const markKinds = ["done", "postponed", "handed"] as const;
export type MarkKind = (typeof markKinds)[number];

/** What an officer did with one line of « Aujourd’hui ». Only the line moves; a company’s next action moves with it. */
export const TodoMark = z.object({
  id: Id,
  /** The line: "action-…", "strong-…", a positioning's id. */
  key: z.string(),
  kind: z.enum(markKinds),
  /** Since when the thing waited: if it moves meanwhile, its line is another one. */
  since: z.string(),
  /** The line comes back that day, when the thing still waits. */
  until: Day,
  /** The colleague it was handed to. */
  toId: Id.nullable(),
  by: Id,
  at: z.iso.datetime(),
  /** The next action that was ended or put off with the line, as it was: undoing gives it back. */
  ended: z.object({ companyId: Id, what: z.string(), on: Day }).nullable(),
});
export type TodoMark = z.infer<typeof TodoMark>;

/** A thing that is said done and waits all the same comes back after that many days: nothing is forgotten. */
export const doneForDays = 7;

/** How long a press can be taken back. */
export const undoMinutes = 10;

/** Whether its line stays away today. */
export const hidesLine = (mark: TodoMark, line: { readonly since: string }, today: Day): boolean =>
  mark.kind !== "handed" && mark.since >= line.since && mark.until > today;
