import { Secret, TOTP } from "otpauth";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { hashPassword } from "#server/accounts/passwords.ts";
import { useSecondFactor } from "#server/accounts/second-factor.ts";
import { SecondFactorModel } from "#server/accounts/second-factor-model.ts";
import { SessionModel } from "#server/accounts/session-model.ts";
import { SignInCodeModel } from "#server/accounts/sign-in-code-model.ts";
import { useSealSecret } from "#server/platform/seal.ts";
import { type Role, staffRoles } from "#shared/kernel/actor.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(() => {
  useSecondFactor(true);
  useSealSecret("a secret of the tests");
});
afterEach(() => {
  useSecondFactor(false);
  vi.useRealTimers();
});

const password = "quatre mots sans aucun lien";

const givenColleague = async (role: Role): Promise<Person> => {
  const person = await givenPerson({ role });
  await AccountModel.updateOne({ _id: person.id }, { $set: { passwordHash: await hashPassword(password) } });
  await SessionModel.deleteMany({ accountId: person.id });
  return person;
};

/** The first factor, then the address of the page of the second. */
const signInAs = async ({ email }: Person) => (await asks(house).post("/connexion", { email, password })).headers;

const telephoneOf = async (at: string): Promise<TOTP> => {
  const { text } = await asks(house).get(at);
  const secret = /<code[^>]*>([A-Z2-7 ]+)</.exec(text)?.[1]?.replaceAll(" ", "") ?? "";
  return new TOTP({ secret: Secret.fromBase32(secret) });
};

const enrolled = async (role: Role = "officer"): Promise<{ person: Person; telephone: TOTP }> => {
  const person = await givenColleague(role);
  const { location = "" } = await signInAs(person);
  const telephone = await telephoneOf(location);
  const entered = await asks(house).post(location, { code: telephone.generate() });
  expect(entered.headers["set-cookie"]?.[0]).toMatch(/^__Host-/);
  return { person, telephone };
};

const halfAMinute = 30_000;

const hour = 3_600_000;

/** An hour in which nothing was tried yet. */
const laterToday = (hours: number): void => {
  vi.useFakeTimers({ toFake: ["Date"], now: Math.ceil(Date.now() / hour) * hour + hours * hour + halfAMinute });
};

/** Digits that this telephone shows neither now nor just before or after. */
const wrongFor = (telephone: TOTP, most: number): string[] => {
  const shown = [-1, 0, 1].map((step) => telephone.generate({ timestamp: Date.now() + step * halfAMinute }));
  const digits = Array.from({ length: most + shown.length }, (_, at) => String(at).padStart(6, "0"));
  return digits.filter((one) => !shown.includes(one)).slice(0, most);
};

