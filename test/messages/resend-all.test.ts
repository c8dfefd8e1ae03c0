import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { setClock } from "#server/platform/clock.ts";
import { anyOf, not } from "#server/platform/filter.ts";
import { dispatchMail, dispatchMails } from "#server/platform/mail/dispatch.ts";
import { type DispatchFields, DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { useMail } from "#server/platform/mail/transport.ts";
import type { DispatchReason } from "#shared/messages/dispatch-reasons.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";
import { aMail, inSeconds } from "./mail-house.ts";
import { type ScriptedRelay, startScriptedRelay } from "./scripted-relay.ts";

let house: House;
let relay: ScriptedRelay;
let admin: Person;
beforeAll(async () => {
  house = await openHouse();
  relay = await startScriptedRelay();
  await useMail({ smtpUrl: relay.url, folder: "", from: "Élan Emploi <site@elan.invalid>" });
  admin = await givenPerson({ role: "admin" });
});
afterEach(async () => {
  setClock();
  relay.received.length = 0;
  await DispatchModel.deleteMany({});
});
afterAll(async () => {
  await house.close();
  await relay.stop();
});

type Ended = { count: number; reason: DispatchReason; state?: "bounced" | "unknown"; set?: Partial<DispatchFields> };

/** So many mails that ended so a minute ago, all their tries used. */
const givenEnded = async ({ count, reason, state = "bounced", set = {} }: Ended): Promise<void> => {
  const mails = Array.from({ length: count }, () => aMail());
  await dispatchMails(mails);
  await DispatchModel.updateMany(
    { dedupeKey: anyOf(mails.map(({ dedupeKey }) => dedupeKey)) },
    { $set: { state, reason, attempts: 12, settledAt: inSeconds(-60), lastError: "EENVELOPE RCPT TO 451", ...set } },
  );
};

const read = async (path: string): Promise<string> => (await asks(house, admin).get(path)).text;
const confirmation = "/admin/courriers/renvoi?etat=bounced&raison=given-up";

/** The form as the page holds it. */
const formOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="(state|reason|until)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
const press = (form: Record<string, string>) => asks(house, admin).post("/admin/courriers/renvoi", form);
const ids = (): string[] => relay.received.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1] ?? "");
const states = async (): Promise<string[]> =>
  (await DispatchModel.find({}).lean()).map(({ state, reason }) => `${state} ${reason}`).sort();

