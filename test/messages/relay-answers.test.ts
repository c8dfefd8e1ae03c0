import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { giveToRelay } from "#server/platform/mail/smtp-relay.ts";
import { type Act, type Moment, type ScriptedRelay, startScriptedRelay } from "./scripted-relay.ts";

const patience = { connect: 250, silence: 250, whole: 900 };
const mail = {
  id: "a".repeat(24),
  from: "site@elan.invalid",
  to: "lea@example.invalid",
  raw: Buffer.from("Subject: essai\r\n\r\nBonjour.\r\n.\r\nSuite.\r\n"),
};

describe("one try to hand a mail over", () => {
  let relay: ScriptedRelay;

  beforeAll(async () => {
    relay = await startScriptedRelay();
  });
  afterAll(() => relay.stop());
  afterEach(() => {
    relay.play({});
    relay.received.length = 0;
  });

  const give = (beforeText: () => Promise<void> = async () => undefined) =>
    giveToRelay({ url: relay.url, patience }, mail, beforeText);

  it("is accepted by a relay that works, which reads the very text", async () => {
    const outcome = await give();

    expect(outcome).toEqual({ result: "accepted" });
    expect(relay.received.map(({ to, raw }) => ({ to, raw }))).toEqual([
      { to: [mail.to], raw: mail.raw.toString("latin1").replace(/\r\n$/, "") },
    ]);
  });

  it("is to be tried again when nobody listens", async () => {
    const deaf = await startScriptedRelay();
    await deaf.stop();

    const outcome = await giveToRelay({ url: deaf.url, patience }, mail, async () => undefined);

    expect(outcome.result).toBe("refused-for-now");
  });

  const before: readonly Moment[] = ["CONNECT", "EHLO", "MAIL", "RCPT", "DATA"];
  const harmless: readonly Act[] = ["cut", "stall", { reply: "421 later" }, { reply: "451 later" }];
  it.each(before.flatMap((moment) => harmless.map((act) => ({ moment, act }))))(
    "is to be tried again after $act at $moment, and no text was given",
    async ({ moment, act }) => {
      relay.play({ [moment]: act });
      let asked = false;

      const outcome = await give(async () => {
        asked = true;
      });

      expect(outcome.result).toBe("refused-for-now");
      expect({ asked, received: relay.received.length }).toEqual({ asked: false, received: 0 });
    },
  );

  it.each(["MAIL", "RCPT", "DATA", "DOT"] as const)("is refused for good after 550 at %s", async (moment) => {
    relay.play({ [moment]: { reply: "550 no such mailbox" } });

    expect((await give()).result).toBe("refused-for-good");
    expect(relay.received).toHaveLength(0);
  });

  it.each([
    ["CONNECT", "554 we do not know you"],
    ["EHLO", "550 we do not know you"],
    ["MAIL", "530 authentication required"],
  ] as const)("is to be tried again when the relay refuses us, not the mail (%s %s)", async (moment, reply) => {
    relay.play({ [moment]: { reply } });

    expect((await give()).result).toBe("refused-for-now");
  });

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
