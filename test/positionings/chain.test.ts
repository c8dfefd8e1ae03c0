import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { now, setClock, today } from "#server/platform/clock.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { PositioningModel } from "#server/positionings/positioning-model.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { wallClockOf } from "#shared/kernel/moment.ts";
import { signedInAgain } from "#test/support/given-companies.ts";
import { type Desk, givenDesk, givenProposed, positioningOf, proposalPath } from "#test/support/given-positionings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, type Person } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const mailsTo = async (person: Person): Promise<string[]> =>
  (await DispatchModel.find({ to: person.email }).sort({ createdAt: 1 }).lean()).map(({ subject }) => subject);

const answer = async (desk: Desk, positioningId: string, typed: { to: string } & Record<string, string>) => {
  const { version } = await PositioningModel.findById(positioningId).orFail();
  const sent = await asks(house, desk.recruiter).post(`/employeur/positionnements/${positioningId}`, {
    version,
    ...typed,
  });
  await house.drain();
  return sent;
};

describe("a positioning", () => {
  it("goes from the ranking to a lasting job, each told in their turn", async () => {
    const desk = await givenDesk(house);
    const seeker = await givenProposed(house, desk);
    const { id } = await positioningOf(desk.offerId, seeker.id);

    const ranking = await asks(house, desk.officer).get(`/bureau/offres-exclusives/${desk.offerId}`);
    expect(ranking.status).toBe(200);
    expect(ranking.text).toContain("déjà sur cette offre");
    expect((await asks(house, desk.recruiter).get(`/employeur/positionnements/${id}`)).status).toBe(404);

    const yes = await asks(house).post(proposalPath({ id }), { answer: "yes" });
    expect(yes.status).toBe(303);
    const submitted = await asks(house, desk.officer).post(`/bureau/offres-exclusives/${desk.offerId}/transmission`, {
      positioningIds: id,
    });
    await house.drain();
    expect(submitted.status).toBe(303);
    expect((await asks(house, desk.recruiter).get(`/employeur/positionnements/${id}`)).text).toContain(seeker.email);

    const interviewAt = wallClockOf(new Date(now().getTime() + 86_400_000));
    const planned = await answer(desk, id, { to: "interviewPlanned", interviewAt, interviewPlace: "À l’atelier" });
    expect(planned.status).toBe(303);
    setClock(new Date(now().getTime() + 2 * 86_400_000));
    desk.recruiter = await signedInAgain(desk.recruiter);
    desk.officer = await signedInAgain(desk.officer);
    expect((await answer(desk, id, { to: "interviewed" })).status).toBe(303);
    expect((await answer(desk, id, { to: "hired", startsOn: addDays(today(), 3) })).status).toBe(303);

    const hired = await positioningOf(desk.offerId, seeker.id);
    expect(hired.status).toBe("hired");
    expect(hired.followUps.map(({ kind }) => kind)).toEqual(["M1", "M3", "M6"]);
    const noted = await asks(house, desk.officer).post(`/bureau/positionnements/${id}/suivi`, {
      kind: "M1",
      result: "inPost",
      version: hired.version,
    });
    expect(noted.status).toBe(303);
    expect((await positioningOf(desk.offerId, seeker.id)).status).toBe("inPostM1");
    for (const page of ["/bureau", "/bureau/positionnements", `/bureau/positionnements/${id}`, "/bureau/entreprises"])
      expect((await asks(house, desk.officer).get(page)).status).toBe(200);
    expect(await mailsTo(seeker)).toHaveLength(3);
    expect((await mailsTo(desk.recruiter)).filter((subject) => subject.includes("présentée"))).toHaveLength(1);
    setClock();
  });
});
