import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OfferModel } from "#server/offers/offer-model.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { signLink } from "#server/platform/signed-link.ts";
import { PositioningModel } from "#server/positionings/positioning-model.ts";
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
let desk: Desk;
beforeAll(async () => {
  house = await openHouse();
  desk = await givenDesk(house, { employerShown: "" });
});
afterAll(() => house.close());

describe("the link of a proposal", () => {
  it("is in one mail, opens without a session, and consumes nothing by being looked at", async () => {
    const seeker = await givenProposed(house, desk);
    const positioning = await positioningOf(desk.offerId, seeker.id);
    const mails = await DispatchModel.find({ to: seeker.email }).lean();

    const looks = await Promise.all([1, 2, 3, 4, 5].map(() => asks(house).get(proposalPath(positioning))));

    expect(mails.map(({ text }) => text?.includes(proposalPath(positioning)))).toEqual([true]);
    expect(looks.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await positioningOf(desk.offerId, seeker.id)).version).toBe(positioning.version);
  });

  it("names a company that hides its name only after the yes", async () => {
    const seeker = await givenProposed(house, desk);
    const path = proposalPath(await positioningOf(desk.offerId, seeker.id));

    const before = await asks(house).get(path);
    await asks(house).post(path, { answer: "yes" });
    const after = await asks(house).get(path);
    const mail = await DispatchModel.findOne({ to: seeker.email }).orFail();

    expect(before.text).not.toContain("Fromagerie des Monts");
    expect(mail.text).not.toContain("Fromagerie des Monts");
    expect(after.text).toContain("Fromagerie des Monts");
  });

  it("counts two presses as one answer, and lets a mind change before the names leave", async () => {
    const seeker = await givenProposed(house, desk);
    const path = proposalPath(await positioningOf(desk.offerId, seeker.id));

    const presses = await Promise.all([1, 2].map(() => asks(house).post(path, { answer: "yes" })));
    const once = await positioningOf(desk.offerId, seeker.id);
    await asks(house).post(path, { answer: "no" });
    const changed = await positioningOf(desk.offerId, seeker.id);

    expect(presses.map(({ status }) => status)).toEqual([303, 303]);
    expect(once.steps.map(({ status }) => status)).toEqual(["proposed", "consented"]);
    expect(changed.status).toBe("declined");
  });

  it("takes no yes, and gives no company's name, once the offer is closed", async () => {
    const closing = await givenDesk(house, { employerShown: "" });
    const [late, early] = [await givenProposed(house, closing), await givenProposed(house, closing)];
    const path = proposalPath(await positioningOf(closing.offerId, late.id));
    const earlier = proposalPath(await positioningOf(closing.offerId, early.id));
    await asks(house).post(earlier, { answer: "yes" });
    await OfferModel.updateOne({ _id: closing.offerId }, { status: "filled" });

    const refused = await asks(house).post(path, { answer: "yes" });
    const no = await asks(house).post(path, { answer: "no" });

    expect([refused.status, no.status]).toEqual([409, 303]);
    expect(refused.text).toContain("Cette offre n’est plus ouverte. Votre nom n’est pas donné.");
    expect((await asks(house).get(path)).text).not.toContain("Fromagerie des Monts");
    expect((await positioningOf(closing.offerId, late.id)).status).toBe("declined");
    expect((await asks(house).get(earlier)).text).not.toContain("part bientôt à l’entreprise");
  });

  it("of one person answers for nobody else; a forged or foreign one opens nothing", async () => {
    const one = await givenProposed(house, desk);
    const other = await givenProposed(house, desk);
    const mine = await positioningOf(desk.offerId, one.id);
    const theirs = await positioningOf(desk.offerId, other.id);
    const mac = proposalPath(mine).split(".").at(-1);

    const forged = await asks(house).post(`/propositions/${theirs.id}.${mac}`, { answer: "no" });
    const purpose = await asks(house).get(`/propositions/${signLink("extend-offer", theirs.id)}`);
    const session = await asks(house, one).post(`/mes-propositions/${theirs.id}`, { answer: "no" });

    expect([forged.status, purpose.status, session.status]).toEqual([410, 410, 404]);
    expect((await positioningOf(desk.offerId, other.id)).status).toBe("proposed");
  });

  it("tells the company when somebody whose name it has stops", async () => {
    const seeker = await givenProposed(house, desk);
    const path = proposalPath(await positioningOf(desk.offerId, seeker.id));
    await asks(house).post(path, { answer: "yes" });
    await step(house, desk, seeker, { to: "submitted" });

    const stopped = await asks(house).post(path, { answer: "stop" });
    const no = await asks(house).post(path, { answer: "yes" });
    await house.drain();

    const told = await DispatchModel.find({ to: desk.recruiter.email }).lean();
    expect([stopped.status, no.status]).toEqual([303, 409]);
    expect(told.filter(({ subject }) => subject.includes("ne donne pas suite"))).toHaveLength(1);
  });

  it("refuses an answer that is none, and a hostile one", async () => {
    const seeker = await givenProposed(house, desk);
    const path = proposalPath(await positioningOf(desk.offerId, seeker.id));

    for (const body of [{}, { answer: "maybe" }, { answer: { $ne: null } }, { answer: ["yes", "no"] }])
      expect((await asks(house).postJson(path, body)).status).toBe(422);
    expect((await positioningOf(desk.offerId, seeker.id)).status).toBe("proposed");
  });
});

describe("a hiring", () => {
  it("frees every other card of the person", async () => {
    const elsewhere = await givenDesk(house);
    const seeker = await givenProposed(house, desk);
    await givenProposed(house, elsewhere, seeker);
    const { id } = await positioningOf(desk.offerId, seeker.id);
    await PositioningModel.updateOne({ _id: id }, { $set: { status: "selected" } });

    await step(house, desk, seeker, { to: "hired", startsOn: "2027-01-05" });

    expect((await positioningOf(elsewhere.offerId, seeker.id)).status).toBe("placedElsewhere");
  });
});
