import { Types } from "mongoose";
import { CompanyModel } from "#server/companies/company-model.ts";
import { finishAction, moveAction, planAgain } from "#server/companies/officer-thread.ts";
import { now, today } from "#server/platform/clock.ts";
import { atLeast } from "#server/platform/filter.ts";
import { sendSignal } from "#server/platform/signals.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { addDays, type Day } from "#shared/kernel/calendar.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { doneForDays, type MarkKind, type TodoMark, undoMinutes } from "#shared/positionings/todo-mark.ts";
import { officersToChoose } from "./hand-over.ts";
import { TodoMarkModel, toTodoMark } from "./todo-mark-model.ts";

type Line = { readonly key: string; readonly since: string };

/** Days a line that was handed over stays with the colleague. */
const handedForDays = 90;

/** Every answer that still counts, by its line. */
export const marksNow = async (): Promise<ReadonlyMap<string, TodoMark>> => {
  const recent = new Date(now().getTime() - handedForDays * 86_400_000);
  const marks = await TodoMarkModel.find({ at: atLeast(recent) }).lean();
  return new Map(marks.map(toTodoMark).map((mark) => [mark.key, mark]));
};

/** `act` is "done", "tomorrow", "week", or the colleague it is handed to. `lines` are those that wait now. */
export const markTodo = async (
  actor: Member,
  { key, since, act }: Line & { act: string },
  lines: readonly Line[],
): Promise<void> => {
  if (!lines.some((line) => line.key === key && line.since === since)) throw new Failure("conflict", "todo-changed");
  const handed = act.length === 24 ? act : null;
  if (handed && !(await officersToChoose()).some(({ value }) => value === handed))
    throw new Failure("conflict", "todo-changed");
  const { kind, until } = answers[act] ?? { kind: "handed" as const, until: () => addDays(today(), handedForDays) };
  const ended = kind === "handed" ? null : await settleAction(actor, key, { kind, until: until() });
  const by = new Types.ObjectId(actor.accountId);
  await TodoMarkModel.updateOne(
    { key },
    {
      $set: { kind, since, until: until(), by, at: now(), ended, ...(handed && { toId: new Types.ObjectId(handed) }) },
    },
    { upsert: true },
  );
  sendSignal("staff", "todo-marked");
};

const answers: Readonly<Record<string, { readonly kind: MarkKind; readonly until: () => Day }>> = {
  done: { kind: "done", until: () => addDays(today(), doneForDays) },
  tomorrow: { kind: "postponed", until: () => addDays(today(), 1) },
  week: { kind: "postponed", until: () => addDays(today(), 7) },
};

/** A company's next action ends for good, on its thread, or takes its new day: the sheet says the same as the list. */
const settleAction = async (
  actor: Member,
  key: string,
  { kind, until }: Pick<TodoMark, "kind" | "until">,
): Promise<TodoMark["ended"]> => {
  const companyId = /^action-([0-9a-f]{24})$/.exec(key)?.[1];
  if (companyId === undefined) return null;
  const company = await CompanyModel.findById(companyId, { nextAction: 1 }).lean();
  if (!company?.nextAction) throw new Failure("conflict", "todo-changed");
  const { what, on } = company.nextAction;
  const shown = { shownWhat: what, shownOn: on };
  if (kind === "done") await finishAction(actor, companyId, shown);
  else await moveAction(actor, companyId, { ...shown, on: until });
  return { companyId, what, on };
};

/** One's own presses of the last minutes. */
export const isFresh = (mark: TodoMark, actor: Member): boolean =>
  mark.by === actor.accountId && now().getTime() - Date.parse(mark.at) < undoMinutes * 60_000;

/** Twice is once; somebody else's press, or an old one, stays. */
export const unmarkTodo = async (actor: Member, key: string): Promise<void> => {
  const document = await TodoMarkModel.findOne({ key }).lean();
  if (!document) return;
  const mark = toTodoMark(document);
  if (!isFresh(mark, actor)) throw new Failure("conflict", "too-late-to-undo");
  if (mark.ended) await takeBack(actor, mark, mark.ended);
  const same = { key, at: document.at };
  // Handed to somebody before: it is theirs again.
  if (mark.kind !== "handed" && mark.toId !== null)
    await TodoMarkModel.updateOne(same, { $set: { kind: "handed", ended: null } });
  else await TodoMarkModel.deleteOne(same);
  sendSignal("staff", "todo-marked");
};

const takeBack = async (actor: Member, mark: TodoMark, ended: NonNullable<TodoMark["ended"]>): Promise<void> => {
  const { companyId, what, on } = ended;
  if (mark.kind === "done") await planAgain(actor, companyId, ended);
  else await moveAction(actor, companyId, { shownWhat: what, shownOn: mark.until, on });
};
