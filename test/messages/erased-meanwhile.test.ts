import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { setClock } from "#server/platform/clock.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { admitAgain } from "#server/platform/mail/erased-words.ts";
import { eraseMailsAbout, eraseMailsTo } from "#server/platform/mail/forget.ts";
import { performSweepDispatches } from "#workers/messages/sweep-dispatches.ts";
import { aMail, inSeconds, type MailHouse, openMailHouse } from "./mail-house.ts";

const lea = "lea.partie@example.invalid";

let house: MailHouse;
let relay: MailHouse["relay"];
beforeAll(async () => {
  house = await openMailHouse();
  relay = house.relay;
});
afterAll(() => house.close());
afterEach(async () => {
  setClock();
  relay.play({});
  relay.onMoment(() => undefined);
  relay.received.length = 0;
  await admitAgain(lea);
  await DispatchModel.deleteMany({});
});

const sweepForAnHour = async (): Promise<void> => {
  for (const seconds of [60, 200, 3_600]) {
    setClock(inSeconds(seconds));
    await performSweepDispatches();
    await house.queue.drain();
  }
};

describe("a mail whose writer had read of a person just before they were erased", () => {
  it("does not leave for them, and nothing of it is kept", async () => {
    await eraseMailsTo(lea);

    await dispatchMail(aMail({ to: lea, kind: "application-step" }));
    await house.queue.drain();
    await sweepForAnHour();

    expect(relay.received).toHaveLength(0);
    expect(await DispatchModel.findOne({}).lean()).toMatchObject({ state: "bounced", to: "", subject: "", text: "" });
  });

  it.each([
    ["the id in a link", "0123456789abcdef01234567", "Voir : https://elan.invalid/c/0123456789abcdef01234567?de=mail"],
    ["the address", "lea.perdue@example.invalid", "Lui écrire : Lea.Perdue@example.invalid."],
    ["the phone number, spaced otherwise", "0612345678", "L’appeler au 06 12 34 56 78."],
  ])("does not leave for another when it says %s", async (_what, word, text) => {
    await eraseMailsAbout([word]);

    await dispatchMail(aMail({ to: "recruteur@example.invalid", kind: "application-received", text }));
    await house.queue.drain();

    expect(relay.received).toHaveLength(0);
    expect(await DispatchModel.findOne({}).lean()).toMatchObject({ state: "bounced", text: "" });
  });

  it("does not leave when the relay is away for three days in between", async () => {
    relay.play({ CONNECT: "cut" });
    await eraseMailsTo(lea);
    await dispatchMail(aMail({ to: lea, kind: "application-step" }));
    await house.queue.drain();
    for (let hours = 1; hours <= 72; hours += 3) {
      setClock(inSeconds(hours * 3_600));
      await performSweepDispatches();
    }
    relay.play({});
    setClock(inSeconds(73 * 3_600));
    await performSweepDispatches();
    await house.queue.drain();

    expect(relay.received).toHaveLength(0);
    expect(await DispatchModel.findOne({}).lean()).toMatchObject({ state: "bounced", reason: "erased", text: "" });
  });

  it("is taken back while the relay makes its worker wait", async () => {
    relay.play({ RCPT: "stall" });
    let erased: Promise<void> | null = null;
    relay.onMoment((moment) => {
      if (moment === "RCPT") erased ??= eraseMailsTo(lea);
    });

    await dispatchMail(aMail({ to: lea }));
    await house.queue.drain();
    await erased;
    relay.play({});
    await sweepForAnHour();

    expect(relay.received).toHaveLength(0);
    expect(await DispatchModel.findOne({}).lean()).toMatchObject({ state: "bounced", to: "", text: "" });
  });
});

describe("a mail to an address that an erased person had", () => {
  it("leaves when it is the code that somebody just asked for", async () => {
    await eraseMailsTo(lea);

    await dispatchMail(aMail({ to: lea, kind: "sign-in-code", text: "Votre code : 123456" }));
    await house.queue.drain();

    expect(relay.received).toHaveLength(1);
  });

  it("leaves once an account is opened with it again", async () => {
    await eraseMailsTo(lea);
    await admitAgain(lea);

    await dispatchMail(aMail({ to: lea, kind: "welcome" }));
    await house.queue.drain();

    expect(relay.received).toHaveLength(1);
  });

  it("leaves the next day in any case", async () => {
    await eraseMailsTo(lea);
    setClock(inSeconds(86_500));

    await dispatchMail(aMail({ to: lea, kind: "dating-invitation" }));
    await house.queue.drain();

    expect(relay.received).toHaveLength(1);
  });
});
