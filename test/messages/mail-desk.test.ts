import { mkdtempSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { setClock } from "#server/platform/clock.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { eraseMailsTo, forgetOldMails } from "#server/platform/mail/forget.ts";
import { dispatchFigures, listDispatches } from "#server/platform/mail/inspect.ts";
import { resendUnknown } from "#server/platform/mail/resend.ts";
import { listMails, readMail, useMail } from "#server/platform/mail/transport.ts";
import { aMail, inSeconds, type MailHouse, openMailHouse, testPatience } from "./mail-house.ts";

const from = "Élan Emploi <site@elan.invalid>";
let house: MailHouse;
let folder: string;

beforeAll(async () => {
  house = await openMailHouse();
  folder = mkdtempSync(join(tmpdir(), "elan-mails-"));
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(async () => {
  setClock();
  house.relay.play({});
  await useMail({ smtpUrl: house.relay.url, folder, from, patience: testPatience });
  await DispatchModel.deleteMany({});
});

const send = async (...mails: ReturnType<typeof aMail>[]): Promise<void> => {
  for (const mail of mails) await dispatchMail(mail);
  await house.queue.drain();
};
const idOf = async (): Promise<string> => (await DispatchModel.findOne({}).lean())?._id.toHexString() ?? "";

describe("without a relay, a mail", () => {
  it("is one whole .eml file, shown newest first", async () => {
    await useMail({ smtpUrl: null, folder, from });

    await send(aMail({ subject: "Premier" }));
    setClock(inSeconds(5));
    await send(aMail({ subject: "Deuxième – été" }));

    const [newest, ...older] = await listMails();
    expect([newest, ...older].map((mail) => mail?.subject)).toEqual(["Deuxième – été", "Premier"]);
    expect(await readMail(newest?.id ?? "")).toEqual(newest);
    expect(await readMail("../../etc/passwd")).toBeNull();
    const parsed = await PostalMime.parse(await readFile(join(folder, `${newest?.id}.eml`)));
    expect(parsed).toMatchObject({ subject: "Deuxième – été", messageId: newest?.headers["Message-ID"] });
    expect((await readdir(folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

describe("the admin sees", () => {
  it("how many mails stand in each state, and which waits longest", async () => {
    await send(aMail());
    house.relay.play({ RCPT: { reply: "450 busy" } });
    await send(aMail());
    house.relay.play({ DOT: "cut" });
    await send(aMail({ kind: "alert-digest" }));

    setClock(inSeconds(60));
    const figures = await dispatchFigures();

    expect(figures.byState).toEqual({ pending: 1, sending: 0, sent: 1, bounced: 0, unknown: 1 });
    expect(figures.oldestPendingSeconds).toBeGreaterThanOrEqual(59);
    expect(figures.possibleDoubles).toBe(0);
  });

  it("the mails of a state, without what they say", async () => {
    await send(aMail({ subject: "canary-subject", text: "canary-text", html: "canary-html" }));

    const list = await listDispatches({ state: "sent", page: 1 });

    expect(list).toMatchObject({
      total: 1,
      page: 1,
      items: [{ state: "sent", attempts: 1, to: "lea@example.invalid" }],
    });
    expect(JSON.stringify(list)).not.toContain("canary");
    expect((await listDispatches({ state: "unknown", page: 1 })).total).toBe(0);
    expect((await listDispatches({ state: null, page: 1 })).total).toBe(1);
  });

  it("a digest in doubt refused a second sending, unless decided in full knowledge", async () => {
    house.relay.play({ DOT: "cut" });
    await send(aMail({ kind: "alert-digest" }));
    house.relay.play({});

    await expect(resendUnknown(await idOf())).rejects.toMatchObject({ code: "mail-sent-at-most-once" });
    await resendUnknown(await idOf(), "despite-doubt");
    await house.queue.drain();

    expect(await DispatchModel.findOne({}).lean()).toMatchObject({ state: "sent", doubts: 1 });
    await expect(resendUnknown(await idOf(), "despite-doubt")).rejects.toMatchObject({ code: "mail-not-stuck" });
  });
});

describe("what a mail says of a person", () => {
  it("is gone after thirty days, and the mail is still never sent twice", async () => {
    const mail = aMail();
    await send(mail);
    setClock(inSeconds(29 * 86_400));
    expect(await forgetOldMails()).toBe(0);

    setClock(inSeconds(31 * 86_400));
    expect(await forgetOldMails()).toBe(1);
    const before = house.relay.received.length;
    await send(mail);

    expect(await DispatchModel.findOne({}).lean()).toMatchObject({
      state: "sent",
      to: "",
      subject: "",
      html: "",
      text: "",
    });
    expect(house.relay.received).toHaveLength(before);
  });

  it("is gone when the person is erased, and what waited does not leave", async () => {
    await useMail({ smtpUrl: null, folder, from });
    await send(aMail({ to: "canary@example.invalid" }));
    house.relay.play({ RCPT: { reply: "450 busy" } });
    await useMail({ smtpUrl: house.relay.url, folder, from, patience: testPatience });
    await send(aMail({ to: "canary@example.invalid" }));
    await useMail({ smtpUrl: null, folder, from });

    await eraseMailsTo("canary@example.invalid");

    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), "utf8")));
    expect(JSON.stringify([await DispatchModel.find({}).lean(), files])).not.toContain("canary");
    expect(await DispatchModel.countDocuments({ state: "pending" })).toBe(0);
  });
});
