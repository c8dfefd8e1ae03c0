import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CvModel } from "#server/cvs/cv-model.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { signLink } from "#server/platform/signed-link.ts";
import { AccompanimentModel } from "#server/positionings/accompaniment-model.ts";
import { accompanimentLink } from "#server/positionings/accompany.ts";
import { PositioningModel } from "#server/positionings/positioning-model.ts";
import { givenSeeker, type Seeker } from "#test/support/given-cvs.ts";
import { type Desk, givenDesk, givenExclusive, positioningOf } from "#test/support/given-positionings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

let house: House;
let desk: Desk;
beforeAll(async () => {
  house = await openHouse();
  desk = await givenDesk(house);
});
afterAll(() => house.close());

const idOf = async (seeker: Person): Promise<string> =>
  String((await AccompanimentModel.findOne({ accountId: seeker.id }).orFail().lean())._id);

const linkOf = async (seeker: Person): Promise<string> =>
  `/accompagnements/${signLink(accompanimentLink, await idOf(seeker))}`;

/** Somebody whom a counsellor asked; `yes` when they accepted by the mail's link. */
const givenAsked = async (yes = true): Promise<{ counsellor: Person; seeker: Seeker; page: string }> => {
  const [counsellor, seeker] = [await givenPerson({ role: "counsellor", firstName: "Rosa" }), await givenSeeker()];
  await asks(house, counsellor).post("/accompagnement", { email: seeker.email.toUpperCase() });
  await house.drain();
  if (yes) await asks(house).post(await linkOf(seeker), { answer: "yes" });
  return { counsellor, seeker, page: `/accompagnement/${await idOf(seeker)}` };
};

describe("a counsellor’s request", () => {
  it("opens nothing before the person’s yes, and tells nothing of an address", async () => {
    const { counsellor, seeker, page } = await givenAsked(false);
    const unknown = await asks(house, counsellor).post("/accompagnement", { email: "personne@exemple.invalid" });
    const employer = await asks(house, counsellor).post("/accompagnement", { email: desk.recruiter.email });

    const list = await asks(house, counsellor).get("/accompagnement");

    expect((await asks(house, counsellor).get(page)).status).toBe(404);
    expect(list.text).not.toContain(seeker.email);
    expect([unknown.status, employer.status]).toEqual([303, 303]);
    expect(await AccompanimentModel.countDocuments({ counsellorId: counsellor.id })).toBe(1);
    expect(await DispatchModel.countDocuments({ kind: "accompaniment-request", to: seeker.email })).toBe(1);
  });

  it("is answered by the mail’s link or from the account, and a forged link opens nothing", async () => {
    const { seeker, counsellor, page } = await givenAsked(false);
    const other = await givenAsked(false);
    const mac = (await linkOf(seeker)).split(".").at(-1);

    const looked = await asks(house).get(await linkOf(seeker));
    const forged = await asks(house).post(`/accompagnements/${await idOf(other.seeker)}.${mac}`, { answer: "yes" });
    const foreign = await asks(house, seeker).post(`/mes-accompagnements/${await idOf(other.seeker)}`, {
      answer: "yes",
    });
    const todo = await asks(house, seeker).get("/mes-pistes");
    const yes = await asks(house, seeker).post(`/mes-accompagnements/${await idOf(seeker)}`, { answer: "yes" });
    const twice = await asks(house).post(await linkOf(seeker), { answer: "yes" });

    expect(looked.text).toContain("demande à vous accompagner");
    expect([forged.status, foreign.status, yes.status, twice.status]).toEqual([410, 404, 303, 303]);
    expect(todo.text).toContain("Répondre à Rosa");
    expect((await asks(house, counsellor).get(page)).text).toContain(seeker.email);
  });

  it("refused stays refused; ended may be asked again", async () => {
    const { counsellor, seeker } = await givenAsked(false);
    await asks(house).post(await linkOf(seeker), { answer: "no" });
    await asks(house, counsellor).post("/accompagnement", { email: seeker.email });
    expect((await AccompanimentModel.findById(await idOf(seeker)).lean())?.status).toBe("refused");

    const second = await givenAsked();
    await asks(house, second.seeker).post(`/mes-accompagnements/${await idOf(second.seeker)}`, { answer: "end" });
    expect((await asks(house, second.counsellor).get(second.page)).status).toBe(404);
    await asks(house, second.counsellor).post("/accompagnement", { email: second.seeker.email });
    expect((await AccompanimentModel.findById(await idOf(second.seeker)).lean())?.status).toBe("asked");
  });
});

describe("an accompanied person", () => {
  it("is seen by their counsellor and by no other", async () => {
    const { page, seeker } = await givenAsked();
    const other = await givenPerson({ role: "counsellor" });

    const looks = [await asks(house, other).get(page), await asks(house, desk.officer).get(page)];

    expect(looks.map(({ status }) => status)).toEqual([404, 404]);
    expect((await asks(house, other).get("/accompagnement")).text).not.toContain(seeker.email);
    expect((await asks(house, other).get("/cvtheque")).status).toBe(404);
  });

  it("is put forward once, with the reason, and the officer decides", async () => {
    const { counsellor, seeker, page } = await givenAsked();
    const suggestion = { offerId: desk.offerId, reason: "A déjà veillé de nuit, cherche près de Tulle." };

    const nothing = await asks(house, counsellor).post(`${page}/propositions`, { offerId: desk.offerId });
    const weighed = await asks(house, counsellor).post(`${page}/propositions`, {
      ...suggestion,
      reason: "Elle est enceinte.",
    });
    const presses = await Promise.all(
      [1, 2].map(() => asks(house, counsellor).post(`${page}/propositions`, suggestion)),
    );
    const card = await positioningOf(desk.offerId, seeker.id);
    const today = await asks(house, desk.officer).get("/bureau");
    const read = await asks(house, desk.officer).get(`/bureau/positionnements/${card.id}`);

    expect([nothing.status, weighed.status]).toEqual([422, 422]);
    expect(weighed.text).toContain("Elle est enceinte.");
    expect(presses.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(card).toMatchObject({ status: "suggested", officerId: desk.officer.id });
    expect(today.text).toContain(`/bureau/positionnements/${card.id}`);
    expect(read.text).toContain("A déjà veillé de nuit");
    expect((await asks(house, counsellor).get(page)).text).toContain("Veilleur de nuit");
  });

  it("is never put forward to a company they shut out, nor with a hidden CV", async () => {
    const { counsellor, seeker, page } = await givenAsked();
    const offerId = await givenExclusive(house, desk.officer, desk.recruiter.companyId, { title: "Fromager F/H" });
    await CvModel.updateOne({ accountId: seeker.id }, { $set: { blockedCompanyIds: [desk.recruiter.companyId] } });
    const shutOut = await asks(house, counsellor).post(`${page}/propositions`, { offerId, reason: "Voisin" });
    await CvModel.updateOne({ accountId: seeker.id }, { $set: { blockedCompanyIds: [], visibility: "hidden" } });
    const hidden = await asks(house, counsellor).post(`${page}/propositions`, { offerId, reason: "Voisin" });

    expect([shutOut.status, hidden.status]).toEqual([409, 409]);
    expect((await asks(house, counsellor).get(page)).text).toContain("Son CV est caché");
    expect(await PositioningModel.countDocuments({ accountId: seeker.id })).toBe(0);
  });
});
