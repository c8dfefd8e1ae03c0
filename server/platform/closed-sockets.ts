import { createRequire } from "node:module";
import type { Socket } from "node:net";
import mongoose from "mongoose";

/**
 * mongodb's driver (7.8 and 7.9) may write on a socket that Node has already destroyed and whose "close" it has not yet
 * heard: it then waits for a "drain" that never comes, no time limit of its own counts, and a request, a task or its
 * watch over the server hangs for good. Whoever still waits when the close is heard is told that the store is away.
 */
export const heedClosedSockets = (): void => {
  if (heeded) return;
  heeded = true;
  const { onClose } = prototype;
  prototype.onClose = function (): void {
    onClose.call(this);
    if (this.socket.listenerCount("drain") === 0) return;
    this.socket.emit("error", new mongoose.mongo.MongoNetworkError(`connection to ${this.address} closed`));
  };
};

let heeded = false;

type Connection = { socket: Socket; address: string; onClose: () => void };

// The class is not among what the driver shows; where it moves, this fails at once and not one day in production.
const ofMongoose = createRequire(createRequire(import.meta.url).resolve("mongoose"));
const { prototype } = (ofMongoose("mongodb/lib/cmap/connection.js") as { Connection: { prototype: Connection } })
  .Connection;
if (typeof prototype.onClose !== "function") throw new Error("mongodb's driver changed: see closed-sockets.ts");
