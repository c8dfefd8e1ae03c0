import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { AlertDeliveryModel } from "#server/alerts/alert-delivery-model.ts";
import { AlertDigestModel } from "#server/alerts/alert-digest-model.ts";
import { AlertModel } from "#server/alerts/alert-model.ts";
import { now, setClock } from "#server/platform/clock.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { performSendAlerts } from "#workers/alerts/send-alerts.ts";
import { cutAfter, mend } from "./cut-writes.ts";
import { forgetAlerts, givenAlert, givenNewOffer, offersIn } from "./given-alerts.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
  // Older than the cursors' margin for some, younger for others; more than one mail holds.
  for (let i = 0; i < 12; i++)
    await givenNewOffer({ publishedAt: new Date(now().getTime() - (i % 3) * 3_600_000).toISOString() });
});
afterEach(() => {
  mend();
  setClock();
});
afterAll(() => house.close());

const people = ["a@exemple.invalid", "b@exemple.invalid", "c@exemple.invalid"];

const aMorning = async (): Promise<void> => {
  await forgetAlerts();
  for (const email of people) await givenAlert({ email, cursor: 0 });
  await givenAlert({ email: people[0] ?? "", label: "Seconde", cursor: 0 });
};

const mailsByPerson = async (): Promise<Record<string, string[]>> => {
  const mails = await DispatchModel.find({ kind: "alert-digest" }).lean();
  return Object.fromEntries(people.map((email) => [email, mails.filter(({ to }) => to === email).flatMap(offersIn)]));
};

const oneMailEach = async (): Promise<void> => {
  expect(await DispatchModel.countDocuments({ kind: "alert-digest" })).toBe(people.length);
  for (const offers of Object.values(await mailsByPerson())) {
    expect(offers).toHaveLength(10);
    expect(new Set(offers).size).toBe(10);
  }
};

const patience = 150_000; // many whole runs on a busy machine

describe("a run that is cut", { timeout: patience }, () => {
  it("after any write is ended by the next: each person gets one mail, each offer once, nothing is lost", async () => {
    let cuts = 0;
    for (let most = 0; ; most++) {
      await aMorning();
      const { cut } = cutAfter(most);
      await performSendAlerts().catch(() => undefined);
      mend();
      if (!cut()) break;
      cuts += 1;

      await performSendAlerts();

      await oneMailEach();
      expect(await AlertDigestModel.countDocuments()).toBe(0);
    }
    expect(cuts).toBeGreaterThan(12);
  });

  it("does not write to a person who stopped in between", async () => {
    await aMorning();
    cutAfter(1);
    await performSendAlerts().catch(() => undefined);
    mend();
    await AlertModel.updateMany({ email: people[0] ?? "" }, { $set: { status: "stopped" } });
    await performSendAlerts();

    expect((await mailsByPerson())[people[0] ?? ""]).toEqual([]);
    expect(await AlertDigestModel.countDocuments()).toBe(0);
  });
});

describe("runs that start together", { timeout: patience }, () => {
  it.each([2, 4])("are one mail each (%i runs)", async (runs) => {
    for (let turn = 0; turn < 3; turn++) {
      await aMorning();

      await Promise.allSettled(Array.from({ length: runs }, () => performSendAlerts()));
      await performSendAlerts();

      await oneMailEach();
      expect(await AlertDeliveryModel.countDocuments()).toBeGreaterThanOrEqual(30);
    }
  });
});

describe("a run that was cut the day before", { timeout: patience }, () => {
  it("keeps its mail for the next day, beside the new offers of that day", async () => {
    await aMorning();
    cutAfter(4);
    await performSendAlerts().catch(() => undefined);
    mend();
    setClock(new Date(Date.now() + 86_400_000));
    const fresh = await givenNewOffer();
    await performSendAlerts();

    const sent = Object.values(await mailsByPerson());
    for (const offers of sent) {
      expect(new Set(offers).size).toBe(offers.length);
      expect(offers.length).toBeGreaterThanOrEqual(10);
      expect(offers.filter((path) => path.endsWith(`-${fresh.reference}`))).toHaveLength(1);
    }
  });
});
