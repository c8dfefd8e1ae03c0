import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { now, setClock } from "#server/platform/clock.ts";
import { dispatchMails } from "#server/platform/mail/dispatch.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { useMail } from "#server/platform/mail/transport.ts";
import { aMail } from "#test/messages/mail-house.ts";
import { type Script, type ScriptedRelay, startScriptedRelay } from "#test/messages/scripted-relay.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";
import { performSendDispatch } from "#workers/messages/send-dispatch.ts";
import { performSweepDispatches } from "#workers/messages/sweep-dispatches.ts";
import { type Answer, answersOf, type Day, givenDay } from "./cast.ts";

let house: House;
let relay: ScriptedRelay;
let admin: Person;
let tries = 0;

beforeAll(async () => {
  house = await openHouse();
  relay = await startScriptedRelay();
  relay.onMoment((moment) => {
    if (moment === "CONNECT") tries += 1;
  });
  admin = await givenPerson({ role: "admin" });
});
afterAll(async () => {
  setClock();
  await house.close();
  await relay.stop();
});

/** A worker that starts with these settings. */
const startMail = async (account: string): Promise<void> => {
  const smtpUrl = relay.url.replace("smtp://", `smtp://${account}`).concat("?ignoreTLS=true");
  await useMail({ smtpUrl, folder: "", from: "Élan Emploi <site@elan.invalid>" });
};

const sweepFor = async (minutes: number): Promise<void> => {
  for (let minute = 0; minute < minutes; minute++) {
    setClock(new Date(now().getTime() + 60_000));
    await performSweepDispatches();
    await house.drain();
  }
};

const rows = () => DispatchModel.find({}).select("state attempts").lean();
const arrived = (): string[] => relay.received.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? "");
const afresh = async (): Promise<void> => {
  setClock();
  relay.received.length = 0;
  tries = 0;
  await DispatchModel.deleteMany({});
};

type Refusal = { readonly name: string; readonly account: string; readonly script: Script; readonly setting: string };

const refusals: readonly Refusal[] = [
  {
    name: "a wrong password (535 to AUTH)",
    account: "site:mot-de-passe-faux@",
    script: { AUTH: { reply: "535 5.7.8 authentication failed" } },
    setting: "refuse notre nom ou notre mot de passe.</b> Corrigez le nom et le mot de passe dans le réglage SMTP_URL",
  },
  {
    name: "no password where one is wanted (530 to MAIL)",
    account: "",
    script: { MAIL: { reply: "530 5.7.0 Authentication required" } },
    setting: "demande un nom et un mot de passe.</b> Ajoutez-les dans le réglage SMTP_URL",
  },
  {
    name: "no password, as Postfix says it (554 to RCPT)",
    account: "",
    script: { RCPT: { reply: "554 5.7.1 <x@y.invalid>: Relay access denied" } },
    setting: "demande un nom et un mot de passe.</b> Ajoutez-les dans le réglage SMTP_URL",
  },
  {
    name: "a sender that is not ours (553 to RCPT)",
    account: "site:bon@",
    script: { RCPT: { reply: "553 5.7.1 <site@elan.invalid>: Sender address rejected: not owned by user site" } },
    setting: "refuse notre adresse d’expéditeur.</b> Corrigez l’adresse dans le réglage MAIL_FROM",
  },
];

