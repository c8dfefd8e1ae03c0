import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { io, type Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openSockets } from "#server/http/sockets.ts";
import { sendSignal } from "#server/platform/signals.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

let house: House;
let http: Server;
let url: string;
let sockets: { close: () => Promise<void> };
const opened: Socket[] = [];

beforeAll(async () => {
  house = await openHouse();
  http = createServer(house.app);
  sockets = openSockets(http);
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterEach(() => {
  for (const socket of opened.splice(0)) socket.disconnect();
});
afterAll(async () => {
  await sockets.close();
  await new Promise<void>((resolve) => http.close(() => resolve()));
  await house.close();
});

type As = { cookie?: string; origin?: string | undefined };

/** A page that opens: connected, or refused and why. */
const connect = async ({ cookie, origin = url }: As = {}): Promise<{ socket: Socket; refusal: string | null }> => {
  const extraHeaders = { ...(cookie && { Cookie: cookie }), ...(origin && { Origin: origin }) };
  const socket = io(url, {
    path: "/direct",
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
    extraHeaders,
  });
  opened.push(socket);
  const refusal = await new Promise<string | null>((resolve) => {
    socket.once("connect", () => resolve(null));
    socket.once("connect_error", (error) => resolve(error.message));
  });
  return { socket, refusal };
};

const asPerson = async ({ cookie }: Person): Promise<Socket> => (await connect({ cookie })).socket;

/** The names of the signals heard, in order. */
const heardBy = (socket: Socket): string[] => {
  const heard: string[] = [];
  socket.on("signal", ({ name }: { name: string }) => heard.push(name));
  return heard;
};

/** Once this has come back, whatever was sent before it has arrived too. */
const settled = async (...people: { socket: Socket; id: string }[]): Promise<void> => {
  await Promise.all(
    people.map(({ socket, id }) => {
      const last = new Promise<void>((resolve) => {
        socket.on("signal", ({ name }: { name: string }) => name === "last" && resolve());
      });
      sendSignal(`account:${id}`, "last");
      return last;
    }),
  );
};

const gone = (socket: Socket): Promise<string> => new Promise((resolve) => socket.once("disconnect", resolve));

describe("a signal for staff", () => {
  it("reaches officers and admins, and nobody else", async () => {
    const roles = ["officer", "admin", "candidate", "employer", "counsellor", "phoneAgent"] as const;
    const people = await Promise.all(roles.map((role) => givenPerson({ role })));
    const pages = await Promise.all(
      people.map(async (person) => {
        const socket = await asPerson(person);
        return { socket, id: person.id, role: person.role, heard: heardBy(socket) };
      }),
    );

    sendSignal("staff", "strong-match", { offerId: "1" });
    await settled(...pages);

    const who = pages.filter(({ heard }) => heard.includes("strong-match")).map(({ role }) => role);
    expect(who).toEqual(["officer", "admin"]);
  });
});

describe("a signal for one person", () => {
  it("reaches each of that person's pages, and no one of the same role", async () => {
    const [lina, other] = [await givenPerson(), await givenPerson()];
    const [desk, phone, foreign] = [await asPerson(lina), await asPerson(lina), await asPerson(other)];
    const heard = [desk, phone, foreign].map(heardBy);

    sendSignal(`account:${lina.id}`, "application-moved");
    await settled({ socket: desk, id: lina.id }, { socket: phone, id: lina.id }, { socket: foreign, id: other.id });

    expect(heard.map((names) => names.includes("application-moved"))).toEqual([true, true, false]);
  });

  it("is not heard by who asks to join, whatever is asked", async () => {
    const [lina, curious] = [await givenPerson(), await givenPerson()];
    const socket = await asPerson(curious);
    const heard = heardBy(socket);
    for (const word of ["join", "subscribe", "room", "signal"]) socket.emit(word, `account:${lina.id}`, "staff");
    await settled({ socket, id: curious.id });

    sendSignal(`account:${lina.id}`, "application-moved");
    sendSignal("staff", "strong-match");
    await settled({ socket, id: curious.id });

    expect(heard.filter((name) => name !== "last")).toEqual([]);
  });
});

describe("a page is not let in", () => {
  it.each([
    ["without a cookie", async () => ({})],
    ["with a forged cookie", async () => ({ cookie: "__Host-elan=n-importe-quoi" })],
    [
      "from another site",
      async () => ({ ...(await givenPerson({ role: "officer" })), origin: "https://ailleurs.invalid" }),
    ],
    ["from the same name on another port", async () => ({ ...(await givenPerson()), origin: "http://127.0.0.1:1" })],
    ["from a file", async () => ({ ...(await givenPerson()), origin: "null" })],
    [
      "with a session that was ended",
      async () => {
        const person = await givenPerson({ role: "officer" });
        await asks(house, person).post("/deconnexion");
        return person;
      },
    ],
  ])("%s", async (_how, as) => {
    const { refusal } = await connect(await as());

    expect(refusal).not.toBeNull();
  });
});

describe("a page that is open", () => {
  it("is cut off within five seconds of its account being closed", async () => {
    const [admin, officer] = [await givenPerson({ role: "admin" }), await givenPerson({ role: "officer" })];
    const cut = gone(await asPerson(officer));

    await asks(house, admin).post(`/admin/comptes/${officer.id}/etat`, { status: "disabled" });
    const closedAt = performance.now();
    await cut;

    expect(performance.now() - closedAt).toBeLessThan(5_000);
  });

  it("is cut off when it sends too much, and hurts nobody", async () => {
    const [loud, quiet] = [await givenPerson(), await givenPerson({ role: "officer" })];
    const [noisy, calm] = [await asPerson(loud), await asPerson(quiet)];
    const cut = gone(noisy);

    noisy.emit("flood", "a".repeat(10_000));
    await cut;
    const heard = heardBy(calm);
    sendSignal("staff", "strong-match");
    await settled({ socket: calm, id: quiet.id });

    expect(heard).toContain("strong-match");
    expect((await asks(house, loud).get("/mon-compte")).status).toBe(200);
  });
});
