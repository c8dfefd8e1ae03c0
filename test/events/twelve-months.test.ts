import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ActionModel, ParticipationModel } from "#server/events/actions/action-model.ts";
import { followTwelveMonths } from "#server/events/actions/follow-twelve-months.ts";
import { setClock, today } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { PositioningModel } from "#server/positionings/positioning-model.ts";
import type { Participation } from "#shared/events/actions/collective-action.ts";
import { addDays, addMonths } from "#shared/kernel/calendar.ts";
import { signedInAgain } from "#test/support/given-companies.ts";
import { givenSeeker, type Seeker } from "#test/support/given-cvs.ts";
import { type Desk, givenDesk, givenProposed, positioningOf, step } from "#test/support/given-positionings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { keep } from "#test/support/open-store.ts";
import { asks, type Person } from "#test/support/people.ts";
import { anAction, aParticipation } from "./an-action.ts";

let house: House;
let desk: Desk;
beforeAll(async () => {
  house = await openHouse();
  desk = await givenDesk(house);
});
afterEach(() => setClock());
afterAll(() => house.close());

/** Somebody who takes part in an action, as it is said here. */
const givenParticipant = async (action: object, status: Participation["status"] = "accepted"): Promise<Seeker> => {
  const seeker = await givenSeeker();
  const actionId = newId().toHexString();
  await keep(ActionModel, anAction({ id: actionId, ...action }));
  await keep(ParticipationModel, aParticipation({ id: newId().toHexString(), actionId, accountId: seeker.id, status }));
  return seeker;
};

const hire = async (seeker: Seeker, officer: Person = desk.officer) => {
  await givenProposed(house, desk, seeker);
  await PositioningModel.updateOne({ offerId: desk.offerId, accountId: seeker.id }, { $set: { status: "selected" } });
  const sent = await step(house, { ...desk, officer }, seeker, { to: "hired", startsOn: addDays(today(), 1) });
  expect(sent.status).toBe(303);
  return positioningOf(desk.offerId, seeker.id);
};

const kindsOf = ({ followUps }: { followUps: readonly { kind: string }[] }): string[] =>
  followUps.map(({ kind }) => kind);

describe("the call at twelve months", () => {
  it("is planned for whoever is hired out of an action that asks it", async () => {
    const card = await hire(await givenParticipant({ asksM12: true }));

    expect(kindsOf(card)).toEqual(["M1", "M3", "M6", "M12"]);
    expect(card.followUps.at(-1)?.dueOn).toBe(addMonths(addDays(today(), 1), 12));
  });

  it.each([
    ["the action asks nothing at twelve months", { asksM12: false }, "accepted"],
    ["the action was cancelled", { asksM12: true, cancelledAt: "2026-11-20T08:00:00.000Z" }, "accepted"],
    ["the person said no to it", { asksM12: true }, "declined"],
    ["the person left it", { asksM12: true }, "left"],
  ] as const)("is not planned where %s", async (_why, action, status) => {
    expect(kindsOf(await hire(await givenParticipant(action, status)))).toEqual(["M1", "M3", "M6"]);
  });

  it("is planned once, however often it is asked", async () => {
    const card = await hire(await givenParticipant({ asksM12: true }));

    await followTwelveMonths(card.id);
    await followTwelveMonths(card.id);

    expect(kindsOf(await positioningOf(card.offerId, card.accountId))).toEqual(["M1", "M3", "M6", "M12"]);
  });

  it("comes on the list of its day, is written down, and leaves the six months reached", async () => {
    const seeker = await givenParticipant({ asksM12: true });
    const card = await hire(seeker);
    const path = `/bureau/positionnements/${card.id}`;
    for (const [at, kind] of ["M1", "M3", "M6"].entries()) {
      const kept = await asks(house, desk.officer).post(`${path}/suivi`, {
        kind,
        result: "inPost",
        version: card.version + at,
      });
      expect(kept.status).toBe(303);
    }
    expect((await positioningOf(card.offerId, seeker.id)).status).toBe("inPostM6");
    expect((await asks(house, desk.officer).get("/bureau?qui=tous")).text).not.toContain("point à 12 mois");

    setClock(new Date(Date.parse(`${addMonths(addDays(today(), 1), 12)}T09:00:00Z`)));
    const officer = await signedInAgain(desk.officer);
    expect((await asks(house, officer).get("/bureau?qui=tous")).text).toContain("point à 12 mois");
    const ended = { kind: "M12", result: "endedEarly", note: "CDD fini en octobre.", version: card.version + 3 };
    expect((await asks(house, officer).post(`${path}/suivi`, ended)).status).toBe(303);

    const last = await positioningOf(card.offerId, seeker.id);
    expect(last.status).toBe("inPostM6");
    expect(last.followUps.at(-1)).toMatchObject({ kind: "M12", result: "endedEarly" });
    expect(last.followUps.slice(0, 3).map(({ result }) => result)).toEqual(["inPost", "inPost", "inPost"]);
    expect((await asks(house, officer).get("/bureau?qui=tous")).text).not.toContain("point à 12 mois");
  });
});