describe.each(refusals)("with $name", ({ account, script, setting }) => {
  let day: Day;
  let answers: Record<string, Answer>;

  beforeAll(async () => {
    await afresh();
    await startMail(account);
    relay.play(script);
    day = await givenDay(house);
    answers = await answersOf({ ...day.reads, ...day.writes });
    await house.drain();
  }, 60_000);

  it("people do all they came for", async () => {
    const refused = Object.entries(answers).filter(([, { status }]) => status !== 200 && status !== 303);

    expect(refused).toEqual([]);
    expect(await day.kept()).toEqual({ apply: 1, publish: 1 });
  });

  it("every mail waits, none is said to have left or to be refused, and no try is counted against it", async () => {
    await sweepFor(2);

    expect((await rows()).length).toBeGreaterThan(1);
    expect(new Set((await rows()).map((row) => `${row.state} ${row.attempts}`))).toEqual(new Set(["pending 0"]));
    expect(relay.received).toHaveLength(0);
  });

  it("an administrator reads which setting to correct, never its value, and the metrics tell it", async () => {
    const pages = await Promise.all(
      ["/admin/taches", "/admin/courriers", "/admin/moderation", "/metrics"].map((path) =>
        asks(house, admin).get(path),
      ),
    );
    const [tasks, mails, moderation, metrics] = pages.map(({ text }) => text);

    expect(tasks).toContain(setting);
    expect(mails).toContain(setting);
    expect(moderation).toContain("Un réglage du serveur est refusé");
    expect(metrics).toMatch(/elan_setting_refused\{setting="(SMTP_URL|MAIL_FROM)",fault="mail-[a-z-]+"\} 1/);
    for (const text of [tasks, mails, moderation]) expect(text).not.toContain("mot-de-passe-faux");
  });

  it("each leaves once when the setting is corrected and the worker started again, and the sentence goes", async () => {
    relay.play({});
    await startMail("site:bon@");
    await sweepFor(2);

    expect(new Set((await rows()).map(({ state }) => state))).toEqual(new Set(["sent"]));
    expect(new Set(arrived()).size).toBe(arrived().length);
    expect(arrived()).toHaveLength((await rows()).length);
    expect((await asks(house, admin).get("/admin/taches")).text).not.toContain("à corriger");
    expect((await asks(house, admin).get("/admin/moderation")).text).not.toContain("Un réglage du serveur");
  });
});

describe("a relay that refuses our password", () => {
  const promised = 40;
  beforeAll(async () => {
    await afresh();
    await startMail("site:mot-de-passe-faux@");
    relay.play({ AUTH: { reply: "535 5.7.8 authentication failed" } });
    await dispatchMails(Array.from({ length: promised }, () => aMail()));
  });

  it("is asked once by a worker that starts with forty mails in its hands", async () => {
    await Promise.all((await rows()).map(({ _id }) => performSendDispatch({ dispatchId: _id.toHexString() })));

    expect(tries).toBe(1);
  });

  it("is asked four times at most in the next ten minutes, nine times in an hour, whatever waits", async () => {
    await sweepFor(10);
    expect(tries).toBeLessThanOrEqual(5);
    await sweepFor(50);

    expect(tries).toBeLessThanOrEqual(10);
    expect(tries).toBeGreaterThan(6);
    expect(relay.received).toHaveLength(0);
  }, 60_000);

  it("gets each mail once after ten minutes at most when it takes the same password again", async () => {
    relay.play({});
    await sweepFor(12);

    expect(new Set((await rows()).map(({ state }) => state))).toEqual(new Set(["sent"]));
    expect(new Set(arrived()).size).toBe(promised);
    expect(arrived()).toHaveLength(promised);
  }, 60_000);

  it("stops nobody for hours when the clock is put back", async () => {
    await afresh();
    await startMail("site:mot-de-passe-faux@");
    relay.play({ AUTH: { reply: "535 5.7.8 authentication failed" } });
    await dispatchMails([aMail()]);
    await house.drain();
    relay.play({});
    setClock(new Date(Date.now() - 5 * 3_600_000));
    await sweepFor(3);

    expect(arrived()).toHaveLength(1);
  });
});

describe("a recipient whom the relay refuses", () => {
  it.each(["550 5.1.1 no such mailbox", "554 5.7.1 this mailbox takes no mail of yours", "553 mailbox name invalid"])(
    "is no fault of ours (%s): the mail is refused, and the next one leaves",
    async (reply) => {
      await afresh();
      await startMail("site:bon@");
      relay.play({ RCPT: { reply } });
      await dispatchMails([aMail()]);
      await house.drain();
      relay.play({});
      await dispatchMails([aMail()]);
      await house.drain();

      expect((await rows()).map(({ state }) => state).sort()).toEqual(["bounced", "sent"]);
      expect((await asks(house, admin).get("/admin/taches")).text).not.toContain("à corriger");
    },
  );
});