describe("mails that were given up for a same reason", () => {
  it("are counted, with their reason in words and a way to send them all again", async () => {
    await givenEnded({ count: 200, reason: "given-up" });
    await givenEnded({ count: 1, reason: "address-refused" });

    const text = await read("/admin/courriers");

    expect(text).toContain("200 courriers pas envoyés.");
    expect(text).toContain("1 courrier pas envoyé.");
    expect(text).toContain("Le serveur d’envoi a demandé d’attendre douze fois. Le site n’essaie plus.");
    expect(text).toContain('href="/admin/courriers/renvoi?etat=bounced&amp;raison=given-up"');
    expect(text).toContain("Renvoyer ces 200 courriers");
    expect(text).toMatch(/<summary>Détail technique<\/summary><div[^>]*><code[^>]*>EENVELOPE RCPT TO 451</);
  });

  it("leave all in one press after a page that says how many, each once, and no other with them", async () => {
    await givenEnded({ count: 30, reason: "given-up" });
    await givenEnded({ count: 2, reason: "address-refused" });

    const page = await read(confirmation);
    const done = await press(formOf(page));
    await house.drain();

    expect(page).toContain("Renvoyer ces 30 courriers ?");
    expect([done.status, done.headers.location]).toEqual([303, "/admin/courriers?etat=pending"]);
    expect(decodeURIComponent(String(done.headers["set-cookie"]))).toContain("30 courriers repartent");
    expect(new Set(ids()).size).toBe(30);
    expect(ids()).toHaveLength(30);
    expect(await states()).toEqual([...Array(2).fill("bounced address-refused"), ...Array(30).fill("sent null")]);
  });

  it("leave once when the button is pressed many times at once, and again later from the same page", async () => {
    await givenEnded({ count: 30, reason: "given-up" });
    const form = formOf(await read(confirmation));

    const answers = await Promise.all(Array.from({ length: 8 }, () => press(form)));
    await house.drain();
    await DispatchModel.updateMany({}, { $set: { state: "bounced", reason: "given-up", settledAt: inSeconds(5) } });
    const late = await press(form);
    await house.drain();

    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(303));
    expect(decodeURIComponent(String(late.headers["set-cookie"]))).toContain("déjà repartis");
    expect(ids()).toHaveLength(30);
  });

  it("get all their tries again", async () => {
    await givenEnded({ count: 1, reason: "given-up" });
    relay.play({ RCPT: { reply: "451 later" } });

    await press(formOf(await read(confirmation)));
    await house.drain();
    relay.play({});

    expect(await DispatchModel.findOne({}).lean()).toMatchObject({ state: "pending", attempts: 1 });
  });

  it("do not leave when their hour is past or their text is forgotten, alone or together", async () => {
    await givenEnded({ count: 1, reason: "given-up", set: { uselessAfter: inSeconds(-1) } });
    await givenEnded({ count: 1, reason: "given-up", set: { html: "", text: "", to: "" } });
    await givenEnded({ count: 1, reason: "given-up" });
    const late = await DispatchModel.findOne({ uselessAfter: not(null) }).lean();

    const page = await read(confirmation);
    const alone = await asks(house, admin).post(`/admin/courriers/${late?._id}/renvoi`);
    await press(formOf(page));
    await house.drain();

    expect(page).toContain("Renvoyer ce courrier ?");
    expect(alone.status).toBe(409);
    expect(alone.text).toContain("son heure est passée");
    expect(ids()).toHaveLength(1);
  });
});

describe("mails that may have arrived", () => {
  it("say so before they are sent again, and each doubt is counted", async () => {
    await givenEnded({ count: 3, reason: "no-answer", state: "unknown" });

    const page = await read("/admin/courriers/renvoi?etat=unknown&raison=no-answer");
    await press(formOf(page));
    await house.drain();

    expect(page).toContain("peut-être déjà arrivés");
    expect(ids()).toHaveLength(3);
    expect((await DispatchModel.find({}).lean()).map(({ doubts }) => doubts)).toEqual([1, 1, 1]);
  });
});

describe("the page that sends them again", () => {
  it("has a sentence when none is left, and whatever its address says", async () => {
    for (const query of ["", "?etat=bounced&raison=given-up", "?etat=sent&raison=nimporte"])
      expect(await read(`/admin/courriers/renvoi${query}`)).toContain("Plus rien à renvoyer ici");
    expect(await read("/admin/courriers")).not.toContain("À renvoyer, ou à laisser");
  });

  it("takes those that an older version settled without a reason", async () => {
    await dispatchMail(aMail());
    await DispatchModel.updateMany(
      {},
      { $set: { state: "bounced", settledAt: inSeconds(-60), lastError: "autrefois" }, $unset: { reason: 1 } },
    );

    const page = await read("/admin/courriers/renvoi?etat=bounced&raison=non-notee");
    await press(formOf(page));
    await house.drain();

    expect(page).toContain("La raison n’a pas été notée.");
    expect(ids()).toHaveLength(1);
  });

  it.each(["candidate", "employer", "officer", "counsellor", "phoneAgent"] as const)(
    "does not exist for a %s, and nothing leaves",
    async (role) => {
      await givenEnded({ count: 1, reason: "given-up" });
      const form = formOf(await read(confirmation));
      const person = await givenPerson({ role });

      const answers = [
        await asks(house, person).get(confirmation),
        await asks(house, person).post("/admin/courriers/renvoi", form),
      ];

      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
      expect(await states()).toEqual(["bounced given-up"]);
    },
  );
});
