import type { EnqueuedTaskPromise } from "meilisearch";

/** Meilisearch answers before it works, and `waitTask` resolves on failure too: only « succeeded » is success. */
export const succeeded = async (
  enqueued: EnqueuedTaskPromise,
  options: { alreadyThere?: "fine" } = {},
): Promise<void> => {
  const task = await enqueued.waitTask({ timeout: taskTimeoutMs, interval: 40 });
  if (task.status === "succeeded") return;
  if (options.alreadyThere === "fine" && task.error?.code === "index_already_exists") return;
  throw new Error(
    `Meilisearch ${task.type} ${task.status}: ${task.error?.code ?? "no reason"} ${task.error?.message ?? ""}`,
  );
};

const taskTimeoutMs = 60_000;
