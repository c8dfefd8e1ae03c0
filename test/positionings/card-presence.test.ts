import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { io, type Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openSockets } from "#server/http/sockets.ts";
import { setClock } from "#server/platform/clock.ts";
import { sendSignal } from "#server/platform/signals.ts";
import { watchersOf } from "#server/platform/watchers.ts";
import { type Desk, givenDesk, givenProposed, positioningOf } from "#test/support/given-positionings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

let house: House;
let desk: Desk;
let colleague: Person;
let card: { id: string; version: number };
let http: Server;
let sockets: ReturnType<typeof openSockets>;
let url = "";
const open: Socket[] = [];

beforeAll(async () => {
  house = await openHouse();
  desk = await givenDesk(house);
  colleague = await givenPerson({ role: "officer", firstName: "Camille", lastName: "Exemple" });
  http = createServer(house.app);
  sockets = openSockets(http);
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`; // it listens on TCP
});
beforeEach(async () => {
  const seeker = await givenProposed(house, desk);
  card = await positioningOf(desk.offerId, seeker.id);
});
afterEach(() => {
  setClock();
  for (const socket of open.splice(0)) socket.disconnect();
});
afterAll(async () => {
  await sockets.close();
  await new Promise<void>((resolve) => http.close(() => resolve()));
  await house.close();
});

/** The card's page, open in somebody's browser, and how often it was told to look again. */
const opens = async (person: Person, thing = `positioning:${card.id}`) => {
  const socket = io(url, {
    path: "/direct",
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
    query: { watching: thing },
    extraHeaders: { origin: url, cookie: person.cookie },
  });
  open.push(socket);
  const heard: string[] = [];
  socket.on("signal", ({ name }: { name: string }) => heard.push(name));
  await new Promise<void>((resolve) => socket.once("connect", () => resolve()));
  return { socket, heard };
};

const pathOf = (): string => `/bureau/positionnements/${card.id}`;
const readBy = async (person: Person, query = ""): Promise<string> =>
  (await asks(house, person).get(`${pathOf()}${query}`)).text;

describe("a card that two officers have open", () => {
  it("shows each the other's name, and never one's own", async () => {
    await opens(desk.officer);
    await opens(colleague);
    await expect.poll(() => watchersOf(`positioning:${card.id}`)).toHaveLength(2);

    const [mine, theirs] = [await readBy(desk.officer), await readBy(colleague)];

    expect(mine).toContain("Camille Exemple regarde aussi cette fiche.");
    expect(mine).not.toContain("Julie Faure regarde");
    expect(theirs).toContain("Julie Faure regarde aussi cette fiche.");
  });

  it("tells the first page at once that somebody came, and that they left", async () => {
    const first = await opens(desk.officer);
    const second = await opens(colleague);
    await expect.poll(() => first.heard).toContain("watchers-changed");

    first.heard.length = 0;
    second.socket.disconnect();

    await expect.poll(() => first.heard).toContain("watchers-changed");
    expect(await readBy(desk.officer)).not.toContain("regarde aussi");
  });

  it("forgets within seconds a colleague whose web process died", async () => {
    sendSignal("servers", "watching", { thing: `positioning:${card.id}`, accountId: colleague.id, line: "elsewhere" });
    expect(await readBy(desk.officer)).toContain("Camille Exemple regarde aussi");

    setClock(new Date(Date.now() + 13_000));

    expect(await readBy(desk.officer)).not.toContain("regarde aussi");
  });

  it("counts nobody but officers, and hears of no other card", async () => {
    const counsellor = await givenPerson({ role: "counsellor" });
    const other = await givenProposed(house, desk);
    const first = await opens(desk.officer);
    await opens(counsellor);
    await opens(desk.recruiter);
    await opens(colleague, `positioning:${(await positioningOf(desk.offerId, other.id)).id}`);

    expect(watchersOf(`positioning:${card.id}`)).toEqual([desk.officer.id]);
    expect(await readBy(desk.officer)).not.toContain("regarde aussi");
    expect(first.heard).not.toContain("watchers-changed");
  });

  it("lets no page into the room of an account by that way", async () => {
    const spy = await opens(colleague, `account:${desk.officer.id}`);

    sendSignal(`account:${desk.officer.id}`, "positioning-changed");
    sendSignal(`account:${colleague.id}`, "last");

    await expect.poll(() => spy.heard).toContain("last");
    expect(spy.heard).not.toContain("positioning-changed");
  });
});

describe("a card that a colleague moved meanwhile", () => {
  it("says who did what to the page that shows the older version", async () => {
    await asks(house, colleague).post(`${pathOf()}/etape`, {
      to: "consented",
      version: card.version,
      note: "Au téléphone ce matin",
    });

    const asked = await readBy(desk.officer, `?vu=${card.version}`);

    expect(asked).toContain("Cette fiche a changé.");
    expect(asked).toMatch(/Camille E\., [^:]* : « A dit oui »\./);
    expect(asked).toContain("Voir la nouvelle version");
    expect(await readBy(desk.officer)).not.toContain("Cette fiche a changé");
  });

  it("says it was given to somebody", async () => {
    await asks(house, colleague).post(`${pathOf()}/confier`, { officerId: colleague.id, version: card.version });

    expect(await readBy(desk.officer, `?vu=${card.version}`)).toContain("fiche confiée à Camille E.");
  });

  it.each([
    ["a step", "etape", { to: "declined", note: "Il préfère le jour, dit-il." }],
    ["a call", "suivi", { kind: "M1", result: "inPost", note: "Il préfère le jour, dit-il." }],
    ["a handing over", "confier", {}],
  ])("refuses %s from the older page, and keeps what was typed", async (_what, way, typed) => {
    const mine = { officerId: desk.officer.id, ...typed, version: card.version };
    await asks(house, colleague).post(`${pathOf()}/etape`, {
      to: "consented",
      version: card.version,
      note: "Au téléphone ce matin",
    });

    const refused = await asks(house, desk.officer).post(`${pathOf()}/${way}`, mine);

    expect(refused.status).toBe(409);
    expect(refused.text).toContain("Quelqu’un a agi avant vous");
    expect(refused.text).toMatch(/Camille E\., [^:]* : « A dit oui »\./);
    if ("note" in typed) expect(refused.text).toContain(typed.note);
    expect((await positioningOfCard()).status).toBe("consented");
  });
});

const positioningOfCard = async () => {
  const { readPositioning } = await import("#server/positionings/find-positioning.ts");
  const found = await readPositioning(card.id);
  if (!found) throw new Error("the card is gone");
  return found;
};
