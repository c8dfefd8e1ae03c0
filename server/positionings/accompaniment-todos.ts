import type { TodoSource } from "#server/matching/todo-sources.ts";
import { AccompanimentModel, toAccompaniment } from "./accompaniment-model.ts";
import { describeAsking } from "./read-accompanied.ts";

/** Counsellors who ask to accompany the person, and wait for a yes or a no. */
export const accompanimentTodos: TodoSource = async ({ person }) => {
  const asked = await AccompanimentModel.find({ accountId: person.accountId, status: "asked" })
    .sort({ askedAt: 1 })
    .limit(5)
    .lean();
  return (await describeAsking(asked.map(toAccompaniment))).map(({ name }) => ({
    title: `Répondre à ${name}`,
    text: "Cette personne du Département demande à vous accompagner.",
    waited: true,
    actions: [{ kind: "link", href: "/mes-accompagnements", label: "Lire et répondre" }],
    note: "Elle ne voit rien avant votre oui.",
  }));
};
