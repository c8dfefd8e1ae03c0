import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { setClock } from "#server/platform/clock.ts";
import { useQueue } from "#server/platform/enqueue.ts";
import { dispatchFew, dispatchMail, dispatchMails } from "#server/platform/mail/dispatch.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import {
  type Claim,
  claimDispatches,
  markHanded,
  maxAttempts,
  settleDispatch,
} from "#server/platform/mail/dispatch-steps.ts";
import { eraseMailsTo } from "#server/platform/mail/forget.ts";
import { performSendDispatch } from "#workers/messages/send-dispatch.ts";
import { performSweepDispatches } from "#workers/messages/sweep-dispatches.ts";
import { aMail, inSeconds, type MailHouse, openMailHouse } from "./mail-house.ts";

describe("a mail promised", () => {
  let house: MailHouse;

  beforeAll(async () => {
    house = await openMailHouse();
  });
  afterAll(() => house.close());
  afterEach(async () => {
    setClock();
    house.relay.play({});
    house.relay.received.length = 0;
    await DispatchModel.deleteMany({});
  });

  const only = async () => {
    const row = await DispatchModel.findOne({}).lean();
    if (!row) throw new Error("no mail was promised");
    return { ...row, id: row._id.toHexString() };
  };
  const claimOnly = async (): Promise<Claim> => {
    const [claim] = await claimDispatches([(await only()).id]);
    if (!claim) throw new Error("not claimed");
    return claim;
  };
  const sweepAt = async (seconds: number): Promise<void> => {
    setClock(inSeconds(seconds));
    await performSweepDispatches();
    await house.queue.drain();
  };

  const secondsUntilNext = async (): Promise<number> => ((await only()).notBefore.getTime() - Date.now()) / 1000 + 1;

  it("leaves once, however often it is promised", async () => {
    const mail = aMail();
    await Promise.all(Array.from({ length: 20 }, () => dispatchMail(mail)));

    await house.queue.drain();
    const { id } = await only();
    await Promise.all(Array.from({ length: 10 }, () => performSendDispatch({ dispatchId: id })));
    await dispatchMail(mail);
    await house.queue.drain();

    expect(house.relay.received).toHaveLength(1);
    expect(await only()).toMatchObject({ state: "sent", attempts: 1, lastError: null });
  });

  it("leaves by the sweep when the queue lost it", async () => {
    useQueue(null);
    await dispatchMail(aMail());
    useQueue(house.queue);

    await performSweepDispatches();
    await house.queue.drain();

    expect(house.relay.received).toHaveLength(1);
  });

  it("waits in a line of its own, behind no morning's mails", async () => {
    await dispatchMails(Array.from({ length: 20 }, () => aMail({ kind: "alert-digest" })));
    await dispatchMail(aMail({ kind: "sign-in-code" }));

    const { queues } = await house.queue.state();
    expect(queues.find(({ name }) => name === "mailing")).toMatchObject({ waiting: 3 });
    expect(queues.find(({ name }) => name === "mail")).toMatchObject({ waiting: 1 });
    await house.queue.drain();
    expect(house.relay.received).toHaveLength(21);
  });

  it("leaves with the few of the same act, behind no morning's mails, though one of them is refused", async () => {
    const few = [aMail(), aMail({ to: "nobody" }), aMail()];

    await expect(dispatchFew(few)).rejects.toMatchObject({ code: "mail-refused" });

    const { queues } = await house.queue.state();
    expect(queues.find(({ name }) => name === "mail")).toMatchObject({ waiting: 1 });
    await house.queue.drain();
    expect(house.relay.received).toHaveLength(2);
  });

  it("leaves when a worker of an older version wrote it, with no mark of a claim", async () => {
    await dispatchMail(aMail());
    await DispatchModel.updateMany({}, { $unset: { claimId: 1 } });
    await DispatchModel.updateMany({}, { $set: { state: "sending", attempts: 1, leaseUntil: inSeconds(-1) } });

    await performSweepDispatches();
    await house.queue.drain();

    expect(await only()).toMatchObject({ state: "sent", attempts: 2 });
  });

  it("waits longer after each refusal, and is given up after the last", async () => {
    house.relay.play({ RCPT: { reply: "450 busy" } });
    await dispatchMail(aMail());
    await house.queue.drain();
    const first = await only();
    expect(first).toMatchObject({ state: "pending", attempts: 1 });
    expect(first.notBefore.getTime() - Date.now()).toBeGreaterThan(20_000);

    await performSendDispatch({ dispatchId: first.id });
    expect(await only()).toMatchObject({ attempts: 1 });

    for (let attempt = 2; attempt <= maxAttempts; attempt++) await sweepAt(await secondsUntilNext());
    const last = await only();
    expect(last).toMatchObject({ state: "bounced", attempts: maxAttempts });
    expect(last.lastError).toMatch(/^given up after 12 tries/);
  });

  it("bounces at once when the relay says the mailbox does not exist", async () => {
    house.relay.play({ RCPT: { reply: "550 no such mailbox" } });

    await dispatchMail(aMail());
    await house.queue.drain();

    expect(await only()).toMatchObject({ state: "bounced", attempts: 1, sentAt: null });
  });

  it("is sent again under the same Message-ID after doubt, for a kind that may come twice", async () => {
    house.relay.play({ DOT: "cut" });
    await dispatchMail(aMail());
    await house.queue.drain();
    expect(await only()).toMatchObject({ state: "unknown" });

    house.relay.play({});
    await sweepAt(90);

    const ids = house.relay.received.map(({ raw }) => /^Message-ID: .*$/im.exec(raw)?.[0]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(await only()).toMatchObject({ state: "sent", doubts: 1 });
  });

  it("is never sent again after doubt, for a digest", async () => {
    house.relay.play({ DOT: "cut" });
    await dispatchMail(aMail({ kind: "alert-digest" }));
    await house.queue.drain();

    house.relay.play({});
    for (const seconds of [90, 3_600, 80_000]) await sweepAt(seconds);

    expect(house.relay.received).toHaveLength(1);
    expect(await only()).toMatchObject({ state: "unknown", doubts: 0 });
  });

  it("goes back to waiting when its worker vanished before the text, digests too", async () => {
    await dispatchMail(aMail({ kind: "alert-digest" }));
    await claimOnly();

    await sweepAt(100);
    expect(await only()).toMatchObject({ state: "sending" });
    await sweepAt(200);

    expect(await only()).toMatchObject({ state: "sent", attempts: 2, doubts: 0 });
    expect(house.relay.received).toHaveLength(1);
  });

  it("is not given by a worker that slept past its lease", async () => {
    await dispatchMail(aMail());
    const claim = await claimOnly();

    setClock(inSeconds(200));

    await expect(markHanded(claim)).rejects.toThrow("the claim is lost");
  });

  it("is given when the claim of a neighbour, marked with it, is lost", async () => {
    await dispatchMails(["a", "b", "c"].map((name) => aMail({ to: `${name}@example.invalid` })));
    const ids = (await DispatchModel.find({}).sort({ to: 1 }).lean()).map(({ _id }) => _id.toHexString());
    const claims = await claimDispatches(ids);
    await eraseMailsTo("b@example.invalid");

    const marks = await Promise.allSettled(claims.map(markHanded));

    const given = claims.filter((_, at) => marks[at]?.status === "fulfilled").map(({ to }) => to);
    expect(given.sort()).toEqual(["a@example.invalid", "c@example.invalid"]);
    expect(await DispatchModel.countDocuments({ handedAt: null })).toBe(1);
  });

  it("is sent when the 250 comes after the sweep had begun to doubt", async () => {
    await dispatchMail(aMail({ kind: "alert-digest" }));
    const claim = await claimOnly();
    await markHanded(claim);
    await sweepAt(200);
    expect(await only()).toMatchObject({ state: "unknown" });

    await settleDispatch(claim, { result: "accepted" });

    expect(await only()).toMatchObject({ state: "sent" });
  });

  it("is held for a person when a restored backup brings it back days later", async () => {
    await dispatchMail(aMail());

    await sweepAt(3 * 86_400);
    await sweepAt(3 * 86_400 + 120);

    expect(house.relay.received).toHaveLength(0);
    expect(await only()).toMatchObject({ state: "unknown", reason: "unwatched" });
  });

  it("leaves no code behind once it is gone", async () => {
    await dispatchMail(aMail({ kind: "sign-in-code", text: "Votre code : 123456", html: "<p>123456</p>" }));

    await house.queue.drain();

    expect(house.relay.received).toHaveLength(1);
    expect(await only()).toMatchObject({ state: "sent", html: "", text: "" });
  });
});
