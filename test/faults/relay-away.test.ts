import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { now, setClock, today } from "#server/platform/clock.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { dispatchMail, dispatchMails } from "#server/platform/mail/dispatch.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { remindDatings } from "#shared/events/event-jobs.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { aMail } from "#test/messages/mail-house.ts";
import { givenFair, givenRegistered } from "#test/support/given-datings.ts";
import { asks, givenPerson } from "#test/support/people.ts";
import { performSweepDispatches } from "#workers/messages/sweep-dispatches.ts";
import { openRelayBehindLine, type RelayBehindLine } from "./relay-behind-line.ts";

let scene: RelayBehindLine;
beforeAll(async () => {
  scene = await openRelayBehindLine();
});
afterAll(() => scene.close());

const hour = 3_600_000;
const rows = () => DispatchModel.find({}).lean();
const shortly = async (): Promise<string[]> =>
  [...new Set((await rows()).map(({ state, attempts }) => `${state} ${attempts}`))].sort();
/** As an administrator who signs in now: days pass. */
const page = async (path: string): Promise<string> =>
  (await asks(scene.house, await givenPerson({ role: "admin" })).get(path)).text;

const afresh = async (): Promise<void> => {
  setClock();
  scene.relay.received.length = 0;
  scene.relay.play({});
  await scene.line.fail("none");
  await DispatchModel.deleteMany({});
  await scene.sendThrough();
};

/** The sweep comes every `minutes`, and what it asks for is done. */
const sweepFor = async (total: number, minutes: number): Promise<void> => {
  for (let past = 0; past < total; past += minutes) await scene.sweepAfter(minutes);
};

describe("a relay that nobody reaches from Friday evening to Monday morning", () => {
  const promised = 40;
  let atFirst = 0;
  beforeAll(async () => {
    await afresh();
    let tries = 0;
    scene.relay.onMoment((moment) => {
      if (moment === "CONNECT") tries += 1;
    });
    scene.relay.play({ CONNECT: "cut" });
    await dispatchMails(Array.from({ length: promised / 2 }, () => aMail()));
    await dispatchMails(Array.from({ length: promised / 2 }, () => aMail({ kind: "alert-digest" })));
    await scene.house.drain();
    await sweepFor(60, 1);
    atFirst = tries;
  }, 60_000);

  it("is asked by one mail at a time, nine times in the first hour", () => {
    expect(atFirst).toBeGreaterThan(6);
    expect(atFirst).toBeLessThanOrEqual(10);
  });

  it("costs no mail a try, however long it lasts", async () => {
    await sweepFor(62 * 60, 120);

    expect(await shortly()).toEqual(["pending 0"]);
  }, 60_000);

  it("is told to the administrator, with since when and the setting to look at", async () => {
    const [tasks, mails, moderation, metrics] = await Promise.all(
      ["/admin/taches", "/admin/courriers", "/admin/moderation", "/metrics"].map(page),
    );

    for (const text of [tasks, mails, moderation]) expect(text).toMatch(/Le serveur d’envoi ne répond pas depuis /);
    expect(tasks).toContain("SMTP_URL");
    expect(mails).toContain("SMTP_URL");
    expect(mails).toContain("Le serveur d’envoi ne répond pas. Le courrier attend.");
    expect(metrics).toContain('elan_setting_refused{setting="SMTP_URL",fault="mail-away"} 1');
  });

  it("gets each mail once by itself when it is back, and the sentence goes", async () => {
    scene.relay.play({});
    await sweepFor(12, 1);

    const arrived = scene.relay.received.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]);
    expect(arrived).toHaveLength(promised);
    expect(new Set(arrived).size).toBe(promised);
    expect(await shortly()).toEqual(["sent 1"]);
    for (const path of ["/admin/taches", "/admin/courriers", "/admin/moderation"])
      expect(await page(path)).not.toContain("Le serveur d’envoi");
  }, 30_000);
});

