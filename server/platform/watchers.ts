import { now } from "./clock.ts";
import { onSignal, sendSignal } from "./signals.ts";

/** Who has which page open, told between the web processes and written nowhere: it is of use while it lasts. */
export type Watch = {
  /** A page's own thing, for instance `positioning:<id>`. */
  readonly thing: string;
  readonly accountId: string;
  /** One open page; a person may have two. */
  readonly line: string;
};

/** A watch that is not said again within this is over: its process died. Said again every four seconds. */
const lastsMs = 12_000;
const sweepMs = 4_000;

const watches = new Map<string, Map<string, { accountId: string; until: number }>>();

/** Says, or says again, that a page is open. */
export const sayWatching = (watch: Watch): void => sendSignal("servers", "watching", watch);

export const sayLeft = (watch: Watch): void => sendSignal("servers", "left", watch);

/** The accounts that have this page open, each once. */
export const watchersOf = (thing: string): string[] => {
  const at = now().getTime();
  const open = [...(watches.get(thing)?.values() ?? [])].filter(({ until }) => until > at);
  return [...new Set(open.map(({ accountId }) => accountId))];
};

/** Keeps the list in this process; `changed` hears of each thing that is watched by others than before. @returns how to stop */
export const keepWatchers = (changed: (thing: string) => void): (() => void) => {
  const stop = onSignal(({ room, name, ids }) => {
    const { thing, accountId, line } = ids;
    if (room !== "servers" || !thing || !accountId || !line) return;
    told(thing, changed, () => (name === "watching" ? keep({ thing, accountId, line }) : drop(thing, line)));
  });
  const sweep = setInterval(() => {
    for (const thing of watches.keys()) told(thing, changed, () => dropOld(thing));
  }, sweepMs);
  sweep.unref();
  return () => {
    stop();
    clearInterval(sweep);
  };
};

const told = (thing: string, changed: (thing: string) => void, change: () => void): void => {
  const before = keptOf(thing);
  change();
  const after = keptOf(thing);
  if (before !== "" && after !== before) changed(thing); // who comes first has nobody to be told of
};

const keptOf = (thing: string): string =>
  [...new Set([...(watches.get(thing)?.values() ?? [])].map(({ accountId }) => accountId))].sort().join();

const keep = ({ thing, accountId, line }: Watch): void => {
  const lines = watches.get(thing) ?? new Map();
  watches.set(thing, lines.set(line, { accountId, until: now().getTime() + lastsMs }));
};

const drop = (thing: string, line: string): void => {
  watches.get(thing)?.delete(line);
  if (watches.get(thing)?.size === 0) watches.delete(thing);
};

const dropOld = (thing: string): void => {
  const at = now().getTime();
  for (const [line, { until }] of watches.get(thing) ?? []) if (until <= at) drop(thing, line);
};
