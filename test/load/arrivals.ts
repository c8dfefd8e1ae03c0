import { Agent, request } from "node:http";
import { drawer } from "#test/bench/search-offers-corpus.ts";
import type { Answered } from "./figures.ts";
import type { Ask } from "./mix.ts";

export type Phase = { readonly perSecond: number; readonly seconds: number };
export type Answer = Answered & { readonly location: string | null; readonly path: string };

/** Nobody waits longer. */
const patienceMs = 10_000;
/**
 * Open at once, and kept, as by the reverse proxy that production stands behind. One a request would measure something
 * else: Node takes one new connection a turn of its loop (libuv from 1.45 on).
 */
const proxyLines = 256;
const agent = new Agent({
  keepAlive: true,
  maxSockets: proxyLines,
  maxFreeSockets: proxyLines,
  scheduling: "fifo", // each in turn: none idles until the server closes it
});

/** Opens them all, as a proxy that was there before the crowd came: what is measured is the crowd, not their opening. */
export const openLines = async (port: number): Promise<void> => {
  const watching: Ask = { kind: "search", method: "GET", path: "/live", cookie: null };
  await Promise.all(Array.from({ length: proxyLines }, () => exchange(port, watching)));
};

/** Beyond, a request is counted as an error without being sent: the machine has no more sockets. */
const mostInFlight = 8_000;

/**
 * Requests arrive whether or not the earlier ones were answered, as people do (an open model, exponential gaps). A
 * client that waits for answers would slow down with the server, and measure its own politeness.
 */
export const arrive = async (
  port: number,
  { perSecond, seconds }: Phase,
  next: () => Ask,
): Promise<readonly Answer[]> => {
  const draw = drawer(perSecond + seconds);
  const answers: Answer[] = [];
  const pending: Promise<void>[] = [];
  let inFlight = 0;
  const began = performance.now();
  const since = (): number => performance.now() - began;

  const send = async (ask: Ask, dueMs: number): Promise<void> => {
    const sentMs = since();
    inFlight += 1;
    const { status, location } = inFlight > mostInFlight ? nothing : await exchange(port, ask);
    inFlight -= 1;
    answers.push({
      kind: ask.kind,
      path: `${ask.method} ${ask.path}`,
      dueMs,
      sentMs,
      endMs: since(),
      status,
      location,
    });
  };

  for (let dueMs = 0; dueMs < seconds * 1000; dueMs += (-Math.log(1 - draw()) * 1000) / perSecond) {
    while (since() < dueMs) await new Promise((resume) => setTimeout(resume, Math.max(0, dueMs - since() - 0.5)));
    pending.push(send(next(), dueMs));
  }
  await Promise.all(pending);
  return answers;
};

type Exchanged = Pick<Answer, "status" | "location">;

const nothing: Exchanged = { status: 0, location: null };

const exchange = (port: number, { method, path, cookie }: Ask): Promise<Exchanged> =>
  new Promise((resolve) => {
    const body = method === "POST" ? "message=Je+suis+disponible." : null;
    const asking = request(
      {
        agent,
        host: "127.0.0.1",
        port,
        method,
        path,
        headers: {
          accept: "text/html",
          "accept-encoding": "gzip",
          "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
          "sec-fetch-site": "same-origin",
          ...(cookie !== null && { cookie }),
          ...(body !== null && { "content-type": "application/x-www-form-urlencoded", "content-length": body.length }),
        },
      },
      (response) => {
        response.resume();
        const answered = { status: response.statusCode ?? 0, location: response.headers.location ?? null };
        response.once("end", () => resolve(answered));
        response.once("close", () => resolve(response.complete ? answered : nothing));
      },
    );
    asking.setTimeout(patienceMs, () => asking.destroy());
    asking.once("error", () => resolve(nothing));
    asking.end(body ?? undefined);
  });
