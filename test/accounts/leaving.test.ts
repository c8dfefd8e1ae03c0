import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { staffRoles } from "#shared/kernel/actor.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

let house: House;
let admin: Person;
beforeAll(async () => {
  house = await openHouse();
  admin = await givenPerson({ role: "admin" });
});
afterAll(() => house.close());

const path = "/mon-compte/fermeture";
const mails = () => DispatchModel.find({ kind: "account-state" }, { to: 1, subject: 1, text: 1 }).lean();

describe("an agent who wants to leave", () => {
  it("is refused while there is no other administrator, and told what to do", async () => {
    const alone = await asks(house, admin).post(path);

    expect(alone.status).toBe(409);
    expect(alone.text).toContain("Nommez-en un autre d’abord");
    expect(await mails()).toEqual([]);
  });

  it.each(staffRoles.filter((role) => role !== "admin"))(
    "as %s reads how, and asks the administrators once a day",
    async (role) => {
      await DispatchModel.deleteMany({});
      const agent = await givenPerson({ role, firstName: "Jeanne" });
      expect((await asks(house, agent).get("/mon-compte")).text).toContain("Fermer mon compte");
      expect((await asks(house, agent).get("/mon-compte/effacement")).text).toContain(
        "Un administrateur ferme votre compte",
      );

      for (const _ of [1, 2]) expect((await asks(house, agent).post(path)).status).toBe(303);

      const [mail, ...more] = await mails();
      expect(more).toEqual([]);
      expect(mail).toMatchObject({ to: admin.email });
      expect(mail?.text).toContain(encodeURIComponent(agent.email));
      expect(await AccountModel.findById(agent.id).lean()).toMatchObject({ status: "active", leavingAt: null });
    },
  );

  it("erases nothing by the way of the others", async () => {
    const agent = await givenPerson({ role: "officer" });

    const tried = await asks(house, agent).post("/mon-compte/effacement", { confirmation: "effacer" });

    expect(tried.status).toBe(404);
    expect(await AccountModel.exists({ _id: agent.id })).not.toBeNull();
  });
});
