import type { SearchEngine, SearchIndex } from "#server/platform/search/port.ts";
import { Answered, type Asked, type Channel } from "./channel.ts";

/**
 * The engine inside the process beside this one, for workers: they write into its index, and a promise is kept only once
 * it is searchable there. Searching it, comparing it and making it again belong to the process that holds it.
 */
export const lentEngine = (channel: Channel): SearchEngine => {
  const ask = asking(channel);
  const elsewhere = (): never => {
    throw new Error("asked of the process that holds the index, not of its workers");
  };
  return {
    kind: "embedded",
    open: async (definition) => {
      const { name } = definition;
      await ask({ index: name, call: "open", given: [definition] });
      const index: SearchIndex = {
        put: async (documents) => void (await ask({ index: name, call: "put", given: [documents] })),
        remove: async (ids, version) => void (await ask({ index: name, call: "remove", given: [ids, version] })),
        count: async () => Number(await ask({ index: name, call: "count", given: [] })),
        search: elsewhere,
        versions: elsewhere,
        rebuild: elsewhere,
      };
      return index;
    },
    ready: async () => true,
    close: async () => undefined,
  };
};

type Question = Omit<Asked, "ask">;
type Waiting = { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void };

const asking = (channel: Channel): ((question: Question) => Promise<unknown>) => {
  const waiting = new Map<number, Waiting>();
  let asked = 0;

  channel.hear((message) => {
    const answer = Answered.safeParse(message);
    const asker = answer.success ? waiting.get(answer.data.ask) : undefined;
    if (!answer.success || !asker) return;
    waiting.delete(answer.data.ask);
    if (answer.data.failed === undefined) asker.resolve(answer.data.result);
    else asker.reject(new Error(answer.data.failed));
  });

  return (question) =>
    new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve, reject });
      channel.send({ ...question, ask: asked });
    });
};
