import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ActionModel, ParticipationModel, toAction } from "#server/events/actions/action-model.ts";
import { participationLink } from "#server/events/actions/answer-action.ts";
import { now, setClock, today } from "#server/platform/clock.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { signLink } from "#server/platform/signed-link.ts";
import { AccompanimentModel } from "#server/positionings/accompaniment-model.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { aFormKey, signedInAgain } from "#test/support/given-companies.ts";
import { givenSeeker, type Seeker } from "#test/support/given-cvs.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

let house: House;
let officer: Person;
beforeAll(async () => {
  house = await openHouse();
  officer = await givenPerson({ role: "officer" });
});
afterAll(() => house.close());
afterEach(() => setClock());

const typed = (given: object = {}) => ({
  formKey: aFormKey(),
  kind: "keys",
  title: "Clés de l’emploi, métiers fictifs",
  commune: "Tulle",
  places: "1",
  informationMeeting: addDays(today(), 3),
  jobDating: addDays(today(), 10),
  ...given,
});

const givenAction = async (given: object = {}): Promise<string> => {
  const sent = await asks(house, officer).post("/bureau/actions", typed(given));
  if (sent.status !== 303) throw new Error(`not created: ${sent.status}`);
  return sent.headers.location?.split("/").at(-1) ?? "";
};

const participationOf = async (actionId: string, seeker: Person) =>
  ParticipationModel.findOne({ actionId, accountId: seeker.id }).orFail().lean();

const linkOf = async (actionId: string, seeker: Person): Promise<string> =>
  `/actions/${signLink(participationLink, String((await participationOf(actionId, seeker))._id))}`;

/** Somebody the officer proposed, who said yes by the mail's link. */
const givenYes = async (actionId: string): Promise<Seeker> => {
  const seeker = await givenSeeker();
  await asks(house, officer).post(`/bureau/actions/${actionId}/personnes`, {
    email: seeker.email,
    reason: "Cherche un métier du soin",
  });
  await house.drain();
  await asks(house).post(await linkOf(actionId, seeker), { answer: "yes" });
  await house.drain();
  return seeker;
};

const subjectsTo = async ({ email }: Person): Promise<string[]> =>
  (await DispatchModel.find({ to: email, kind: "action-news" }).sort({ createdAt: 1 }).lean()).map(
    ({ subject }) => subject,
  );

