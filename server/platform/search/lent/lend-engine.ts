import type { IndexDefinition, SearchDocument, SearchEngine, SearchIndex } from "#server/platform/search/port.ts";
import { Asked, type Channel } from "./channel.ts";

/** Does with this process's engine what the workers beside it ask. */
export const lendEngine = (engine: SearchEngine, channel: Channel): void => {
  const opened = new Map<string, SearchIndex>();

  const perform = async ({ index: name, call, given }: Asked): Promise<unknown> => {
    if (call === "open") {
      opened.set(name, await engine.open(given[0] as IndexDefinition)); // sent by lentEngine, of the same version
      return null;
    }
    const index = opened.get(name);
    if (!index) throw new Error(`the index ${name} was not opened`);
    if (call === "put") return index.put(given[0] as readonly SearchDocument[]);
    if (call === "remove") return index.remove(given[0] as readonly string[], given[1] as number | undefined);
    return index.count();
  };

  channel.hear((message) => {
    const asked = Asked.safeParse(message);
    if (!asked.success) return;
    const { ask } = asked.data;
    perform(asked.data).then(
      (result) => channel.send({ ask, result: result ?? null }),
      (error: unknown) =>
        channel.send({ ask, result: null, failed: error instanceof Error ? error.message : "failed" }),
    );
  });
};
