import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { io, type Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openSockets } from "#server/http/sockets.ts";
import { sendSignal } from "#server/platform/signals.ts";
import { matchCv } from "#server/positionings/find-strong-matches.ts";
import type { Signal } from "#shared/kernel/signal.ts";
import { givenSeeker } from "#test/support/given-cvs.ts";
import { type Desk, givenDesk, givenProposed, positioningOf, proposalPath } from "#test/support/given-positionings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

let house: House;
let desk: Desk;
let http: Server;
let sockets: ReturnType<typeof openSockets>;
let url = "";
const open: Socket[] = [];

beforeAll(async () => {
  house = await openHouse();
  desk = await givenDesk(house);
  http = createServer(house.app);
  sockets = openSockets(http);
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`; // it listens on TCP
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});
afterAll(async () => {
  await sockets.close();
  await new Promise<void>((resolve) => http.close(() => resolve()));
  await house.close();
});

type Line = { heard: Signal[]; connected: boolean };

/** A browser's line to the site, and all it hears. */
const listen = async (cookie: string | null, origin = url): Promise<Line> => {
  const socket = io(url, {
    path: "/direct",
    transports: ["websocket"],
    reconnection: false,
    extraHeaders: { origin, ...(cookie ? { cookie } : {}) },
  });
  open.push(socket);
  const line: Line = { heard: [], connected: false };
  socket.on("signal", (signal: Signal) => line.heard.push(signal));
  await new Promise<void>((resolve) => {
    socket.on("connect", () => {
      line.connected = true;
      resolve();
    });
    socket.on("connect_error", () => resolve());
  });
  return line;
};

const names = (line: Line): string[] => line.heard.map(({ name }) => name);
const someTime = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));

describe("the desk's line", () => {
  it("tells an officer of a strong match within seconds, by ids alone", async () => {
    const line = await listen(desk.officer.cookie);
    const seeker = await givenSeeker({}, { firstName: "Secrète" });

    await matchCv(seeker.cvId);

    await expect.poll(() => names(line), { timeout: 3000 }).toContain("strong-match");
    expect(JSON.stringify(line.heard)).not.toContain("Secrète");
    expect(JSON.stringify(line.heard)).not.toContain(seeker.email);
    await matchCv(seeker.cvId);
    await someTime();
    expect(names(line).filter((name) => name === "strong-match")).toHaveLength(1);
  });

  it("tells nobody else: candidate, employer, other staff, no cookie, another site", async () => {
    const people: Person[] = [
      await givenPerson(),
      desk.recruiter,
      await givenPerson({ role: "counsellor" }),
      await givenPerson({ role: "phoneAgent" }),
    ];
    const lines = await Promise.all(people.map(({ cookie }) => listen(cookie)));
    const closed = [await listen(null), await listen(desk.officer.cookie, "https://mal.invalid")];

    sendSignal("staff", "strong-match", { offerId: desk.offerId });
    await matchCv((await givenSeeker()).cvId);
    await someTime();

    expect(closed.map(({ connected }) => connected)).toEqual([false, false]);
    expect([...lines, ...closed].flatMap(({ heard }) => heard)).toEqual([]);
  });

  it("tells the officer of a person's answer, and the person of their own alone", async () => {
    const seeker = await givenProposed(house, desk);
    const other = await givenProposed(house, desk);
    const [officer, person, stranger] = await Promise.all(
      [desk.officer, seeker, other].map(({ cookie }) => listen(cookie)),
    );

    await asks(house).post(proposalPath(await positioningOf(desk.offerId, seeker.id)), { answer: "yes" });

    await expect.poll(() => officer && names(officer), { timeout: 3000 }).toContain("positioning-changed");
    await expect.poll(() => person && names(person)).toContain("positioning-changed");
    expect(stranger?.heard).toEqual([]);
  });
});
