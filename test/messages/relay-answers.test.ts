import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openRelay, type Relay } from "#server/platform/mail/smtp-relay.ts";
import { type Act, type Moment, type Script, type ScriptedRelay, startScriptedRelay } from "./scripted-relay.ts";

const patience = { connect: 250, silence: 250, whole: 900 };
const mail = {
  id: "a".repeat(24),
  from: "site@elan.invalid",
  to: "lea@example.invalid",
  raw: Buffer.from("Subject: essai\r\n\r\nBonjour.\r\n.\r\nSuite.\r\n"),
};

describe.each([
  ["a line of its own", 0],
  ["a line that took another mail", 1],
])("one try to hand a mail over, on %s", (_name, mailsBefore) => {
  let relay: ScriptedRelay;

  beforeAll(async () => {
    relay = await startScriptedRelay();
  });
  afterAll(() => relay.stop());
  afterEach(() => {
    line.close();
    relay.play({});
    relay.received.length = 0;
  });

  let line: Relay;
  beforeEach(async () => {
    line = openRelay(relay.url, patience);
    for (let i = 0; i < mailsBefore; i++) await line.give(mail, async () => undefined);
    relay.received.length = 0;
  });

  const give = (beforeText: () => Promise<void> = async () => undefined) => line.give(mail, beforeText);

  it("is accepted by a relay that works, which reads the very text", async () => {
    const outcome = await give();

    expect(outcome).toEqual({ result: "accepted" });
    expect(relay.received.map(({ to, raw }) => ({ to, raw }))).toEqual([
      { to: [mail.to], raw: mail.raw.toString("latin1").replace(/\r\n$/, "") },
    ]);
  });

  it("says that the relay is away when nobody listens", async () => {
    const deaf = await startScriptedRelay();
    await deaf.stop();

    const outcome = await openRelay(deaf.url, patience).give(mail, async () => undefined);

    expect(outcome).toMatchObject({ result: "away", fault: "mail-away" });
  });

  it("says that the relay is away when its name leads nowhere", async () => {
    const nowhere = openRelay("smtp://relais.invalid:25", patience);

    expect(await nowhere.give(mail, async () => undefined)).toMatchObject({ result: "away", fault: "mail-away" });
  });

  const greeting: readonly Moment[] = mailsBefore === 0 ? ["CONNECT", "EHLO"] : [];
  const before: readonly Moment[] = [...greeting, "MAIL", "RCPT", "DATA"];
  const harmless: readonly Act[] = ["cut", "stall", { reply: "421 later" }, { reply: "451 later" }];
  /** Before the first word of the mail, and when our sender's address hears "later", it is the relay's state. */
  const learnt = (moment: Moment, act: Act) => {
    const closed = typeof act === "object";
    if (greeting.includes(moment)) return { result: "away", fault: closed ? "mail-closed" : "mail-away" };
    return moment === "MAIL" && closed
      ? { result: "away", fault: "mail-closed" }
      : { result: "refused-for-now", fault: undefined };
  };
  it.each(before.flatMap((moment) => harmless.map((act) => ({ moment, act, so: learnt(moment, act) }))))(
    "is $so.result after $act at $moment, and no text was given",
    async ({ moment, act, so }) => {
      relay.play({ [moment]: act });
      let asked = false;

      const outcome = await give(async () => {
        asked = true;
      });

      expect({ fault: undefined, ...outcome }).toMatchObject(so);
      expect({ asked, received: relay.received.length }).toEqual({ asked: false, received: 0 });
    },
  );

  it.each(["MAIL", "RCPT", "DATA", "DOT"] as const)("is refused for good after 550 at %s", async (moment) => {
    relay.play({ [moment]: { reply: "550 no such mailbox" } });

    expect((await give()).result).toBe("refused-for-good");
    expect(relay.received).toHaveLength(0);
  });

  const refusals: readonly [Moment, string][] = [
    ["CONNECT", "554 we do not know you"],
    ["EHLO", "550 we do not know you"],
  ];
  it.each(mailsBefore === 0 ? refusals : [])(
    "is nobody's fault when the relay refuses us, not the mail (%s %s)",
    async (moment, reply) => {
      relay.play({ [moment]: { reply } });

      expect(await give()).toMatchObject({ result: "away", fault: "mail-closed" });
    },
  );

  it("is to be tried again after 452 to the final dot", async () => {
    relay.play({ DOT: { reply: "452 full" } });

    expect((await give()).result).toBe("refused-for-now");
  });

  it.each<Act>(["cut", "stall", { drip: "250-one byte at a time, for ever and ever\r\n" }])(
    "is in doubt after %j at the final dot",
    async (act) => {
      relay.play({ DOT: act });

      expect((await give()).result).toBe("in-doubt");
    },
  );

  it("gives nothing when the claim was lost in the meantime", async () => {
    const outcome = await give(() => Promise.reject(new Error("the claim is lost")));

    expect(outcome.result).toBe("refused-for-now");
    expect(relay.received).toHaveLength(0);
  });
});

describe("mails given one after the other", () => {
  let relay: ScriptedRelay;
  let connections = 0;
  let line: Relay;
  beforeEach(async () => {
    relay = await startScriptedRelay();
    connections = 0;
    relay.onMoment((moment) => {
      if (moment === "CONNECT") connections += 1;
    });
    line = openRelay(relay.url, patience);
  });
  afterEach(async () => {
    line.close();
    await relay.stop();
  });
  const give = (raw = mail.raw) => line.give({ ...mail, raw }, async () => undefined);

  it("share a line, a hundred of them at most, each with its own text", async () => {
    for (let i = 0; i < 101; i++) await give(Buffer.from(`Subject: essai ${i}\r\n\r\nBonjour ${i}.\r\n`));

    expect(connections).toBe(2);
    expect(relay.received.map(({ raw }) => /Bonjour (\d+)/.exec(raw)?.[1])).toEqual(
      Array.from({ length: 101 }, (_, at) => String(at)),
    );
  });

  it("have a line each while they are given together", async () => {
    await Promise.all([give(), give(), give()]);
    await Promise.all([give(), give(), give()]);

    expect([connections, relay.received.length]).toEqual([3, 6]);
  });

  it.each<[string, Script]>([
    ["the line is cut when the next mail begins", { MAIL: "cut" }],
    ["the relay says goodbye instead", { MAIL: { reply: "421 too long" } }],
    ["the relay takes no more mails of this line", { MAIL: { reply: "452 enough of you" } }],
    ["the relay answers nothing any more", { MAIL: "stall" }],
    ["the line is cut when the text was asked for", { DATA: "cut" }],
  ])("are given once all the same when %s", async (_name, script) => {
    await give();
    let drawn = 0;
    relay.play(() => (drawn++ === 0 ? script : {})); // the new line is well

    const outcome = await give();

    expect(outcome).toEqual({ result: "accepted" });
    expect(relay.received).toHaveLength(2);
  });

  it("find a new line when theirs ended while it rested", async () => {
    await give();
    await relay.stop();
    await relay.open();

    expect(await give()).toEqual({ result: "accepted" });
    expect(relay.received).toHaveLength(2);
  });

  it("leave their line after a rest, or when the process stops", async () => {
    let left = 0;
    relay.onLeave(() => {
      left += 1;
    });
    await give();
    await expect.poll(() => left).toBe(1);
    await give();
    line.close();

    await expect.poll(() => left).toBe(2);
    expect(connections).toBe(2);
  });
});
