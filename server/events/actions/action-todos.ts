import { sayAction } from "#client/events/actions/action-words.ts";
import type { TodoSource } from "#server/matching/todo-sources.ts";
import { readMyActions } from "./read-action.ts";

/** Actions proposed to the person that wait for a yes or a no. */
export const actionTodos: TodoSource = async ({ person }) => {
  const asked = (await readMyActions(person)).filter(({ status, isOpen }) => status === "proposed" && isOpen);
  return asked.slice(0, 3).map(({ action }) => ({
    title: `Répondre : ${action.title}`,
    text: `Une action en petit groupe, ${sayAction(action)}.`,
    waited: true,
    actions: [{ kind: "link", href: "/mes-actions", label: "Lire et répondre" }],
    note: "Vous pouvez dire non.",
  }));
};
