import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApplicationModel } from "#server/applications/application-model.ts";
import { CvModel } from "#server/cvs/cv-model.ts";
import { today } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { listMails } from "#server/platform/mail/transport.ts";
import { dayOf } from "#shared/kernel/calendar.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, type Person } from "#test/support/people.ts";
import { givenCandidate, givenEmployer, givenOffer } from "./given-hiring.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** A candidate who has just applied so many times. */
const givenSent = async (times: number): Promise<Person> => {
  const { companyId } = await givenEmployer();
  const lina = await givenCandidate();
  const offer = await givenOffer(companyId);
  await asks(house, lina).post(offer.applyAt, {});
  const sent = await ApplicationModel.findOne({ accountId: lina.id }).lean();
  const more = Array.from({ length: times - 1 }, () => ({ ...sent, _id: newId(), offerId: newId(), effects: [] }));
  await ApplicationModel.insertMany(more);
  await ApplicationModel.updateMany({ accountId: lina.id }, { effects: [] });
  return lina;
};

describe("applying often", () => {
  it("after sixty within the hour is refused with a delay, and taken up an hour later", async () => {
    const { companyId } = await givenEmployer();
    const lina = await givenSent(60);
    const offer = await givenOffer(companyId);

    const late = await asks(house, lina).post(offer.applyAt, { message: "La soixante et unième" });
    await house.drain();

    expect([late.status, late.headers["retry-after"]]).toEqual([429, "60"]);
    expect(late.text).toContain("La soixante et unième");
    expect(await ApplicationModel.countDocuments({ offerId: offer.id })).toBe(0);
    expect((await listMails()).filter(({ to }) => to === lina.email)).toEqual([]);
    await ApplicationModel.updateMany({ accountId: lina.id }, { createdAt: new Date(Date.now() - 3_601_000) });
    expect((await asks(house, lina).post(offer.applyAt, {})).status).toBe(303);
  });

  it("to ten offers at once passes the hour's sixty no more than one by one", async () => {
    const { companyId } = await givenEmployer();
    const lina = await givenSent(57);
    const offers = await Promise.all(Array.from({ length: 10 }, () => givenOffer(companyId)));

    await Promise.all(offers.map(({ applyAt }) => asks(house, lina).post(applyAt, {})));

    expect(await ApplicationModel.countDocuments({ accountId: lina.id })).toBeLessThanOrEqual(60);
  });

  it("says of the CV the day it served last", async () => {
    const { companyId } = await givenEmployer();
    const lina = await givenCandidate({ lastUsedAt: "2026-01-05T08:00:00.000Z" });

    await asks(house, lina).post((await givenOffer(companyId)).applyAt, {});
    const first = await CvModel.findOne({ accountId: lina.id }).lean();
    await asks(house, lina).post((await givenOffer(companyId)).applyAt, {});
    const second = await CvModel.findOne({ accountId: lina.id }).lean();

    expect(first && dayOf(first.lastUsedAt)).toBe(today());
    expect(second?.lastUsedAt).toEqual(first?.lastUsedAt);
  });
});
