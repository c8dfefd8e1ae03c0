import { createServer } from "node:http";
import mongoose from "mongoose";
import type { Config } from "./config.ts";
import { log } from "./platform/log.ts";
import { reachMongo } from "./platform/mongo.ts";

const retryAfterSeconds = 30;
const pauseMs = 1_000;

/** What answers on the product's port while MongoDB is away at the start: a page with the number, never a dead line. */
export const openWaitingRoom = async ({
  port,
  host,
  phone,
}: Pick<Config, "port" | "host" | "phone">): Promise<{ port: number; close: () => Promise<void> }> => {
  const page = waitingPage(phone);
  const http = createServer((request, response) => {
    const alive = request.url === "/live";
    response.writeHead(alive ? 200 : 503, {
      "Content-Type": alive ? "text/plain" : "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Content-Security-Policy": "default-src 'none'",
      "Retry-After": String(retryAfterSeconds),
      Connection: "close",
    });
    response.end(alive ? "ok" : page);
  });
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(port, host, resolve);
  });
  const address = http.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: () => new Promise<void>((resolve) => http.close(() => resolve())),
  };
};

/** Returns once a MongoDB answers at this address. @throws when it answers and refuses us (a wrong password) */
export const mongoAnswers = async (url: string): Promise<void> => {
  for (;;) {
    try {
      await reachMongo(url);
      await mongoose.disconnect();
      return;
    } catch (error) {
      if (!(error instanceof mongoose.Error.MongooseServerSelectionError)) throw error;
      log.warn({ err: error }, "MongoDB is away: waiting for it");
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
};

const waitingPage = (phone: string): string => `<!doctype html>
<html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Le service redémarre, Élan Emploi</title>
<h1>Le service redémarre</h1>
<p>Rien n’est perdu. Réessayez dans quelques minutes.</p>
<p>Une urgence ? Appelez le <a href="tel:${phone.replace(/\s/g, "")}">${phone}</a>, gratuit.</p>
</html>`;
