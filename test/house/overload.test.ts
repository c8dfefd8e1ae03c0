import { once } from "node:events";
import type { Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { usualRoom as room } from "#server/http/overload.ts";
import { offerIndex } from "#server/offers/offer-index.ts";
import type { SearchAnswer } from "#server/platform/search/port.ts";
import { type House, openHouse } from "#test/support/house.ts";

let house: House;
let server: Server;
beforeAll(async () => {
  house = await openHouse();
  server = house.app.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await house.close();
});

/** So many visitors whose answers wait until they are let go. */
const hang = async (count: number): Promise<() => Promise<unknown>> => {
  let open: (answer: SearchAnswer) => void = () => undefined;
  const gate = new Promise<SearchAnswer>((resolve) => {
    open = resolve;
  });
  const search = vi.spyOn(await offerIndex(), "search").mockReturnValue(gate);
  const waiting = Array.from({ length: count }, () => get("/api/v1/offers?q=attente").then(() => null));
  while (search.mock.calls.length < count) await new Promise((resume) => setTimeout(resume, 5));
  return async () => {
    search.mockRestore();
    open({ total: 0, hits: [], facets: {}, minimumCounts: {}, corrected: null, relaxed: false });
    await Promise.all(waiting);
  };
};

/** Senders who never end their body. */
const sendSlowly = async (count: number): Promise<readonly Socket[]> => {
  const { port } = server.address() as AddressInfo; // it listens on TCP
  const sockets = Array.from({ length: count }, () => connect(port, "127.0.0.1"));
  for (const socket of sockets) {
    await once(socket, "connect");
    socket.write(
      "POST /offres HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{",
    );
  }
  return sockets;
};

const get = (path: string, accept = "text/html"): supertest.Test => supertest(server).get(path).set("Accept", accept);

describe("a process that has too much to do", () => {
  it("says so at once, with a delay, the phone number and the headers of every page", async () => {
    const letGo = await hang(room.reading);

    const refused = await get("/");
    const api = await get("/api/v1/offers", "application/json");
    await letGo();

    expect([refused.status, refused.headers["retry-after"]]).toEqual([503, "5"]);
    expect(refused.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(refused.text).toContain("Beaucoup de monde en ce moment");
    expect(refused.text).toContain("0 800 00 00 19");
    expect([api.status, api.body.error.code]).toEqual([503, "overloaded"]);
    expect((await get("/")).status).toBe(200);
  });

  it("still takes what people send, and tells those who watch it", async () => {
    const letGo = await hang(room.reading);

    const sent = await supertest(server)
      .post("/connexion")
      .set({ "Sec-Fetch-Site": "same-origin", Accept: "text/html" })
      .type("form")
      .send({ email: "quelqu.un@exemple.invalid" });
    const watched = await Promise.all(["/live", "/ready", "/metrics"].map((path) => get(path)));
    await letGo();

    expect(sent.status).toBe(303);
    expect(watched.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it("is not stopped by hundreds who send slowly: pages are read and forms are taken meanwhile", async () => {
    const sockets = await sendSlowly(room.writing + 50);

    const page = await get("/offres");
    const sent = await supertest(server).post("/connexion").set("Sec-Fetch-Site", "same-origin").send({});
    for (const socket of sockets) socket.destroy();

    expect([page.status, sent.status]).toEqual([200, 422]);
  });
});
