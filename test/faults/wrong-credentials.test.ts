import { once } from "node:events";
import { createServer as createHttpServer, type Server as HttpServer } from "node:http";
import { type AddressInfo, createServer, type Server } from "node:net";
import { serialize } from "bson";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { messageCutter, readRequest, writeReply } from "#server/embedded/store/wire.ts";
import { embeddedEngine } from "#server/platform/search/embedded/engine.ts";
import { meilisearchEngine } from "#server/platform/search/meilisearch/engine.ts";
import { useSearch } from "#server/platform/search/search.ts";
import { mongoAnswers } from "#server/waiting-room.ts";
import { givenOffers } from "#test/support/given-offers.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";

// The password of Redis: test/platform/queue-away.test.ts.

const portOf = async (server: Server | HttpServer): Promise<number> => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  return (server.address() as AddressInfo).port; // it listens on TCP
};

/** Speaks as a MongoDB that knows nobody by this name. */
const refusingMongo = (): Server =>
  createServer((socket) => {
    const cut = messageCutter((message) => {
      const request = readRequest(message);
      const hello = "hello" in request.body || "ismaster" in request.body;
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

describe("with a wrong key of Meilisearch", () => {
  let house: House;
  let meili: HttpServer;
  beforeAll(async () => {
    house = await openHouse();
    await givenOffers(house, [{ title: "Fileur de verre F/H" }]);
    meili = createHttpServer((_request, response) => {
      response.writeHead(403, { "content-type": "application/json" });
      response.end(JSON.stringify({ message: "The provided API key is invalid.", code: "invalid_api_key" }));
    });
    useSearch(meilisearchEngine({ url: `http://127.0.0.1:${await portOf(meili)}`, key: "fausse" }));
  }, 60_000);
  afterAll(async () => {
    useSearch(embeddedEngine());
    meili.close();
    await house.close();
  });

  it("the search says that it is simplified, and shows the newest offers rather than none", async () => {
    const { status, text } = await asks(house).get("/offres?q=fileur");

    expect(status).toBe(200);
    expect(text).toContain("Recherche simplifiée");
    expect(text).toContain("Fileur de verre");
    expect(text).not.toContain("fausse");
  });
});
