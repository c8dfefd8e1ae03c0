import { createServer } from "node:http";
import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import { prepareCatching } from "./cvs/catcher/catch-cv.ts";
import { keepOneReady } from "./cvs/reader/read-apart.ts";
import { openSockets } from "./http/sockets.ts";

/** Requests under way when the process is told to stop have this long to finish. */
const lastAnswersMs = 5_000;

/** Past Node's 511, a connection that finds no room is tried again by its own side after 1, 3, 7 seconds. */
const waitingConnections = 4_096;

/**
 * Longer than a reverse proxy keeps an idle connection (60 s for nginx): the one that closes first must be the one that
 * sends, or a request may cross the closing of its connection and be lost.
 */
const idleMs = 75_000;

/** Listens for requests and sockets. @returns the port, and how to stop in under ten seconds */
export const listen = async (config: Config): Promise<{ port: number; close: () => Promise<void> }> => {
  const http = createServer(createApp({ trustProxy: config.trustProxy, metricsToken: config.metricsToken }));
  http.keepAliveTimeout = idleMs;
  const sockets = openSockets(http);
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen({ port: config.port, host: config.host, backlog: waitingConnections }, resolve);
  });
  keepOneReady(); // the first person who gives a CV waits no longer than the next
  prepareCatching();
  const address = http.address();
  return {
    port: typeof address === "object" && address ? address.port : config.port,
    close: async () => {
      const impatience = setTimeout(() => http.closeAllConnections(), lastAnswersMs);
      await sockets.close();
      http.closeIdleConnections();
      await new Promise<void>((resolve) => http.close(() => resolve()));
      clearTimeout(impatience);
    },
  };
};
