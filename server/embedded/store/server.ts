import { chmodSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { serialize } from "bson";
import { answerCommand } from "./answer-command.ts";
import type { House } from "./commands/command.ts";
import { messageCutter, type Request, readRequest, writeReply } from "./wire.ts";

export type Listening = { close: () => Promise<void> };

/** A private unix socket, or a port of this machine alone. */
export type Address = { path: string } | { port: number; host: "127.0.0.1" };

/**
 * Answers MongoDB's wire protocol.
 * @param onBroken told when the disk refused a write: the answer says so, then the process has to end
 */
export const listen = async (
  address: Address,
  house: House,
  onBroken: (error: unknown) => void,
): Promise<Listening> => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    const cut = messageCutter((message) => void answer(socket, readRequest(message), house).catch(onBroken));
    socket.on("data", (chunk) => {
      try {
        cut(chunk);
      } catch {
        // Not a client of ours: nothing after a bad message can be read.
        socket.destroy();
      }
    });
  });
  await bind(server, address);
  return {
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      if ("path" in address) rmSync(address.path, { force: true });
    },
  };
};

const bind = async (server: Server, address: Address): Promise<void> => {
  if ("path" in address) rmSync(address.path, { force: true });
  // The socket has no password: whoever may open it may read everything, so it is made for its owner alone.
  const mask = process.umask(0o177);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(address, resolve);
    });
    if ("path" in address) chmodSync(address.path, 0o600);
  } finally {
    process.umask(mask);
  }
};

const answer = async (socket: Socket, request: Request, house: House): Promise<void> => {
  try {
    const reply = await answerCommand(request.read, house);
    if (!request.silent && socket.writable) socket.write(writeReply(request, reply));
  } catch (error) {
    const errmsg = `the disk refused the write: ${reasonOf(error)}`;
    if (!request.silent && socket.writable)
      await new Promise((sent) =>
        socket.write(writeReply(request, serialize({ ok: 0, code: 14031, codeName: "OutOfDiskSpace", errmsg })), sent),
      );
    throw error;
  }
};

/** lmdb says why in a second error, hung on the first. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return "commitError" in error && error.commitError instanceof Error ? error.commitError.message : error.message;
};
