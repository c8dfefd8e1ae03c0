import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
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

const givenWilling = async (desk: Desk): Promise<{ seeker: Seeker; id: string }> => {
  const seeker = await givenProposed(house, desk);
  const { id } = await positioningOf(desk.offerId, seeker.id);
  await asks(house).post(proposalPath({ id }), { answer: "yes" });
  return { seeker, id };
};

/** How many people each mail speaks of, the first mail first. */
const presented = async ({ recruiter }: Desk): Promise<number[]> =>
  (
    await DispatchModel.find({ to: recruiter.email, subject: /présentée/ })
      .sort({ createdAt: 1 })
      .lean()
  ).map(({ subject }) => Number.parseInt(subject, 10));

describe("the mail that presents people to a company", () => {
  it("counts all who leave together, however fast the workers are, and nobody who left before", async () => {
    const desk = await givenDesk(house);
    const [early, ...others] = [
      await givenWilling(desk),
      await givenWilling(desk),
      await givenWilling(desk),
      await givenWilling(desk),
    ];
    const send = (positioningIds: readonly string[]) =>
      asks(house, desk.officer).post(`/bureau/offres-exclusives/${desk.offerId}/transmission`, { positioningIds });
    await send([early.id]);
    await house.drain();

    let sent = false;
    const sending = send(others.map(({ id }) => id)).then(() => {
      sent = true;
    });
    while (!sent) {
      await house.drain();
      await setImmediate();
    }
    await sending;
    await house.drain();

    expect(await presented(desk)).toEqual([1, 3]);
  });

  it("leaves again for each name sent from its card", async () => {
    const desk = await givenDesk(house);
    const [one, other] = [await givenWilling(desk), await givenWilling(desk)];

    await step(house, desk, one.seeker, { to: "submitted" });
    await step(house, desk, other.seeker, { to: "submitted" });

    expect(await presented(desk)).toEqual([1, 1]);
  });
});
