import { once } from "node:events";
import { WebSocket } from "ws";
import { z } from "zod";

const inspector = "http://127.0.0.1:9229/json";
const Targets = z.array(z.object({ webSocketDebuggerUrl: z.string() }));
const Evaluated = z.object({ result: z.object({ value: z.string() }) });
const Reply = z.object({ id: z.number(), result: z.unknown() });
const Usage = z.object({ heapUsed: z.number(), external: z.number() });

/**
 * What a Node process still holds once its garbage is collected, heap and outside it, in MB. What the system counts also
 * has what is not collected yet: a heap may stay three times as large as what it holds. Asked through Node's inspector,
 * which SIGUSR1 opens and which is closed again: one process at a time.
 */
export const liveMemory = async (pid: number): Promise<number> => {
  process.kill(pid, "SIGUSR1");
  const socket = new WebSocket(await addressOf(pid));
  await once(socket, "open");
  const ask = asking(socket);
  await ask("HeapProfiler.enable");
  await ask("HeapProfiler.collectGarbage");
  const { result } = Evaluated.parse(await evaluate(ask, "JSON.stringify(process.memoryUsage())"));
  await evaluate(ask, "String(setTimeout(() => process._debugEnd(), 50))");
  socket.close();
  while ((await targets()) !== null) await shortly(); // the next process needs the same port
  const { heapUsed, external } = Usage.parse(JSON.parse(result.value));
  return Math.round((heapUsed + external) / 1_048_576);
};

type Ask = (method: string, params?: object) => Promise<unknown>;

const evaluate = (ask: Ask, expression: string): Promise<unknown> => ask("Runtime.evaluate", { expression });

const addressOf = async (pid: number): Promise<string> => {
  for (let tries = 0; tries < 100; tries += 1) {
    await shortly();
    const [first] = (await targets()) ?? [];
    if (first) return first.webSocketDebuggerUrl;
  }
  throw new Error(`process ${pid} does not open its inspector`);
};

/** What the inspector says; null when there is none. */
const targets = async (): Promise<z.output<typeof Targets> | null> =>
  fetch(inspector, { headers: { connection: "close" } })
    .then(async (answer) => Targets.parse(await answer.json()))
    .catch(() => null);

const shortly = (): Promise<void> => new Promise((later) => setTimeout(later, 100));

const asking = (socket: WebSocket): Ask => {
  let asked = 0;
  return async (method, params = {}) => {
    asked += 1;
    const id = asked;
    socket.send(JSON.stringify({ id, method, params }));
    for (;;) {
      const [data] = await once(socket, "message");
      const reply = Reply.safeParse(JSON.parse(String(data)));
      if (reply.success && reply.data.id === id) return reply.data.result;
    }
  };
};
