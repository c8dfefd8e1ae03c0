import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { JobDatingModel } from "#server/events/job-dating-model.ts";
import { setClock, today } from "#server/platform/clock.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { aFormKey } from "#test/support/given-companies.ts";
import { givenDating, givenRegistered, press, registrationsOf } from "#test/support/given-datings.ts";
import { givenPublicOffer } from "#test/support/given-offers.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";
import { addStand, givenForum, standsOf, typedForum } from "./given-forum.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => setClock());
afterAll(() => house.close());

describe("a forum", () => {
  it("is a draft nobody finds, then public with its stands once published", async () => {
    const forum = await givenForum(house, { published: false, title: "Forum du bois" });
    const before = await asks(house).get(`/evenements/${forum.datingId}`);

    await press(house, forum, "publication");
    const after = await asks(house).get(`/evenements/${forum.datingId}`);

    expect([before.status, after.status]).toEqual([404, 200]);
    expect(after.text).toContain("Fromagerie des Monts");
    expect(after.text).toContain("Organisme fictif de formation");
    expect((await asks(house).get("/evenements")).text).toContain("Forum du bois");
  });

  it("is one forum when its form is sent twice", async () => {
    const officer = await givenPerson({ role: "officer" });
    const form = typedForum({ place: "Salle deux fois" });

    const sent = [
      await asks(house, officer).post("/bureau/forums", form),
      await asks(house, officer).post("/bureau/forums", form),
    ];

    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    expect(await JobDatingModel.countDocuments({ place: "Salle deux fois" })).toBe(1);
  });

  it.each([
    [{ day: "2020-01-01" }, "Cette date est passée"],
    [{ opens: "17:00", closes: "09:00" }, "La fin vient avant le début"],
    [{ commune: "Nulle-Part-Fictive" }, "commune"],
  ])("is refused with what was typed when it cannot be: %j", async (typed, sentence) => {
    const officer = await givenPerson({ role: "officer" });

    const sent = await asks(house, officer).post("/bureau/forums", typedForum({ title: "Forum gardé", ...typed }));

    expect([sent.status, sent.text.includes(sentence), sent.text.includes("Forum gardé")]).toEqual([422, true, true]);
  });

  it("has its hall for itself: neither a job dating nor a forum comes in at its hours, nor it at theirs", async () => {
    const day = addDays(today(), 290);
    const forum = await givenForum(house, { day, place: "Halle aux grains" });
    const atOnce = { day, place: "halle aux  GRAINS" };

    const second = await asks(house, forum.officer).post("/bureau/forums", typedForum(atOnce));
    const dating = givenDating(house, forum.officer, { ...atOnce, opens: "16:00", closes: "18:00" });

    expect(second.text).toContain("Un autre événement a cette salle");
    await expect(dating).rejects.toThrow("Un autre événement a cette salle");
    await givenDating(house, forum.officer, { ...atOnce, opens: "17:00", closes: "18:00" });
  });

  it("cannot be published without a stand", async () => {
    const officer = await givenPerson({ role: "officer" });
    const form = typedForum({ place: "Salle sans stand" });
    await asks(house, officer).post("/bureau/forums", form);

    const sent = await press(house, { officer, datingId: form.formKey }, "publication");

    expect([sent.status, sent.text.includes("Ajoutez d’abord un stand")]).toEqual([409, true]);
  });

  it("has no table and no timetable", async () => {
    const { officer, datingId } = await givenForum(house);

    for (const path of ["planning", "feuilles", "changement?kind=absent"])
      expect((await asks(house, officer).get(`/bureau/evenements/${datingId}/${path}`)).status, path).toBe(404);
  });

  it("tells those registered when it is cancelled, and when its day changes", async () => {
    const forum = await givenForum(house);
    const { person } = await givenRegistered(house, forum);
    const facts = typedForum({ day: addDays(forum.day, 1), sure: "on" });

    const moved = await press(house, forum, "modifier", facts);
    await press(house, forum, "annulation");

    const mails = await DispatchModel.find({ to: person.email }).sort({ createdAt: 1 }).lean();
    expect(moved.status).toBe(303);
    expect(mails.map(({ subject }) => subject?.split(/\s:/)[0])).toEqual([
      "Inscription confirmée",
      "Changement",
      "Annulé",
    ]);
    expect(mails[0]?.text).toContain("un forum");
    expect(mails[0]?.ics).toContain("METHOD:REQUEST");
    expect(mails[2]?.ics).toContain("METHOD:CANCEL");
  });
});

