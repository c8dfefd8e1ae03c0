import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PositioningModel } from "#server/positionings/positioning-model.ts";
import { positioningsVisibleTo } from "#server/positionings/positioning-visibility.ts";
import { positioningMovesOf } from "#shared/positionings/positioning-transitions.ts";
import { type PositioningStatus, positioningStatuses } from "#shared/positionings/positioning-words.ts";
import { givenRecruiter } from "#test/support/given-companies.ts";
import { givenSeeker } from "#test/support/given-cvs.ts";
import { type Desk, givenDesk, givenProposed, positioningOf, step } from "#test/support/given-positionings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

let house: House;
let desk: Desk;
beforeAll(async () => {
  house = await openHouse();
  desk = await givenDesk(house);
});
afterAll(() => house.close());

const others = async (): Promise<Person[]> =>
  Promise.all((["candidate", "employer", "counsellor", "phoneAgent"] as const).map((role) => givenPerson({ role })));

/** Puts a card in a state, as if it had come there with the person's yes. */
const placeAt = async (id: string, status: PositioningStatus): Promise<void> => {
  await PositioningModel.updateOne(
    { _id: id },
    {
      $set: { status, interviewAt: null },
      $push: { steps: { status: "consented", at: new Date(), by: null, note: null } },
      $inc: { version: 1 },
    },
  );
};

describe("the officer's desk", () => {
  it("does not exist for any other role", async () => {
    const seeker = await givenProposed(house, desk);
    const { id } = await positioningOf(desk.offerId, seeker.id);
    const pages = [
      "/bureau",
      "/bureau/entreprises",
      `/bureau/entreprises/${desk.recruiter.companyId}`,
      "/bureau/offres-exclusives",
      "/bureau/offres-exclusives/nouvelle",
      `/bureau/offres-exclusives/${desk.offerId}`,
      "/bureau/positionnements",
      `/bureau/positionnements/${id}`,
    ];

    for (const person of await others())
      for (const page of pages)
        expect((await asks(house, person).get(page)).status, `${person.role} ${page}`).toBe(404);
    for (const page of pages) expect((await asks(house).get(page)).headers.location).toMatch(/^\/connexion/);
    for (const page of pages) expect((await asks(house, desk.officer).get(page)).status, page).toBe(200);
  });

  it("opens to an admin", async () => {
    const admin = await givenPerson({ role: "admin" });

    expect((await asks(house, admin).get("/bureau")).status).toBe(200);
  });
});

describe("a card", () => {
  it("takes no step that the table refuses, from any state", async () => {
    const seeker = await givenProposed(house, desk);
    const { id } = await positioningOf(desk.offerId, seeker.id);

    for (const from of positioningStatuses) {
      await placeAt(id, from);
      const may = positioningMovesOf(from, "officer");
      for (const to of positioningStatuses.filter((status) => !may.includes(status))) {
        const { version } = await positioningOf(desk.offerId, seeker.id);
        const refused = await asks(house, desk.officer).postJson(`/bureau/positionnements/${id}/etape`, {
          to,
          version: String(version),
          note: "essai",
        });
        expect(refused.status, `${from} → ${to}`).toBe(409);
      }
      expect((await positioningOf(desk.offerId, seeker.id)).status).toBe(from);
    }
  }, 60_000);

  it("moves for one of two officers who press together; the other is told", async () => {
    const seeker = await givenProposed(house, desk);
    const { id, version } = await positioningOf(desk.offerId, seeker.id);
    const colleague = await givenPerson({ role: "officer" });
    const path = `/bureau/positionnements/${id}/etape`;

    const answers = await Promise.all([
      asks(house, desk.officer).post(path, { to: "consented", version, note: "dit oui au téléphone" }),
      asks(house, colleague).post(path, { to: "declined", version, note: "dit non au téléphone" }),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await positioningOf(desk.offerId, seeker.id)).steps).toHaveLength(2);
  });

  it("asks for what a step must say, keeps what was typed, and stays where it was", async () => {
    const seeker = await givenProposed(house, desk);

    const silent = await step(house, desk, seeker, { to: "consented" });
    const { id } = await positioningOf(desk.offerId, seeker.id);
    await placeAt(id, "submitted");
    const noPlace = await step(house, desk, seeker, { to: "interviewPlanned", interviewAt: "2020-01-01T09:00" });
    const unexplained = await step(house, desk, seeker, { to: "refused" });
    await placeAt(id, "selected");
    const noDay = await step(house, desk, seeker, { to: "hired", note: "à garder" });

    expect([silent.status, noPlace.status, unexplained.status, noDay.status]).toEqual([422, 422, 422, 422]);
    expect(noPlace.text).toContain("Cette date est passée");
    expect(noDay.text).toContain("à garder");
    expect((await positioningOf(desk.offerId, seeker.id)).status).toBe("selected");
  });

  it("plans its calls from the first day, at the end of short months too", async () => {
    const seeker = await givenProposed(house, desk);
    const { id } = await positioningOf(desk.offerId, seeker.id);
    await placeAt(id, "selected");

    await step(house, desk, seeker, { to: "hired", startsOn: "2027-01-31" });

    const { followUps } = await positioningOf(desk.offerId, seeker.id);
    expect(followUps.map(({ dueOn }) => dueOn)).toEqual(["2027-02-28", "2027-04-30", "2027-07-31"]);
  });

  it("says why a contract ended, and refuses a call twice", async () => {
    const seeker = await givenProposed(house, desk);
    const { id } = await positioningOf(desk.offerId, seeker.id);
    await placeAt(id, "selected");
    await step(house, desk, seeker, { to: "hired", startsOn: "2027-01-31" });
    const { version } = await positioningOf(desk.offerId, seeker.id);
    const path = `/bureau/positionnements/${id}/suivi`;

    const silent = await asks(house, desk.officer).post(path, { kind: "M1", result: "endedEarly", version });
    const skipped = await asks(house, desk.officer).post(path, { kind: "M3", result: "inPost", version });
    const noted = await asks(house, desk.officer).post(path, { kind: "M1", result: "inPost", version });
    const twice = await asks(house, desk.officer).post(path, { kind: "M1", result: "inPost", version });

    expect([silent.status, skipped.status, noted.status, twice.status]).toEqual([422, 409, 303, 409]);
  });
});

