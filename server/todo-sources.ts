import { actionTodos } from "./events/actions/action-todos.ts";
import { contactTodos, cvTodos } from "./matching/cv-todos.ts";
import type { TodoSource } from "./matching/todo-sources.ts";
import { accompanimentTodos } from "./positionings/accompaniment-todos.ts";
import { proposalTodos } from "./positionings/proposal-todos.ts";

/** What each slice finds for a candidate to do, in the order in which it is shown. */
export const todoSources: readonly TodoSource[] = [
  proposalTodos,
  accompanimentTodos,
  actionTodos,
  contactTodos,
  cvTodos,
];
