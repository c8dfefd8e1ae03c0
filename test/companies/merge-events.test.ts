import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CompanyModel } from "#server/companies/company-model.ts";
import type { MovingPart } from "#server/companies/merge/moving-part.ts";
import { companyParts } from "#server/company-parts.ts";
import { JobDatingModel, RegistrationModel } from "#server/events/job-dating-model.ts";
import { today } from "#server/platform/clock.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { givenRecruiter } from "#test/support/given-companies.ts";
import {
  datingOf,
  type Fair,
  givenFair,
  givenRegistered,
  press,
  registrationsOf,
} from "#test/support/given-datings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

let days = 20;

/** A job dating with an announced timetable, and a second file of its first company. */
const givenTwins = async (): Promise<Fair & { from: string; to: string }> => {
  days += 1;
  const fair = await givenFair(house, { day: addDays(today(), days) });
  const from = fair.recruiters[0].companyId;
  await givenRegistered(house, fair, [from]);
  await press(house, fair, "planning");
  await press(house, fair, "planning/publication");
  return { ...fair, from, to: (await givenRecruiter("verified", "Fromagerie des Monts")).companyId };
};

const merge = async ({ officer, from, to }: Awaited<ReturnType<typeof givenTwins>>) => {
  const shown = async (id: string) => (await CompanyModel.findById(id).orFail()).updatedAt.toISOString();
  const typed = { keptId: to, shownOne: await shown(to), shownOther: await shown(from) };
  const sent = await asks(house, officer).post(`/bureau/entreprises/doublons/${to}/${from}`, typed);
  await house.drain();
  return sent;
};

const events = (): MovingPart => {
  const part = companyParts.find(({ name }) => name === JobDatingModel.collection.collectionName);
  if (!part) throw new Error("events do not follow their company");
  return part;
};

describe("an event whose company's file becomes another", () => {
  it("names the kept one at its tables, in its meetings and in the wishes, and its plan can still be told", async () => {
    const twins = await givenTwins();

    expect((await merge(twins)).status).toBe(303);

    const { companies, announced } = await datingOf(twins.datingId);
    expect(companies.map(({ companyId }) => companyId)).toEqual([twins.to, twins.recruiters[1].companyId]);
    expect(announced?.meetings.map(({ companyId }) => companyId)).toEqual([twins.to]);
    expect((await registrationsOf(twins.datingId))[0]?.wishIds).toEqual([twins.to]);
    expect((await press(house, twins, "planning/publication")).status).toBe(303);
    expect(await DispatchModel.countDocuments({ subject: /^Vos horaires/ })).toBe(1);
  });

  it("is written over by nobody who had the older page", async () => {
    const twins = await givenTwins();
    const { version, basis } = await datingOf(twins.datingId);
    await merge(twins);

    const tables = await press(house, twins, "tables", { companyId: twins.to, act: "addTable", version });
    const told = await press(house, twins, "planning/publication", { basis });

    expect([tables.status, told.status]).toEqual([409, 409]);
    expect((await datingOf(twins.datingId)).companies[0]?.companyId).toBe(twins.to);
  });

  it("loses nothing that is written in the same moment", async () => {
    const twins = await givenTwins();
    const { lastBadge } = await JobDatingModel.findById(twins.datingId).orFail();

    const badges = Array.from({ length: 30 }, () =>
      JobDatingModel.updateOne({ _id: twins.datingId }, { $inc: { lastBadge: 1 } }),
    );
    await Promise.all([...badges, events().move(twins.datingId, twins)]);

    const after = await JobDatingModel.findById(twins.datingId).orFail();
    expect(after.lastBadge).toBe(lastBadge + 30);
    expect(after.companies.map(({ companyId }) => String(companyId))).toContain(twins.to);
  });

  it("takes the wishes along after a kill between the tables and them", async () => {
    const twins = await givenTwins();
    const [registration] = await registrationsOf(twins.datingId);
    await events().move(twins.datingId, twins);
    await RegistrationModel.updateOne({ _id: registration?.id ?? "" }, { wishIds: [twins.from] });

    expect(await events().find(twins)).toEqual([twins.datingId]);
    await merge(twins);

    expect((await registrationsOf(twins.datingId))[0]?.wishIds).toEqual([twins.to]);
  });
});
