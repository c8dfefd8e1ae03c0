import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ForumContactModel, UnnamedVisitModel } from "#server/events/forums/forum-model.ts";
import { JobDatingModel, RegistrationModel } from "#server/events/job-dating-model.ts";
import { idOf } from "#test/support/actors.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { amount, figure, freshId, tulle } from "./given-world.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const at = new Date("2026-10-08T08:00:00.000Z");

const givenEvent = async (given: object): Promise<string> => {
  const id = freshId();
  const event = {
    _id: id,
    title: "Rencontre fictive",
    place: "Salle de l’Essai",
    commune: tulle,
    day: "2026-10-08",
    opens: "09:00",
    closes: "12:00",
    slotMinutes: 15,
    breakMinutes: 0,
    maxMeetings: 4,
    capacity: 20,
    audience: "open",
    status: "published",
    basis: 1,
    officerId: idOf(1),
    version: 1,
    createdAt: at,
    updatedAt: at,
    ...given,
  };
  await JobDatingModel.create(event as never); // ids are cast from hexadecimal by mongoose
  return id;
};

const givenVisitor = async (jobDatingId: string, given: object = {}): Promise<void> => {
  const id = freshId();
  const visitor = {
    _id: id,
    jobDatingId,
    firstName: "Camille",
    lastName: "Essai",
    code: id.slice(-6),
    status: "active",
    personKey: id,
    arrivedAt: at,
    createdAt: at,
    updatedAt: at,
    ...given,
  };
  await RegistrationModel.create(visitor as never); // likewise
};

describe("an event counts", () => {
  it("those who came through the door, with an account or without, and those of a forum who gave no name", async () => {
    const accountId = idOf(0xacc7);
    const [dating, forum] = [await givenEvent({ kind: "jobDating" }), await givenEvent({ kind: "forum" })];
    await givenVisitor(dating, { accountId });
    await givenVisitor(dating, { arrivedAt: null });
    await givenVisitor(forum, { accountId });
    await givenVisitor(forum);
    for (const key of ["a", "b", "c"]) await UnnamedVisitModel.create({ forumId: forum, key, at } as never);
    for (const people of [1, 4]) {
      const standId = freshId();
      const contact = { forumId: forum, standId, key: standId, contactKey: standId, people, outcome: "talked" };
      await ForumContactModel.create({ ...contact, createdAt: at, updatedAt: at } as never);
    }

    expect(await amount("actions")).toBe(2);
    expect(await amount("participations")).toBe(6);
    expect(await amount("participants")).toBe(2);
    expect(await amount("standContacts")).toBe(5);
    expect((await figure("participations")).actions).toEqual([
      { part: "jobDating", figure: { kind: "number", value: 1 } },
      { part: "forum", figure: { kind: "number", value: 5 } },
    ]);
  });

  it("for nothing when it is a draft, cancelled, or still to come", async () => {
    await JobDatingModel.collection.deleteMany({});
    for (const given of [{ status: "draft" }, { status: "cancelled" }, { day: "2026-12-08" }])
      await givenVisitor(await givenEvent(given));

    const whole = { periode: "dates", du: "2026-01-01", au: "2026-12-31" };
    expect([await amount("actions", whole), await amount("participations", whole)]).toEqual([0, 0]);
  });
});
