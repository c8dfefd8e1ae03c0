import type { Server as HttpServer } from "node:http";
import { Server, type Socket } from "socket.io";
import { z } from "zod";
import { findActor } from "#server/accounts/sessions.ts";
import { log } from "#server/platform/log.ts";
import { onSignal } from "#server/platform/signals.ts";
import { keepWatchers, sayLeft, sayWatching, type Watch } from "#server/platform/watchers.ts";
import { isMember, isOfficer, type Member } from "#shared/kernel/actor.ts";
import type { Signal } from "#shared/kernel/signal.ts";
import { readToken, sessionCookie } from "./cookies.ts";
import { isOurOrigin } from "./our-origin.ts";

/** How often an open socket's session is looked up again: a disabled account is cut off within this. */
const recheckMs = 4_000;

/**
 * Carries signals to open pages. Whoever connects needs a living session and our own origin; the server alone decides
 * the rooms, and listens to nothing a page would send. An officer's page says once, as it connects, which thing it
 * shows: colleagues who have it open too are told.
 */
export const openSockets = (http: HttpServer): { close: () => Promise<void> } => {
  const sockets = new Server(http, {
    path: "/direct",
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: 1_000,
    allowRequest: (request, decide) => decide(null, isOurOrigin(request.headers.origin, request.headers.host)),
  });
  sockets.use(async (socket, next) => {
    const member = await memberBehind(socket).catch(() => null);
    if (!member) return next(new Error("sign-in-first"));
    socket.data.member = member;
    return next();
  });
  sockets.on("connection", (socket) => join(socket));
  const stopListening = onSignal((signal: Signal) => {
    sockets.to(signal.room).emit("signal", signal);
  });
  const stopWatching = keepWatchers((thing) => {
    sockets.to(roomOf(thing)).emit("signal", { name: "watchers-changed" });
  });
  return {
    close: async () => {
      stopListening();
      stopWatching();
      sockets.disconnectSockets(true);
      await new Promise<void>((resolve) => sockets.close(() => resolve()));
    },
  };
};

const memberBehind = async (socket: Socket): Promise<Member | null> => {
  const token = readToken(socket.handshake.headers.cookie, sessionCookie);
  const actor = token ? await findActor(token) : null;
  return actor && isMember(actor) ? actor : null;
};

const join = (socket: Socket): void => {
  const member = socket.data.member as Member; // set by the gate above, without which there is no connection
  socket.join(`account:${member.accountId}`);
  if (isOfficer(member)) socket.join("staff");
  const watch = watchOf(socket, member);
  if (watch) {
    socket.join(roomOf(watch.thing));
    sayWatching(watch);
  }
  const recheck = setInterval(async () => {
    const still = await memberBehind(socket).catch(() => member);
    if (still?.role !== member.role) socket.disconnect(true);
    else if (watch && socket.connected) sayWatching(watch);
  }, recheckMs);
  recheck.unref();
  socket.on("disconnect", () => {
    clearInterval(recheck);
    if (watch) sayLeft(watch);
  });
  socket.on("error", (error) => log.debug({ err: error }, "socket"));
};

const Thing = z.string().regex(/^[a-z]+:[0-9a-f]{24}$/);

/** A name of its own: no thing that a page may say is the room of an account or of staff. */
const roomOf = (thing: string): string => `watching:${thing}`;

const watchOf = (socket: Socket, member: Member): Watch | null => {
  const thing = Thing.safeParse(socket.handshake.query.watching);
  if (!thing.success || !isOfficer(member)) return null;
  return { thing: thing.data, accountId: member.accountId, line: socket.id };
};