describe("a collective action", () => {
  it("is created with its dated steps; what was typed comes back with each wrong answer", async () => {
    const wrong = await asks(house, officer).post(
      "/bureau/actions",
      typed({ places: "0", commune: "Nulleville", cvWorkshop: "2020-01-01" }),
    );
    const past = await asks(house, officer).post("/bureau/actions", typed({ cvWorkshop: "2020-01-01" }));
    const actionId = await givenAction();

    expect([wrong.status, past.status]).toEqual([422, 422]);
    expect(wrong.text).toContain("Clés de l’emploi, métiers fictifs");
    expect(past.text).toContain("Cette date est passée");
    expect(toAction(await ActionModel.findById(actionId).orFail().lean()).steps.map(({ kind }) => kind)).toEqual([
      "informationMeeting",
      "jobDating",
    ]);
    expect((await asks(house, await givenPerson()).get(`/bureau/actions/${actionId}`)).status).toBe(404);
  });

  it("sent twice by one form is one action", async () => {
    const form = typed({ title: "Atelier envoyé deux fois" });
    const sent = await Promise.all([1, 2].map(() => asks(house, officer).post("/bureau/actions", form)));

    expect(new Set(sent.map(({ headers }) => headers.location)).size).toBe(1);
    expect(await ActionModel.countDocuments({ title: "Atelier envoyé deux fois" })).toBe(1);
  });

  it("proposes to one person once, who answers for themselves; a full one has a queue that fills itself", async () => {
    const actionId = await givenAction();
    const first = await givenYes(actionId);
    const second = await givenYes(actionId);
    const again = await asks(house, officer).post(`/bureau/actions/${actionId}/personnes`, { email: first.email });
    const nobody = await asks(house, officer).post(`/bureau/actions/${actionId}/personnes`, {
      email: "personne@exemple.invalid",
    });
    expect([again.status, nobody.status]).toEqual([409, 422]);
    expect(await subjectsTo(first)).toHaveLength(2);
    expect(await subjectsTo(second)).toHaveLength(1);
    expect((await asks(house, second).get("/mes-actions")).text).toContain("liste d’attente");
    expect((await asks(house, second).get("/mes-actions")).text).not.toContain(first.email);

    await Promise.all([1, 2].map(async () => asks(house).post(await linkOf(actionId, first), { answer: "leave" })));
    await house.drain();

    expect((await subjectsTo(second)).at(-1)).toContain("Vous avez une place");
    expect((await asks(house, second).get("/mes-actions")).text).toContain("Vous avez une place");
    expect(await subjectsTo(second)).toHaveLength(2);
  });

  it("is proposed by a counsellor to somebody they accompany, and to nobody else", async () => {
    const actionId = await givenAction();
    const [counsellor, seeker] = [await givenPerson({ role: "counsellor" }), await givenSeeker()];
    const { _id } = await AccompanimentModel.create({
      accountId: seeker.id,
      counsellorId: counsellor.id,
      status: "accepted",
      askedAt: now(),
      statusAt: now(),
    });
    const path = `/accompagnement/${_id}/actions`;

    const silent = await asks(house, counsellor).post(path, { actionId, why: "" });
    const stranger = await asks(house, await givenPerson({ role: "counsellor" })).post(path, {
      actionId,
      why: "Elle hésite",
    });
    const proposed = await asks(house, counsellor).post(path, { actionId, why: "Hésite entre deux métiers" });

    expect([silent.status, stranger.status, proposed.status]).toEqual([422, 404, 303]);
    expect(silent.text).toContain("Dites pourquoi cette action lui convient.");
    expect((await asks(house, officer).get(`/bureau/actions/${actionId}`)).text).toContain("Hésite entre deux métiers");
    expect((await asks(house, seeker).get("/mes-pistes")).text).toContain("Répondre : Clés de l’emploi");
  });

  it("keeps who came to each step, once a person, never before the day", async () => {
    const actionId = await givenAction();
    const seeker = await givenYes(actionId);
    const { _id } = await participationOf(actionId, seeker);
    const stepId = toAction(await ActionModel.findById(actionId).orFail().lean()).steps[0]?.id;
    const path = `/bureau/actions/${actionId}/etapes/${stepId}`;

    const early = await asks(house, officer).post(path, { people: `${_id}:present` });
    setClock(new Date(now().getTime() + 4 * 86_400_000));
    const again = await signedInAgain(officer);
    for (const was of ["present", "absent", "present"])
      await asks(house, again).post(path, { people: [`${_id}:${was}`, ""] });
    const hostile = await asks(house, again).postJson(path, { people: [`${_id}:vanished`] });

    expect([early.status, hostile.status]).toEqual([409, 422]);
    expect((await participationOf(actionId, seeker)).attendance.map(({ was }) => was)).toEqual(["present"]);
  });

  it("has a balance of figures without names, to print and as a file no spreadsheet runs", async () => {
    const actionId = await givenAction({ title: "=1+1 métiers" });
    const seeker = await givenYes(actionId);
    const { _id } = await participationOf(actionId, seeker);
    const result = `/bureau/actions/${actionId}/personnes/${_id}/resultat`;
    const early = await asks(house, officer).post(result, { moment: "end", outcome: "permanent" });
    setClock(new Date(now().getTime() + 11 * 86_400_000));
    const again = await signedInAgain(officer);
    expect((await asks(house, again).get("/bureau?qui=moi")).text).toContain(`/bureau/actions/${actionId}`);
    const empty = await asks(house, again).post(result, { moment: "end", outcome: "" });
    const noted = await asks(house, again).post(result, { moment: "end", outcome: "permanent" });
    const month6 = await asks(house, again).post(result, { moment: "M6", outcome: "permanent" });

    expect((await asks(house, again).get("/bureau?qui=moi")).text).not.toContain(`/bureau/actions/${actionId}`);
    const page = await asks(house, again).get(`/bureau/actions/${actionId}/bilan`);
    const file = await asks(house, again).get(`/bureau/actions/${actionId}/bilan.csv`);

    expect([early.status, noted.status, month6.status]).toEqual([409, 303, 409]);
    expect(empty.text).toContain('href="#champ-outcome">Choisissez une situation avant de noter.');
    expect(empty.text).toContain('id="champ-outcome"');
    expect(page.status).toBe(200);
    expect(page.text + file.text).not.toContain(seeker.email);
    expect(file.headers["content-disposition"]).toContain("bilan.csv");
    expect(file.text.split("\r\n")[1]).toBe("'=1+1 métiers;Personnes;Proposées;1");
  });

  it("cancelled tells those who had said yes, once, and takes no one more", async () => {
    const actionId = await givenAction();
    const seeker = await givenYes(actionId);
    await Promise.all([1, 2].map(() => asks(house, officer).post(`/bureau/actions/${actionId}/annulation`, {})));
    await house.drain();

    const late = await asks(house, officer).post(`/bureau/actions/${actionId}/personnes`, {
      email: (await givenSeeker()).email,
    });

    expect((await subjectsTo(seeker)).filter((subject) => subject.startsWith("Annulée"))).toHaveLength(1);
    expect(late.status).toBe(409);
  });
});
