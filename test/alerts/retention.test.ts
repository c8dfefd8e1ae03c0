import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AlertDeliveryModel } from "#server/alerts/alert-delivery-model.ts";
import { AlertModel } from "#server/alerts/alert-model.ts";
import { AlertReaderModel } from "#server/alerts/alert-reader-model.ts";
import { personalParts } from "#server/personal-parts.ts";
import { setClock } from "#server/platform/clock.ts";
import { listMails } from "#server/platform/mail/transport.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";
import { performRetention } from "#workers/accounts/perform-retention.ts";
import { forgetAlerts, givenAlert, givenNewOffer, linkIn, runAlerts } from "./given-alerts.ts";

let house: House;
let email = "";
let count = 0;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(() => {
  count += 1;
  email = `discret${count}@exemple.invalid`;
  onDay(0);
});
afterEach(async () => {
  setClock();
  await forgetAlerts();
});
afterAll(() => house.close());

const start = Date.parse("2024-03-01T09:00:00Z");
const onDay = (day: number): void => setClock(new Date(start + day * 86_400_000));

/** What the night of this day does; twice, for a job may run again. */
const night = async (day: number): Promise<void> => {
  onDay(day);
  await performRetention(personalParts);
  await house.drain();
  await performRetention(personalParts);
  await house.drain();
};

const notices = async () => (await listMails()).filter(({ to, subject }) => to === email && subject.includes("Gardez"));
const held = async (): Promise<number> =>
  (await AlertModel.countDocuments({ email })) +
  (await AlertReaderModel.countDocuments({ email })) +
  (await AlertDeliveryModel.countDocuments({ email }));

describe("an address without an account that gives no sign", { timeout: 60_000 }, () => {
  it("hears nothing at 699 days, one mail at 700, and nothing of it is kept at 730", async () => {
    await givenAlert({ email });
    await givenNewOffer();
    await runAlerts(house);
    const seen: unknown[] = [];
    for (const day of [699, 700, 701, 729, 730]) {
      await night(day);
      seen.push([day, (await notices()).length, (await held()) > 0]);
    }

    expect(seen).toEqual([
      [699, 0, true],
      [700, 1, true],
      [701, 1, true],
      [729, 1, true],
      [730, 1, false],
    ]);
  });

  it("is told which searches and which day, and keeps them with one press", async () => {
    await givenAlert({ email, label: "Soudeur à Tulle" });
    await night(700);
    const [mail] = await notices();
    const page = linkIn(mail, "/alertes/");
    const shown = await asks(house).get(page);
    const kept = await asks(house).post(`${page}/rythme`);
    const after = await asks(house).get(page);
    await night(760);

    expect(mail?.text).toContain("Soudeur à Tulle");
    expect(mail?.text).toMatch(/effacé le .*mars 2026/);
    expect(shown.text).toMatch(/effacées le .*mars 2026/);
    expect(kept.status).toBe(303);
    expect(after.text).not.toContain("effacées le");
    expect([(await notices()).length, await AlertModel.countDocuments({ email })]).toEqual([1, 1]);
  });

  it("is told again two years after that press, and then forgotten", async () => {
    const alert = await givenAlert({ email });
    await night(700);
    await AlertModel.updateOne({ _id: alert._id }, { $set: { changedAt: new Date(start + 710 * 86_400_000) } });
    await night(740);
    const between = (await notices()).length;
    await night(1_410);
    await night(1_440);

    expect([between, (await notices()).length, await held()]).toEqual([1, 2, 0]);
  });

  it("leaves nothing behind once its last alert, stopped, is two years old", async () => {
    await givenAlert({ email });
    await givenNewOffer();
    await runAlerts(house);
    await AlertModel.updateMany({ email }, { $set: { status: "stopped" } });
    await night(731);

    expect(await AlertModel.countDocuments({ email })).toBe(0);
    expect(await AlertReaderModel.countDocuments({ email })).toBe(0);
    expect(await notices()).toEqual([]);
  });
});
