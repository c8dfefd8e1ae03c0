import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { today } from "#server/platform/clock.ts";
import { PositioningModel } from "#server/positionings/positioning-model.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { followUpsFrom } from "#shared/positionings/positioning-board.ts";
import type { Seeker } from "#test/support/given-cvs.ts";
import { type Desk, givenDesk, givenProposed, positioningOf } from "#test/support/given-positionings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Somebody in post, whose call at one month is due today. */
const givenHired = async (): Promise<{
  desk: Desk;
  seeker: Seeker;
  id: string;
  follow: (typed: object) => Promise<number>;
}> => {
  const desk = await givenDesk(house);
  const seeker = await givenProposed(house, desk);
  const { id } = await positioningOf(desk.offerId, seeker.id);
  const startsOn = addDays(today(), -35);
  await PositioningModel.updateOne(
    { _id: id },
    { $set: { status: "hired", startsOn, followUps: followUpsFrom(startsOn) } },
  );
  const follow = async (typed: object) => {
    const { version } = await positioningOf(desk.offerId, seeker.id);
    const sent = await asks(house, desk.officer).post(`/bureau/positionnements/${id}/suivi`, {
      kind: "M1",
      version,
      ...typed,
    });
    return sent.status;
  };
  return { desk, seeker, id, follow };
};

describe("a follow-up call", () => {
  it("that nobody takes is planned again a week later, three times, then left to the next one", async () => {
    const { desk, seeker, follow } = await givenHired();
    const first = async () => (await positioningOf(desk.offerId, seeker.id)).followUps[0];

    expect(await follow({ result: "unreachable" })).toBe(303);
    expect(await first()).toMatchObject({ doneAt: null, dueOn: addDays(today(), 7), missedOn: [today()] });
    await follow({ result: "unreachable" });
    await follow({ result: "unreachable" });

    expect(await first()).toMatchObject({ result: "unreachable", missedOn: [today(), today(), today()] });
    expect((await positioningOf(desk.offerId, seeker.id)).status).toBe("hired");
    expect(await follow({ result: "inPost" })).toBe(409);
  });

  it("that asks for a mediation must say why, and stays on today's list until somebody acts", async () => {
    const { desk, id, follow } = await givenHired();

    expect(await follow({ result: "inPost", mediation: "on" })).toBe(422);
    expect(await follow({ result: "inPost", mediation: "on", note: "Horaires changés sans accord." })).toBe(303);
    expect((await asks(house, desk.officer).get("/bureau")).text).toContain("Médiation demandée");
    await asks(house, desk.officer).post(`/bureau/positionnements/${id}/notes`, { remark: "Accord trouvé." });

    expect((await asks(house, desk.officer).get("/bureau")).text).not.toContain("Médiation demandée");
  });
});

describe("a card", () => {
  it("goes to a colleague with its history; a stale page, a stranger and a candidate are refused", async () => {
    const { desk, seeker, id } = await givenHired();
    const colleague = await givenPerson({ role: "officer", firstName: "Marc", lastName: "Lenoir" });
    const path = `/bureau/positionnements/${id}/confier`;
    const { version } = await positioningOf(desk.offerId, seeker.id);

    const stranger = await asks(house, desk.officer).post(path, { officerId: seeker.id, version });
    const outsider = await asks(house, seeker).post(path, { officerId: colleague.id, version });
    const given = await asks(house, desk.officer).post(path, { officerId: colleague.id, version });
    const stale = await asks(house, desk.officer).post(path, { officerId: desk.officer.id, version });

    expect([stranger.status, outsider.status, given.status, stale.status]).toEqual([422, 404, 303, 409]);
    expect(await positioningOf(desk.offerId, seeker.id)).toMatchObject({ officerId: colleague.id, status: "hired" });
    expect((await asks(house, colleague).get("/bureau?qui=moi")).text).toContain(`/bureau/positionnements/${id}`);
    expect((await asks(house, desk.officer).get("/bureau?qui=moi")).text).not.toContain(
      `/bureau/positionnements/${id}`,
    );
  });

  it("of somebody who leaves goes with all the others in one press", async () => {
    const { desk, seeker } = await givenHired();
    const colleague = await givenPerson({ role: "officer" });

    const self = await asks(house, desk.officer).post("/bureau/positionnements/confier", {
      officerId: desk.officer.id,
    });
    const given = await asks(house, desk.officer).post("/bureau/positionnements/confier", { officerId: colleague.id });

    expect([self.status, given.status]).toEqual([422, 303]);
    expect((await positioningOf(desk.offerId, seeker.id)).officerId).toBe(colleague.id);
  });

  it("of an officer whose account is closed is on everyone's list", async () => {
    const { desk, id } = await givenHired();
    const colleague = await givenPerson({ role: "officer" });
    expect((await asks(house, colleague).get("/bureau?qui=moi")).text).not.toContain(`/bureau/positionnements/${id}`);

    await AccountModel.updateOne({ _id: desk.officer.id }, { $set: { status: "disabled" } });

    expect((await asks(house, colleague).get("/bureau?qui=moi")).text).toContain(`/bureau/positionnements/${id}`);
  });
});