describe("while the relay is not there", { timeout: 60_000 }, () => {
  it.each([
    ["it turns everybody away as they come", { CONNECT: { reply: "421 too busy" } }],
    ["it takes no mail of our sender for now", { MAIL: { reply: "452 4.3.1 insufficient system storage" } }],
  ])("because %s, no try is counted and the administrator is told", async (_why, script) => {
    await afresh();
    scene.relay.play(script);
    await dispatchMails([aMail(), aMail()]);
    await scene.house.drain();
    await sweepFor(15 * 60, 60);

    expect(await shortly()).toEqual(["pending 0"]);
    expect(await page("/admin/courriers")).toContain("Le serveur d’envoi ne prend pas nos courriers depuis ");
    scene.relay.play({});
    await sweepFor(12, 1);
    expect(await shortly()).toEqual(["sent 1"]);
  });

  it("a code to sign in ends as too late after its ten minutes, and opens nothing any more", async () => {
    await afresh();
    await scene.line.fail("refuse");
    await dispatchMail(aMail({ kind: "sign-in-code", text: "Votre code : 123456" }));
    await dispatchMail(aMail({ uselessAfter: new Date(now().getTime() + 2 * hour) }));
    await scene.house.drain();
    await sweepFor(11, 1);
    expect((await rows()).map(({ kind, reason }) => `${kind} ${reason}`).sort()).toEqual([
      "application-receipt relay-away",
      "sign-in-code too-late",
    ]);
    expect((await rows()).find(({ kind }) => kind === "sign-in-code")).toMatchObject({ state: "bounced", text: "" });

    await sweepFor(120, 30);
    await scene.line.fail("none");
    await sweepFor(15, 5);

    expect(scene.relay.received).toHaveLength(0);
    expect((await rows()).map(({ state, reason }) => `${state} ${reason}`)).toEqual(Array(2).fill("bounced too-late"));
    expect(await page("/admin/courriers")).toContain("Trop tard : ce courrier ne sert plus");
  });

  it("the reminder of a job dating does not arrive after it", async () => {
    await afresh();
    const fair = await givenFair(scene.house, { day: addDays(today(), 2) });
    const { person } = await givenRegistered(scene.house, fair);
    await scene.house.drain();
    await scene.line.fail("refuse");
    await enqueue(remindDatings, {});
    await scene.house.drain();
    const reminder = { to: person.email, subject: /^Dans deux jours/ };
    expect(await DispatchModel.findOne(reminder).lean()).toMatchObject({ state: "pending", attempts: 0 });

    await sweepFor(3 * 24 * 60, 240);
    await scene.line.fail("none");
    await sweepFor(30, 10);

    expect(await DispatchModel.findOne(reminder).lean()).toMatchObject({ state: "bounced", reason: "too-late" });
  });

  it("a mail waits seven days, then a person decides", async () => {
    await afresh();
    await scene.line.fail("refuse");
    await dispatchMail(aMail());
    await scene.house.drain();
    await sweepFor(6 * 24 * 60 + 20 * 60, 240);
    expect(await shortly()).toEqual(["pending 0"]);

    await sweepFor(480, 240);
    expect((await rows())[0]).toMatchObject({ state: "bounced", reason: "waited-too-long" });
    await scene.line.fail("none");
    await sweepFor(30, 10);
    expect(scene.relay.received).toHaveLength(0);
  }, 60_000);

  it("what was not watched over for a day is held, as an old copy of the store would bring it back", async () => {
    await afresh();
    await scene.line.fail("refuse");
    await dispatchMails([aMail(), aMail({ kind: "alert-digest" })]);
    await scene.house.drain();
    await performSweepDispatches();
    setClock(new Date(now().getTime() + 40 * hour));
    await scene.line.fail("none");
    await performSweepDispatches();
    await scene.house.drain();

    expect(scene.relay.received).toHaveLength(0);
    expect((await rows()).map(({ state, reason }) => `${state} ${reason}`)).toEqual(Array(2).fill("unknown unwatched"));
  });
});

describe("a relay that allows few lines at once", () => {
  it("is not taken for one that is away: the others leave meanwhile, and those turned away lose no try", async () => {
    await afresh();
    let lines = 0;
    scene.relay.play(() => (++lines > 4 && lines < 9 ? { CONNECT: { reply: "421 too many lines" } } : {}));
    await dispatchMails(Array.from({ length: 24 }, () => aMail()));
    await scene.house.drain();
    await sweepFor(2, 1);

    expect(await shortly()).toEqual(["sent 1"]);
    expect(scene.relay.received).toHaveLength(24);
  });
});
