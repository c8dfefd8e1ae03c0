import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { now, setClock } from "#server/platform/clock.ts";
import { listMails } from "#server/platform/mail/transport.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const askCode = async (email: string): Promise<{ page: string; code: string; link: string }> => {
  const asked = await asks(house).post("/connexion", { email });
  await house.drain();
  const mail = (await listMails()).find(({ to }) => to === email);
  return {
    page: asked.headers.location ?? "",
    code: /\b(\d{6})\b/.exec(mail?.subject ?? "")?.[1] ?? "",
    link: /(\/connexion\/lien\/[\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "",
  };
};

const cookieOf = (headers: Record<string, unknown>): string =>
  String([headers["set-cookie"]].flat()[0]).split(";")[0] ?? "";

describe("signing in", () => {
  it("opens a session with the six digits of the mail", async () => {
    const { email } = await givenPerson({ email: "lina@exemple.invalid" });
    const { page, code } = await askCode(email);

    const entered = await asks(house).post(page, { code });

    expect(entered.status).toBe(303);
    expect(entered.headers.location).toBe("/mes-pistes");
    expect(String(entered.headers["set-cookie"])).toMatch(/__Host-elan=.+HttpOnly; Secure; SameSite=Lax/);
    const mine = await asks(house).get("/mon-compte").set("Cookie", cookieOf(entered.headers));
    expect(mine.text).toContain("lina@exemple.invalid");
  });

  it.each([
    ["/offres/macon-tulle-12/postuler", "Pour postuler, ouvrez d’abord votre espace."],
    ["/mes-pistes", "Cette page est dans un espace personnel."],
  ])(
    "says why %s asks for it, again after a wrong address, and nothing to who comes by themselves",
    async (suite, why) => {
      const asked = await asks(house).get(`/connexion?suite=${encodeURIComponent(suite)}`);
      const again = await asks(house).post("/connexion", { email: "lina@", suite });
      const alone = await asks(house).get("/connexion");

      expect(asked.text).toContain(why);
      expect(again.text).toContain(why);
      expect(alone.text).not.toMatch(/Pour postuler|espace personnel/);
    },
  );

  it("refuses a wrong code, keeps count, and kills the code after five", async () => {
    const { page, code } = await askCode("essais@exemple.invalid");
    const wrong = code === "000000" ? "000001" : "000000";

    for (let i = 0; i < 5; i++) expect((await asks(house).post(page, { code: wrong })).status).toBe(422);
    const late = await asks(house).post(page, { code });

    expect(late.status).toBe(422);
    expect(late.text).toContain("plus valable");
  });

  it("looks at five tries of a code and no more, however many come at once", async () => {
    const { page, code } = await askCode("rafale@exemple.invalid");
    const wrong = Array.from({ length: 40 }, (_, at) => String(at).padStart(6, "0")).filter((one) => one !== code);

    const typed = [...wrong.slice(0, 20), code, ...wrong.slice(20)];
    const tries = await Promise.all(typed.map((one) => asks(house).post(page, { code: one })));

    const looked = tries.filter(({ text }) => !text.includes("plus valable"));
    expect(looked).toHaveLength(5);
    expect(tries.map(({ status }) => status)).not.toContain(303);
  });

  it("refuses the same code twice, and an old one after a new one", async () => {
    const first = await askCode("deux@exemple.invalid");
    const second = await askCode("deux@exemple.invalid");

    expect((await asks(house).post(first.page, { code: first.code })).status).not.toBe(303);
    expect((await asks(house).post(second.page, { code: second.code })).status).toBe(303);
    expect((await asks(house).post(second.page, { code: second.code })).status).toBe(422);
  });

  it("lets ten minutes pass for slow readers, not eleven", async () => {
    const slow = await askCode("lent@exemple.invalid");
    setClock(new Date(Date.now() + 9.5 * 60_000));
    const inTime = await asks(house).post(slow.page, { code: slow.code });
    setClock();
    const late = await askCode("tard@exemple.invalid");
    setClock(new Date(Date.now() + 11 * 60_000));
    const tooLate = await asks(house).post(late.page, { code: late.code });
    setClock();

    expect([inTime.status, tooLate.status]).toEqual([303, 422]);
  });

  it("never consumes the mail's link by looking at it", async () => {
    const { email } = await givenPerson({ email: "lien@exemple.invalid" });
    const { link } = await askCode(email);

    for (let i = 0; i < 5; i++) expect((await asks(house).get(link)).status).toBe(200);
    const pressed = await asks(house).post(link, {});
    const again = await asks(house).post(link, {});

    expect(pressed.headers.location).toBe("/mes-pistes");
    expect(again.status).toBe(410);
  });

  it("answers the same to a known and to an unknown address", async () => {
    await givenPerson({ email: "connue@exemple.invalid" });

    const known = await asks(house).post("/connexion", { email: "connue@exemple.invalid" });
    const unknown = await asks(house).post("/connexion", { email: "inconnue@exemple.invalid" });

    const shape = (response: typeof known) => [
      response.status,
      response.headers.location?.replace(/[0-9a-f]{24}/, "id"),
    ];
    expect(shape(known)).toEqual(shape(unknown));
  });

  it("asks a new person's name, then creates one account even from two tabs", async () => {
    const { page, code } = await askCode("nouvelle@exemple.invalid");
    const entered = await asks(house).post(page, { code });
    const welcome = entered.headers.location ?? "";

    const typed = { firstName: "Inès", lastName: "Fictive", role: "candidate" };
    const [one, two] = await Promise.all([asks(house).post(welcome, typed), asks(house).post(welcome, typed)]);

    expect([one.status, two.status]).toContain(303);
    expect(await AccountModel.countDocuments({ email: "nouvelle@exemple.invalid" })).toBe(1);
  });

  it("gives nobody a staff role by asking for it", async () => {
    const { page, code } = await askCode("ruse@exemple.invalid");
    const welcome = (await asks(house).post(page, { code })).headers.location ?? "";

    const refused = await asks(house).post(welcome, { firstName: "A", lastName: "B", role: "admin" });

    expect(refused.status).toBe(422);
    expect(await AccountModel.countDocuments({ email: "ruse@exemple.invalid" })).toBe(0);
  });
});

describe("a session", () => {
  it("is dead after signing out, even for who kept the cookie", async () => {
    const person = await givenPerson();

    await asks(house, person).post("/deconnexion");

    const replay = await asks(house, person).get("/mon-compte");
    expect(replay.headers.location).toMatch(/^\/connexion/);
  });

  it("is dead once the account is disabled", async () => {
    const admin = await givenPerson({ role: "admin" });
    const person = await givenPerson();

    await asks(house, admin).post(`/admin/comptes/${person.id}/etat`, { status: "disabled" });

    expect((await asks(house, person).get("/mon-compte")).status).toBe(303);
  });

  it("ends after half an hour without a gesture for staff", async () => {
    const officer = await givenPerson({ role: "officer" });
    setClock(new Date(now().getTime() + 31 * 60_000));

    const late = await asks(house, officer).get("/mon-compte");
    setClock();

    expect(late.status).toBe(303);
  });

  it("that ended while typing keeps what was typed", async () => {
    const person = await givenPerson();
    await asks(house, person).post("/deconnexion");

    const sent = await asks(house, person).post("/mon-compte/mot-de-passe", {
      newPassword: "x",
      note: "mon long texte",
    });
    const kept = /suite=([^&]+)/.exec(sent.headers.location ?? "")?.[1] ?? "";
    const again = await givenPerson();
    const page = await asks(house, again).get(decodeURIComponent(kept));

    expect(page.text).toContain("mon long texte");
    expect(page.text).not.toContain('value="x"');
  });
});

describe("a request from another site", () => {
  it("is refused, with a stable code for machines", async () => {
    const person = await givenPerson();

    const foreign = await asks(house, person).postJson("/deconnexion").set("Sec-Fetch-Site", "cross-site");

    expect(foreign.status).toBe(403);
    expect(foreign.body.error.code).toBe("cross-site-request");
    expect((await asks(house, person).get("/mon-compte")).status).toBe(200);
  });
});

describe("hostile input at the door", () => {
  it.each([
    ["an operator", { email: { $ne: null } }],
    ["a list", { email: ["a@exemple.invalid", "b@exemple.invalid"] }],
    ["nothing", {}],
    ["markup", { email: "<script>@exemple.invalid" }],
  ])("answers %s with a code, never with a fault", async (_name, body) => {
    const answer = await asks(house).postJson("/connexion", body);

    expect(answer.status).toBe(422);
    expect(answer.body.error.fields.email.code).toMatch(/^[a-z-]+$/);
  });

  it("never follows an address of another site after signing in", async () => {
    const { email } = await givenPerson({ email: "loin@exemple.invalid" });
    const { page, code } = await askCode(email);

    const entered = await asks(house).post(page, { code, suite: "//mal.invalid/x" });

    expect(entered.headers.location).toBe("/mes-pistes");
  });
});
