import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { serialize } from "bson";
import { describe, expect, it } from "vitest";
import { messageCutter, readRequest, writeReply } from "#server/embedded/store/wire.ts";
import { mongoAnswers } from "#server/waiting-room.ts";

// Of Redis: test/platform/queue-away.test.ts; of the mail relay: refused-settings.test.ts; of Meilisearch: search-key.test.ts.

const portOf = async (server: Server): Promise<number> => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  return (server.address() as AddressInfo).port; // it listens on TCP
};

/** Speaks as a MongoDB that knows nobody by this name. */
const refusingMongo = (): Server =>
  createServer((socket) => {
    const cut = messageCutter((message) => {
      const request = readRequest(message);
      const body = request.read();
      const hello = "hello" in body || "ismaster" in body;
      const welcome = { ismaster: true, maxWireVersion: 21, minWireVersion: 0, ok: 1 };
      const refusal = { ok: 0, code: 18, codeName: "AuthenticationFailed", errmsg: "Authentication failed." };
      socket.write(writeReply(request, serialize(hello ? welcome : refusal)));
    });
    socket.on("data", cut).on("error", () => undefined);
  });

describe("with a wrong password", () => {
  it("MongoDB is not waited for: the start says which setting to correct, and not the password", async () => {
    const mongo = refusingMongo();
    const port = await portOf(mongo);

    const url = new URL(`mongodb://127.0.0.1:${port}/elan?directConnection=true`);
    Object.assign(url, { username: "elan", password: "faux" });
    const started = mongoAnswers(url.href);

    await expect(started).rejects.toThrow(
      /^MongoDB refuses the user or the password of MONGODB_URL\. Correct it, then start again\.$/,
    );
    mongo.close();
  });
});
