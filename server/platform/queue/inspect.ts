import type { QueueName } from "#shared/kernel/job.ts";
import { currentEngine } from "./current-engine.ts";
import type { QueueState } from "./queue-engine.ts";

const nothing: QueueState = { engine: "none", queues: [], failed: [], recurrences: [] };

/** What the admin sees of the queues. An engine that does not answer is shown as none. */
export const queueState = async (): Promise<QueueState> => {
  const engine = currentEngine();
  if (!engine) return nothing;
  const state = await engine.state().catch(() => null);
  return state ? { engine: engine.kind, ...state } : nothing;
};

/** Plays a failed job again; false when it is no longer in the list, or the queue does not answer. */
export const retryFailed = async (queue: QueueName, id: string): Promise<boolean> => {
  const engine = currentEngine();
  return engine ? engine.retryFailed(queue, id).catch(() => false) : false;
};

/** Runs a job of the timetable now, beside its usual hours; false when the timetable has no such job. */
export const runNow = async (name: string): Promise<boolean> => {
  const engine = currentEngine();
  const state = await engine?.state().catch(() => null);
  const line = state?.recurrences.find((recurrence) => recurrence.name === name);
  if (!engine || !line) return false;
  const { queue, attempts } = line;
  return engine.add({ queue, name, key: "now", data: {}, attempts, delayMs: 0 }).then(
    () => true,
    () => false,
  );
};
