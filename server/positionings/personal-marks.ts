import { nobody } from "#server/accounts/nobody.ts";
import type { PersonalPart } from "#server/accounts/personal-part.ts";
import { TodoMarkModel } from "./todo-mark-model.ts";

/** What an agent pressed on the list of the day, kept three months. */
export const personalMarks: PersonalPart = {
  title: "Vos gestes sur la liste du jour",
  read: async ({ accountId }) => {
    const marks = await TodoMarkModel.find({ by: accountId }).lean();
    return marks.map(({ kind, at }) => ({ Geste: gestures[kind], Le: at.toISOString() }));
  },
  erase: async ({ accountId }) => {
    await TodoMarkModel.updateMany({ by: accountId }, { $set: { by: nobody } });
    await TodoMarkModel.updateMany({ toId: accountId }, { $set: { toId: null } });
  },
};

const gestures = { done: "Fait", postponed: "Reporté", handed: "Confié à un collègue" } as const;