describe("a registration to a forum", () => {
  it("is made with an address alone once it is confirmed, and gets a code", async () => {
    const { datingId } = await givenForum(house);
    const typed = { firstName: "Zoé", lastName: "Fictive", email: "zoe@exemple.invalid" };

    const sent = await asks(house).post(`/evenements/${datingId}/inscription`, typed);
    await house.drain();
    const [mail] = await DispatchModel.find({ to: "zoe@exemple.invalid" }).lean();
    const token = /inscriptions\/([\w.-]+)/.exec(mail?.text ?? "")?.[1];
    await asks(house).post(`/inscriptions/${token}/confirmation`);

    expect(sent.headers.location).toBe("/inscriptions/a-confirmer");
    expect(await registrationsOf(datingId)).toMatchObject([
      { status: "active", code: expect.stringMatching(/^[A-Z]{6}$/) },
    ]);
    expect((await asks(house).get(`/inscriptions/${token}`)).text).toContain("Venez quand vous voulez");
  });

  it("is refused to whoever has another event at these hours", async () => {
    const day = addDays(today(), 291);
    const [one, other] = [await givenForum(house, { day }), await givenForum(house, { day, place: "Autre halle" })];
    const { person } = await givenRegistered(house, one);

    const sent = await asks(house, person).post(`/evenements/${other.datingId}/inscription`, {});

    expect([sent.status, sent.text.includes("déjà un événement à ces heures")]).toEqual([409, true]);
  });
});

describe("a stand", () => {
  it("comes with its company's public offers, which visitors read, and one number each", async () => {
    const forum = await givenForum(house, { published: false });
    const [recruiter] = forum.recruiters;
    await asks(house, forum.officer).post(
      `/bureau/forums/${forum.datingId}/stands/${(await standsOf(forum.datingId))[0]?.id}/retrait`,
    );
    const open = await givenPublicOffer({ companyId: recruiter.companyId, title: "Fromager F/H au forum" });
    const hidden = await givenPublicOffer({
      companyId: recruiter.companyId,
      title: "Chef fictif F/H",
      exclusive: true,
    });

    await addStand(house, forum, { companyId: recruiter.companyId, kind: "company" });
    const stands = await standsOf(forum.datingId);
    const stand = stands.find(({ companyId }) => companyId === recruiter.companyId);
    await asks(house, forum.officer).post(`/bureau/forums/${forum.datingId}/stands/${stand?.id}`, {
      name: "La Fromagerie",
      number: "12",
      offerIds: [open.id, hidden.id],
      version: "0",
    });
    await press(house, forum, "publication");

    expect(stand?.offerIds).toEqual([open.id]);
    expect(new Set(stands.map(({ number }) => number)).size).toBe(3);
    for (const path of [`/evenements/${forum.datingId}`, `/bureau/forums/${forum.datingId}/feuilles`]) {
      const { text } = await asks(house, forum.officer).get(path);
      expect(text, path).toContain("La Fromagerie");
      expect(text, path).toContain("Fromager F/H au forum");
      expect(text, path).not.toContain("Chef fictif");
    }
  });

  it("is one stand when its button is pressed twice, and one a company", async () => {
    const forum = await givenForum(house);
    const formKey = aFormKey();

    const [first, again, twice] = [
      await addStand(house, forum, { formKey, name: "Association fictive", kind: "other" }),
      await addStand(house, forum, { formKey, name: "Association fictive", kind: "other" }),
      await addStand(house, forum, { companyId: forum.recruiters[0].companyId, kind: "company" }),
    ];

    expect([first.status, again.status, twice.status]).toEqual([303, 303, 409]);
    expect(twice.text).toContain("a déjà un stand");
    expect(await standsOf(forum.datingId)).toHaveLength(4);
  });

  it("keeps its number: another one cannot take it, and what was typed stays", async () => {
    const forum = await givenForum(house);

    const sent = await addStand(house, forum, { name: "Stand gardé", kind: "other", number: "1" });

    expect([sent.status, sent.text.includes("a ce numéro"), sent.text.includes("Stand gardé")]).toEqual([
      422,
      true,
      true,
    ]);
  });

  it("says its trainings, added once however often the form is sent, and taken off", async () => {
    const forum = await givenForum(house);
    const stand = (await standsOf(forum.datingId)).at(-1);
    const path = `/bureau/forums/${forum.datingId}/stands/${stand?.id}/formations`;
    const typed = { formKey: aFormKey(), trainingTitle: "Soudure pour débuter", trainingPlaces: "12" };

    await asks(house, forum.officer).post(path, typed);
    await asks(house, forum.officer).post(path, typed);
    const shown = await asks(house).get(`/evenements/${forum.datingId}`);
    const [training] = (await standsOf(forum.datingId)).at(-1)?.trainings ?? [];
    await asks(house, forum.officer).post(`${path}/${training?.id}/retrait`);

    expect(shown.text.split("Soudure pour débuter")).toHaveLength(2);
    expect((await standsOf(forum.datingId)).at(-1)?.trainings).toEqual([]);
  });

  it("is found by the name of its company", async () => {
    const forum = await givenForum(house);

    const { text } = await asks(house, forum.officer).get(
      `/bureau/forums/${forum.datingId}/nouveau-stand?q=m%C3%A9tal`,
    );

    expect(text).toContain("Métal Vézère");
    expect(text).not.toContain("Fromagerie");
  });
});