describe("somebody already positioned elsewhere", () => {
  it("is flagged on the ranking, the board and the card", async () => {
    const first = await givenDesk(house);
    const second = await givenDesk(house, { title: "Agent de nuit F/H" });
    const seeker = await givenSeeker({}, { firstName: "Paul", lastName: "Double" });
    await givenProposed(house, first, seeker);

    const ranking = await asks(house, second.officer).get(`/bureau/offres-exclusives/${second.offerId}?nombre=200`);
    await givenProposed(house, second, seeker);
    const { id } = await positioningOf(second.offerId, seeker.id);
    const card = await asks(house, second.officer).get(`/bureau/positionnements/${id}`);
    const board = await asks(house, second.officer).get(
      `/bureau/positionnements?entreprise=${second.recruiter.companyId}`,
    );

    expect(ranking.text).toContain("déjà proposé ailleurs le");
    expect(card.text).toContain("Déjà positionné ailleurs");
    expect(board.text).toContain("aussi sur :");
  });
});

describe("an employer", () => {
  it("sees nobody before the names leave, and never another company's people", async () => {
    const seeker = await givenProposed(house, desk);
    const { id } = await positioningOf(desk.offerId, seeker.id);
    const stranger = await givenRecruiter();
    const path = `/employeur/positionnements/${id}`;

    const before = await asks(house, desk.recruiter).get(path);
    const list = await asks(house, desk.recruiter).get("/employeur/positionnements");
    await step(house, desk, seeker, { to: "consented", note: "oui au téléphone" });
    await step(house, desk, seeker, { to: "submitted" });
    const after = await asks(house, desk.recruiter).get(path);
    const other = await asks(house, stranger).get(path);
    const acted = await asks(house, stranger).post(path, { to: "refused", version: 3, note: "non" });

    expect([before.status, after.status, other.status, acted.status]).toEqual([404, 200, 404, 404]);
    expect(list.text).not.toContain(seeker.email);
    expect(after.text).not.toContain("oui au téléphone");
    expect(positioningsVisibleTo({ ...anyone, companyId: null })).toEqual({ _id: expect.anything() });
  });

  it("never gets a name without the person's yes", async () => {
    const seeker = await givenProposed(house, desk);
    const { id } = await positioningOf(desk.offerId, seeker.id);
    await PositioningModel.updateOne({ _id: id }, { $set: { status: "consented" } });

    const sent = await step(house, desk, seeker, { to: "submitted" });

    expect(sent.status).toBe(409);
  });
});

const anyone = { role: "employer", accountId: "", firstName: "", lastName: "", email: "" } as const;
