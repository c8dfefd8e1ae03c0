import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OfferModel } from "#server/offers/offer-model.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { PositioningModel } from "#server/positionings/positioning-model.ts";
import type { Seeker } from "#test/support/given-cvs.ts";
import {
  type Desk,
  givenDesk,
  givenProposed,
  positioningOf,
  proposalPath,
  step,
} from "#test/support/given-positionings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const givenWilling = async (desk: Desk): Promise<Seeker> => {
  const seeker = await givenProposed(house, desk);
  await asks(house).post(proposalPath(await positioningOf(desk.offerId, seeker.id)), { answer: "yes" });
  return seeker;
};

const close = (desk: Desk) => OfferModel.updateOne({ _id: desk.offerId }, { status: "filled" });

const rankingOf = ({ offerId }: Desk): string => `/bureau/offres-exclusives/${offerId}`;

describe("an offer that closed after people said yes", () => {
  it("sends no name of the list, keeps the ticks and says why", async () => {
    const desk = await givenDesk(house);
    const [one, other] = [await givenWilling(desk), await givenWilling(desk)];
    const { id } = await positioningOf(desk.offerId, one.id);
    const { id: left } = await positioningOf(desk.offerId, other.id);
    await close(desk);

    const sent = await asks(house, desk.officer).post(`${rankingOf(desk)}/transmission`, { positioningIds: id });
    await house.drain();

    expect(sent.status).toBe(409);
    expect(sent.text).toContain("Cette offre n’est plus ouverte");
    expect(sent.text).toMatch(new RegExp(`value="${id}" checked`));
    expect(sent.text).not.toMatch(new RegExp(`value="${left}" checked`));
    expect((await positioningOf(desk.offerId, one.id)).status).toBe("consented");
    const told = await DispatchModel.find({ to: desk.recruiter.email }).lean();
    expect(told.filter(({ subject }) => subject.includes("présentée"))).toEqual([]);
  });

  it.each([
    ["a name from its card", "submitted", "consented"],
    ["a second proposal from its card", "proposed", "pool"],
  ] as const)("sends not %s either, and keeps what was written", async (_name, to, from) => {
    const desk = await givenDesk(house);
    const seeker = await givenWilling(desk);
    const { id } = await positioningOf(desk.offerId, seeker.id);
    await PositioningModel.updateOne({ _id: id }, { $set: { status: from } });
    await close(desk);

    const sent = await step(house, desk, seeker, { to, note: "disponible lundi" });

    expect(sent.status).toBe(409);
    expect(sent.text).toContain("Cette offre n’est plus ouverte");
    expect(sent.text).toContain("disponible lundi");
    expect((await positioningOf(desk.offerId, seeker.id)).status).toBe(from);
  });

  it("is offered to the officer as something to decide, no more as names to send", async () => {
    const desk = await givenDesk(house);
    const seeker = await givenWilling(desk);
    const { id } = await positioningOf(desk.offerId, seeker.id);
    const send = `Transmettre à Fromagerie des Monts`;
    expect((await asks(house, desk.officer).get(rankingOf(desk))).text).toContain(send);
    await close(desk);

    const ranking = await asks(house, desk.officer).get(rankingOf(desk));
    const card = await asks(house, desk.officer).get(`/bureau/positionnements/${id}`);
    const morning = await asks(house, desk.officer).get("/bureau");

    expect(ranking.text).not.toContain(send);
    expect(ranking.text).toContain("Cette offre n’est plus ouverte");
    expect(card.text).not.toContain("Transmettre à l’entreprise");
    expect(card.text).toContain("Cette offre n’est plus ouverte");
    expect(card.text + ranking.text).not.toContain("à transmettre");
    expect(morning.text).not.toContain("Transmettre un accord");
    expect(morning.text).toContain("Décider la suite pour un accord");
  });

  it("lets the officer put the person in the pool", async () => {
    const desk = await givenDesk(house);
    const seeker = await givenWilling(desk);
    await close(desk);

    const sent = await step(house, desk, seeker, { to: "pool" });

    expect(sent.status).toBe(303);
  });
});