describe("a colleague who signs in", () => {
  it.each(staffRoles)("as %s holds no session before the telephone's code", async (role) => {
    const person = await givenColleague(role);

    const headers = await signInAs(person);
    const page = await asks(house).get(headers.location ?? "");

    expect(headers.location).toMatch(/^\/connexion\/second-code\//);
    expect(headers["set-cookie"] ?? []).toEqual([]);
    expect(await SessionModel.countDocuments({ accountId: person.id })).toBe(0);
    expect(page.text).toContain("Enregistrez votre téléphone");
    expect(page.text).toContain("<svg");
  });

  it("is shown the secret until a first code proves the telephone, and never after", async () => {
    const { person } = await enrolled();

    const page = await asks(house).get((await signInAs(person)).location ?? "");

    expect(page.text).toContain("Le code de votre téléphone");
    expect(page.text).not.toContain('<svg class="qr-code"');
    const kept = await SecondFactorModel.findOne({ accountId: person.id }).lean();
    expect(kept?.sealedSecret).not.toMatch(/^[A-Z2-7]{32}$/);
  });

  it.each(["candidate", "employer"] as const)("as %s is asked nothing more", async (role) => {
    const headers = await signInAs(await givenColleague(role));

    expect(headers["set-cookie"]?.[0]).toMatch(/^__Host-/);
  });
});

describe("a code of the telephone", () => {
  it("serves once: read over a shoulder, it opens nothing", async () => {
    const { person, telephone } = await enrolled();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2 * halfAMinute });
    const code = telephone.generate();

    const first = await asks(house).post((await signInAs(person)).location ?? "", { code });
    const again = await asks(house).post((await signInAs(person)).location ?? "", { code });

    expect(first.status).toBe(303);
    expect(again.status).toBe(422);
    expect(again.headers["set-cookie"] ?? []).toEqual([]);
  });

  it.each([
    ["one step late", -1, 303],
    ["one step early", 1, 303],
    ["two steps late", -2, 422],
    ["two steps early", 2, 422],
  ])("%s by its clock", async (_name, steps, status) => {
    const { person, telephone } = await enrolled();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 10 * halfAMinute });
    const code = telephone.generate({ timestamp: Date.now() + steps * halfAMinute });

    const sent = await asks(house).post((await signInAs(person)).location ?? "", { code });

    expect(sent.status).toBe(status);
  });

  it("is guessed five times at most, then one signs in again", async () => {
    const { person, telephone } = await enrolled();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2 * halfAMinute });
    const { location = "" } = await signInAs(person);
    const wrong = String((Number(telephone.generate()) + 1) % 1_000_000).padStart(6, "0");

    for (let time = 0; time < 5; time += 1) await asks(house).post(location, { code: wrong });
    const right = await asks(house).post(location, { code: telephone.generate() });

    expect(right.status).toBe(410);
    expect(right.headers["set-cookie"] ?? []).toEqual([]);
  });

  it("is looked at five times and no more, however many come at once", async () => {
    const { person, telephone } = await enrolled();
    laterToday(1);
    const { location = "" } = await signInAs(person);
    const wrong = wrongFor(telephone, 40);

    const typed = [...wrong.slice(0, 20), telephone.generate(), ...wrong.slice(20)];
    const tries = await Promise.all(typed.map((code) => asks(house).post(location, { code })));

    expect(tries.map(({ status }) => status)).not.toContain(303);
    const step = await SignInCodeModel.findOne({ accountId: person.id }).sort({ createdAt: -1 }).lean();
    expect(step?.attempts).toBe(5);
  });

  it("is guessed twenty times an hour, however often one signs in again, and then not at all", async () => {
    const { person, telephone } = await enrolled();
    laterToday(2);
    const comeWith = async (code: string) => asks(house).post((await signInAs(person)).location ?? "", { code });
    for (const at of [0, 5, 10, 15]) {
      const { location = "" } = await signInAs(person);
      for (const code of wrongFor(telephone, 20).slice(at, at + 5)) await asks(house).post(location, { code });
    }

    const late = await comeWith(telephone.generate());
    laterToday(3);
    const later = await comeWith(telephone.generate());

    expect([late.status, later.status]).toEqual([429, 303]);
    expect(late.text).toContain("Trop d’essais");
  });

  it("opens one session when it arrives twenty times in the same instant", async () => {
    const { person, telephone } = await enrolled();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2 * halfAMinute });
    const { location = "" } = await signInAs(person);
    await SessionModel.deleteMany({ accountId: person.id });

    const burst = await Promise.all(
      Array.from({ length: 20 }, () => asks(house).post(location, { code: telephone.generate() })),
    );

    expect(burst.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(burst.filter(({ headers }) => headers["set-cookie"] !== undefined)).toHaveLength(1);
    expect(await SessionModel.countDocuments({ accountId: person.id })).toBe(1);
  });

  it("comes from one telephone, in however many tabs the first sign-in was made", async () => {
    const person = await givenColleague("officer");

    const tabs = await Promise.all([1, 2, 3, 4].map(() => signInAs(person)));

    const secrets = await Promise.all(
      tabs.map(async ({ location = "" }) => (await telephoneOf(location)).secret.base32),
    );
    expect(new Set(secrets).size).toBe(1);
  });

  it("of one colleague opens nothing to another", async () => {
    const [one, other] = [await enrolled(), await enrolled()];
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2 * halfAMinute });

    const sent = await asks(house).post((await signInAs(one.person)).location ?? "", {
      code: other.telephone.generate(),
    });

    expect(sent.status).toBe(422);
  });

  it("is no more readable once the platform's secret changed, and the page says what to do", async () => {
    const { person } = await enrolled();
    const { location = "" } = await signInAs(person);
    useSealSecret("another secret");

    const sent = await asks(house).post(location, { code: "123456" });

    expect(sent.status).toBe(409);
    expect(sent.text).toContain("administrateur");
  });
});

describe("a lost telephone", () => {
  it("is forgotten by an administrator; whoever held it is out, and another is enrolled", async () => {
    const { person } = await enrolled();
    useSecondFactor(false);
    const admin = await givenPerson({ role: "admin" });
    useSecondFactor(true);

    const reset = await asks(house, admin).post(`/admin/comptes/${person.id}/second-code`, {});
    const page = await asks(house).get((await signInAs(person)).location ?? "");

    expect(reset.status).toBe(303);
    expect(await SessionModel.countDocuments({ accountId: person.id })).toBe(0);
    expect(page.text).toContain("Enregistrez votre téléphone");
  });

  it("of a candidate is missing: they have none", async () => {
    const admin = await givenPerson({ role: "admin" });
    const candidate = await givenPerson({ role: "candidate" });

    expect((await asks(house, admin).post(`/admin/comptes/${candidate.id}/second-code`, {})).status).toBe(404);
  });
});
