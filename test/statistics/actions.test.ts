import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CompanyModel } from "#server/companies/company-model.ts";
import { ActionModel, ParticipationModel } from "#server/events/actions/action-model.ts";
import type { Participation } from "#shared/events/actions/collective-action.ts";
import { anAction, aParticipation } from "#test/events/an-action.ts";
import { idOf } from "#test/support/actors.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { keep } from "#test/support/open-store.ts";
import { amount, emptyWorld, figure, freshId, givenCard, givenOffer, october, ussel } from "./given-world.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
afterEach(emptyWorld);

const [first, second] = [
  { id: idOf(0x51), kind: "informationMeeting", day: "2026-09-28", place: null },
  { id: idOf(0x52), kind: "jobDating", day: "2026-10-12", place: null },
] as const;
const present = { stepId: second.id, was: "present" } as const;

const givenGroup = async (people: readonly Partial<Participation>[], given: object = {}): Promise<void> => {
  const actionId = freshId();
  await keep(ActionModel, anAction({ id: actionId, steps: [first, second], commune: ussel, ...given }));
  for (const person of people) {
    await keep(
      ParticipationModel,
      aParticipation({ id: freshId(), actionId, accountId: freshId(), status: "accepted", ...person }),
    );
  }
};

const ended = (outcome: Participation["results"][number]["outcome"], moment: "end" | "M6" = "end") => ({
  attendance: [present],
  results: [{ moment, outcome, at: "2026-10-20T08:00:00.000Z", by: idOf(1) }],
});

describe("a collective action counts", () => {
  it("its first day, its people the day they first came, and what became of them its last day", async () => {
    await givenGroup([
      ended("permanent"),
      ended("shortFixedTerm"),
      ended("training"),
      ended("searching"),
      { attendance: [{ stepId: first.id, was: "present" }, present] },
      { attendance: [{ stepId: second.id, was: "absent" }] },
    ]);

    expect(await amount("actions")).toBe(0);
    expect(await amount("actions", { periode: "dates", du: "2026-09-01", au: "2026-09-30" })).toBe(1);
    expect(await amount("participations")).toBe(4);
    expect(await amount("participants", { periode: "annee" })).toBe(5);
    expect(await amount("positiveExits")).toEqual([3, 4]);
    expect(await amount("lastingExits")).toEqual([1, 4]);
    expect(await amount("actionContracts")).toBe(2);
  });

  it("its results at six months in the month that comes six months after its last day", async () => {
    await givenGroup([ended("permanent", "M6"), ended("unknown", "M6")], {
      steps: [{ ...second, day: "2026-04-30" }],
    });

    expect(await amount("positiveExitsM6")).toEqual([1, 2]);
    expect(await amount("positiveExitsM6", { periode: "dates", du: "2026-09-01", au: "2026-09-30" })).toEqual([0, 0]);
  });

  it("for nothing once it is cancelled, nor before its day", async () => {
    await givenGroup([ended("permanent")], { cancelledAt: "2026-10-13T08:00:00.000Z" });
    await givenGroup([], { steps: [{ ...second, day: "2026-12-01" }] });

    const whole = { periode: "dates", du: "2026-01-01", au: "2026-12-31" };
    expect([await amount("actions", whole), await amount("participations", whole)]).toEqual([0, 0]);
  });

  it("somebody hired by a positioning and by an action once among the people with a contract", async () => {
    const accountId = idOf(0xacc2);
    await givenGroup([{ ...ended("longFixedTerm"), accountId }]);
    await givenCard([["hired", "2026-10-04T08:00:00.000Z"]], { accountId });
    await givenCard([["hired", "2026-10-05T08:00:00.000Z"]]);

    const { now, actions } = await figure("contractPeople");
    expect(now).toEqual({ kind: "number", value: 2 });
    expect(actions).toEqual([
      { part: "positionings", figure: { kind: "number", value: 2 } },
      { part: "keys", figure: { kind: "number", value: 1 } },
    ]);
    expect(await amount("contractPeople", { ...october, action: "keys" })).toBe(1);
  });

  it("its beneficiaries as one number, and only when nobody can be told by it", async () => {
    const ten = Array.from({ length: 11 }, () => ({ attendance: [present] }));
    const october10 = { steps: [second] };
    await givenGroup(ten, { beneficiaries: 6, ...october10 });
    await givenGroup(ten, { beneficiaries: 4, ...october10 });
    await givenGroup(ten, { beneficiaries: 11, ...october10 });
    await givenGroup(ten, { beneficiaries: null, ...october10 });

    expect(await amount("beneficiaries")).toBe(6);
  });
});

describe("the network and its offers count", () => {
  it("visits, calls and mails, never a plain note; a company once", async () => {
    const note = (kind: string, at: string) => ({ id: idOf(0x77), at, by: idOf(1), kind, text: "Fictif" });
    await keep(CompanyModel, {
      id: idOf(0xc0de),
      name: "Les Tilleuls fictifs",
      commune: ussel,
      status: "verified",
      accompanied: false,
      lastContactAt: "2026-10-31T23:30:00.000Z",
      createdAt: "2026-01-01T08:00:00.000Z",
      updatedAt: "2026-01-01T08:00:00.000Z",
      notes: [
        note("visit", "2026-10-01T08:00:00.000Z"),
        note("call", "2026-10-31T22:30:00.000Z"),
        note("mail", "2026-10-31T23:30:00.000Z"),
        note("note", "2026-10-15T08:00:00.000Z"),
      ],
    } as never);

    expect([await amount("contacts"), await amount("companiesContacted")]).toEqual([2, 1]);
    expect((await figure("contacts")).former).toEqual({ kind: "number", value: 0 });
  });

  it("offers the day they open, and the day they are filled", async () => {
    const filled = (reason: "filledByUs" | "filledOtherwise", at: string) => ({
      status: "filled",
      closingReason: reason,
      publishedAt: "2026-09-20T08:00:00.000Z",
      history: [
        { at: "2026-09-20T08:00:00.000Z", from: null, to: "published", by: null, reason: null },
        { at, from: "published", to: "filled", by: null, reason: null },
      ],
      updatedAt: "2026-11-02T08:00:00.000Z",
    });
    await givenOffer({ publishedAt: "2026-10-02T08:00:00.000Z", exclusive: false });
    await givenOffer({ publishedAt: "2026-10-03T08:00:00.000Z", exclusive: true });
    await givenOffer({ status: "draft", publishedAt: null });
    await givenOffer(filled("filledByUs", "2026-10-20T08:00:00.000Z"));
    await givenOffer(filled("filledOtherwise", "2026-10-21T08:00:00.000Z"));
    await givenOffer(filled("filledByUs", "2026-11-01T08:00:00.000Z"));

    expect(await amount("offers")).toBe(1);
    expect(await amount("exclusiveOffers")).toBe(1);
    expect(await amount("offersFilled")).toBe(2);
    expect(await amount("filledByUs")).toEqual([1, 2]);
  });
});
