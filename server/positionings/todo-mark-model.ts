import mongoose, { Schema } from "mongoose";
import {
  documentOptions,
  type Fields,
  id,
  idOrNull,
  instant,
  oneOf,
  partOrNull,
  text,
} from "#server/platform/fields.ts";
import { reader, type Stored } from "#server/platform/stored.ts";
import { markKinds, TodoMark } from "#shared/positionings/todo-mark.ts";

export type TodoMarkDocument = Stored<TodoMark>;

const fields = {
  key: text,
  kind: oneOf(markKinds),
  since: text,
  until: text,
  toId: idOrNull,
  by: id,
  at: instant,
  ended: partOrNull({ companyId: id, what: text, on: text }),
} satisfies Fields<TodoMarkDocument>;

const schema = new Schema<TodoMarkDocument>(fields, documentOptions);
schema.index({ key: 1 }, { unique: true }); // one line has one answer, whoever presses last
schema.index({ at: 1 }, { expireAfterSeconds: 90 * 86_400 }); // what is still there then is a new line
schema.index({ by: 1 }); // what an agent pressed, when their account goes
schema.index({ toId: 1 }); // what was handed to them, likewise

export const TodoMarkModel = mongoose.model<TodoMarkDocument>("TodoMark", schema, "todoMarks");

export const toTodoMark = reader(TodoMark);
