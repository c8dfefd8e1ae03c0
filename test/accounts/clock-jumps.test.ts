import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { SessionModel } from "#server/accounts/session-model.ts";
import { now, setClock } from "#server/platform/clock.ts";
import { listMails } from "#server/platform/mail/transport.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => setClock());
afterAll(() => house.close());

const start = Date.now();
const hour = 60;
const atMinute = (minutes: number): void => setClock(new Date(start + minutes * 60_000));

/** Who is in was seen: the session says so a moment later. */
const isIn = async (person: Person): Promise<boolean> => {
  const { status } = await asks(house, person).get("/mon-compte");
  if (status === 200) await expect.poll(() => unseenMs(person)).toBeLessThan(60_000);
  return status === 200;
};

const unseenMs = async ({ id }: Person): Promise<number> => {
  const session = await SessionModel.findOne({ accountId: id }).lean();
  return Math.abs(now().getTime() - (session?.seenAt.getTime() ?? 0));
};

const askCode = async (email: string) => {
  const asked = await asks(house).post("/connexion", { email });
  await house.drain();
  const mail = (await listMails()).find(({ to }) => to === email);
  return { page: asked.headers.location ?? "", code: /\b(\d{6})\b/.exec(mail?.subject ?? "")?.[1] ?? "" };
};

describe("when the machine's clock goes forward three hours", () => {
  it("staff and employers sign in again, a candidate does not", async () => {
    atMinute(0);
    const [officer, employer, candidate] = await Promise.all([
      givenPerson({ role: "officer" }),
      givenPerson({ role: "employer" }),
      givenPerson({ role: "candidate" }),
    ]);

    atMinute(3 * hour);

    expect(await Promise.all([officer, employer, candidate].map(isIn))).toEqual([false, false, true]);
  });

  it("a code asked before is dead, and a new one opens", async () => {
    const { email } = await givenPerson();
    atMinute(0);
    const before = await askCode(email);

    atMinute(3 * hour);
    const late = await asks(house).post(before.page, before);
    const after = await askCode(email);
    const opened = await asks(house).post(after.page, after);

    expect([late.status, opened.status]).toEqual([422, 303]);
  });
});

describe("when the machine's clock goes back two hours", () => {
  it("whoever is there stays, and is forgotten as soon as on any day", async () => {
    atMinute(2 * hour);
    const officer = await givenPerson({ role: "officer" });

    atMinute(1);
    const stays = await isIn(officer);
    atMinute(29);
    const still = await isIn(officer);
    atMinute(29 + 31);
    const gone = await isIn(officer);

    expect([stays, still, gone]).toEqual([true, true, false]);
  });

  it("no session outlives its term by more than the hours that come twice", async () => {
    atMinute(2 * hour);
    const officer = await givenPerson({ role: "officer" });
    const session = await SessionModel.findOne({ accountId: officer.id }).lean();

    expect(session?.expiresAt.getTime()).toBe(start + (2 + 12) * hour * 60_000);
    for (let minute = 1; minute < 14 * hour; minute += 25) {
      atMinute(minute);
      expect(await isIn(officer), `minute ${minute}`).toBe(true);
    }
    atMinute(14 * hour);
    expect(await isIn(officer)).toBe(false);
  });

  it("a code asked before opens once, and never a second time when that hour comes again", async () => {
    const { email } = await givenPerson();
    atMinute(2 * hour);
    const asked = await askCode(email);

    atMinute(1);
    const opened = await asks(house).post(asked.page, asked);
    atMinute(2 * hour + 1);
    const again = await asks(house).post(asked.page, asked);

    expect([opened.status, again.status]).toEqual([303, 422]);
  });
});
