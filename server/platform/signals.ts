import { Signal } from "#shared/kernel/signal.ts";
import { now } from "./clock.ts";
import { log } from "./log.ts";
import type { SignalBus } from "./queue/queue-engine.ts";

type Listener = (signal: Signal) => void;

const listeners = new Set<Listener>();
let bus: SignalBus | null = null;

/** Tells open pages that something changed. It never throws; a lost signal costs a reload. */
export const sendSignal = (room: Signal["room"], name: string, ids: Signal["ids"] = {}): void => {
  const signal = Signal.safeParse({ room, name, ids, at: now().toISOString() });
  if (!signal.success) {
    log.error({ signal: name }, "signal of a wrong shape, not sent");
    return;
  }
  if (!bus) deliver(signal.data);
  // without the bus, at least the pages of this process
  else bus.publish(JSON.stringify(signal.data)).catch(() => deliver(signal.data));
};

/** @returns how to stop listening */
export const onSignal = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Joins the processes: null when everything runs in this one. */
export const useSignals = async (between: SignalBus | null): Promise<void> => {
  bus = between;
  await between?.listen((text) => {
    if (bus === between) hear(text);
  });
};

const hear = (text: string): void => {
  try {
    deliver(Signal.parse(JSON.parse(text)));
  } catch {
    log.warn("signal of a wrong shape, not heard");
  }
};

const deliver = (signal: Signal): void => {
  for (const listener of listeners) {
    try {
      listener(signal);
    } catch (error) {
      log.error({ signal: signal.name, error: error instanceof Error ? error.name : "unknown" }, "listener failed");
    }
  }
};
