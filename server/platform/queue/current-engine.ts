import type { QueueEngine } from "./queue-engine.ts";

let current: QueueEngine | null = null;

/** The engine this process was started with; null before, after, and where none could be opened. */
export const currentEngine = (): QueueEngine | null => current;

export const setCurrentEngine = (engine: QueueEngine | null): void => {
  current = engine;
};
