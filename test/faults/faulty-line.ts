import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/**
 * What goes wrong on the way to an engine. `reset`: the line breaks as soon as something is asked. `cut-answer`: what
 * is asked arrives, its answer does not. `stall`: the line is open and nothing ever comes, even once the fault is over.
 */
export type Fault =
  | "none"
  | "refuse"
  | "reset"
  | "cut-answer"
  | "stall"
  | { readonly latencyMs: number }
  | { readonly bytesPerSecond: number };

export type Target = { readonly path: string } | { readonly host: string; readonly port: number };

export type FaultyLine = {
  readonly port: number;
  /** From now on, for the lines that are open and those to come; "none" mends. */
  readonly fail: (fault: Fault) => Promise<void>;
  /** Lines opened so far: a storm of tries shows here. */
  readonly tries: () => number;
  readonly close: () => Promise<void>;
};

/** A TCP proxy of loopback in front of one engine. */
export const startFaultyLine = async (target: Target): Promise<FaultyLine> => {
  const lines = new Set<Line>();
  let fault: Fault = "none";
  let tries = 0;
  const server = createServer((near) => {
    tries += 1;
    const line = openLine(near, { target, faultNow: () => fault });
    lines.add(line);
    near.once("close", () => lines.delete(line));
  });
  const port = await listen(server, 0);
  const breakAll = (): void => {
    for (const line of lines) line.break();
  };
  return {
    port,
    fail: async (next) => {
      fault = next;
      if (next === "stall") for (const line of lines) line.fallSilent();
      if (next === "refuse") {
        server.close();
        breakAll();
      } else if (!server.listening) await listen(server, port);
    },
    tries: () => tries,
    close: async () => {
      breakAll();
      if (server.listening) await new Promise((closed) => server.close(closed));
    },
  };
};

/** Of a mongodb:// address, a host and port or the path of a socket. */
export const targetOf = (url: string): Target => {
  const authority = decodeURIComponent(/^mongodb:\/\/(?:[^@/]*@)?([^/,?]+)/.exec(url)?.[1] ?? "");
  if (authority.startsWith("/")) return { path: authority };
  const [host = "", port = "27017"] = authority.split(":");
  return { host, port: Number(port) };
};

type Line = { readonly break: () => void; readonly fallSilent: () => void };
type Way = { readonly target: Target; readonly faultNow: () => Fault };

const openLine = (near: Socket, { target, faultNow }: Way): Line => {
  const far = connect(target);
  let silent = faultNow() === "stall";
  const end = (): void => {
    near.resetAndDestroy();
    far.destroy();
  };
  near.on("error", end).on("close", () => far.destroy());
  far.on("error", end).on("close", () => silent || near.end());
  near.on("data", (asked) => {
    if (faultNow() === "reset") return end();
    if (!silent) far.write(asked);
  });
  const answer = inOrder((chunk) => near.destroyed || near.write(chunk), faultNow);
  far.on("data", (chunk) => {
    if (faultNow() === "cut-answer") return end();
    if (!silent) answer(chunk);
  });
  return {
    break: end,
    fallSilent: () => {
      silent = true;
    },
  };
};

/** Gives each piece of an answer after the one before it, as late or as slowly as the fault says. */
const inOrder = (give: (chunk: Buffer) => void, faultNow: () => Fault): ((chunk: Buffer) => void) => {
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;
  return (chunk) => {
    const fault = faultNow();
    if (waiting === 0 && typeof fault === "string") return give(chunk);
    waiting += 1;
    const due = typeof fault === "object" && "latencyMs" in fault ? pause(fault.latencyMs) : Promise.resolve();
    last = last
      .then(() => due)
      .then(() => drip(chunk, give, faultNow))
      .finally(() => {
        waiting -= 1;
      });
  };
};

/** A few bytes at a time while the line is slow; the rest at once when it is mended. */
const drip = async (chunk: Buffer, give: (chunk: Buffer) => void, faultNow: () => Fault): Promise<void> => {
  let at = 0;
  for (let rate = rateOf(faultNow()); rate !== null && at < chunk.length; rate = rateOf(faultNow())) {
    await pause(50);
    const piece = Math.max(1, Math.round(rate / 20));
    give(chunk.subarray(at, at + piece));
    at += piece;
  }
  if (at < chunk.length) give(chunk.subarray(at));
};

const rateOf = (fault: Fault): number | null =>
  typeof fault === "object" && "bytesPerSecond" in fault ? fault.bytesPerSecond : null;

const pause = (ms: number): Promise<void> => new Promise((later) => setTimeout(later, ms));

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((listening, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", failed);
      listening((server.address() as AddressInfo).port); // it listens on TCP
    });
  });
