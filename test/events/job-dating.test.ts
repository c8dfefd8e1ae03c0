import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CvModel } from "#server/cvs/cv-model.ts";
import { registrationPath } from "#server/events/answer-registration.ts";
import { setClock, today } from "#server/platform/clock.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import type { MailKind } from "#server/platform/mail/mail-kinds.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { givenRecruiter, letDaysPass, signedInAgain } from "#test/support/given-companies.ts";
import { givenSeeker } from "#test/support/given-cvs.ts";
import {
  addCompany,
  datingOf,
  givenDating,
  givenFair,
  givenRegistered,
  press,
  registrationsOf,
  typedDating,
} from "#test/support/given-datings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => setClock());
afterAll(() => house.close());

const mailsTo = async (to: string | null, kind: MailKind = "dating-registration") =>
  (await DispatchModel.find({ to: to ?? "", kind }).sort({ createdAt: 1 })).map(({ subject, text }) => ({
    subject: subject ?? "",
    text: text ?? "",
  }));

const otherDay = (() => {
  let days = 20;
  return (): string => {
    days += 1;
    return addDays(today(), days);
  };
})();

describe("a job dating", () => {
  it("is a draft nobody finds, then public once published", async () => {
    const fair = await givenFair(house, { day: otherDay(), title: "Job dating du bois" }, false);
    const before = await asks(house).get(`/evenements/${fair.datingId}`);

    await press(house, fair, "publication");
    const after = await asks(house).get(`/evenements/${fair.datingId}`);

    expect([before.status, after.status]).toEqual([404, 200]);
    expect(after.text).toContain("Fromagerie des Monts");
    expect((await asks(house).get("/evenements")).text).toContain("Job dating du bois");
  });

  it("by invitation is missing for whoever was not asked", async () => {
    const fair = await givenFair(house, { day: otherDay(), audience: "invited" });
    const [asked, other] = [await givenPerson(), await givenPerson()];
    await press(house, fair, "invitations", { email: asked.email });

    expect((await asks(house).get(`/evenements/${fair.datingId}`)).status).toBe(404);
    expect((await asks(house, other).get(`/evenements/${fair.datingId}`)).status).toBe(404);
    expect((await asks(house, asked).get(`/evenements/${fair.datingId}`)).status).toBe(200);
    expect(await mailsTo(asked.email, "dating-invitation")).toHaveLength(1);
  });

  it("is run by officers only", async () => {
    const { datingId } = await givenFair(house, { day: otherDay() });

    for (const role of ["candidate", "employer", "counsellor", "phoneAgent"] as const) {
      const person = await givenPerson({ role });
      expect((await asks(house, person).get(`/bureau/evenements/${datingId}`)).status).toBe(404);
      expect((await asks(house, person).get(`/bureau/evenements/${datingId}/planning`)).status).toBe(404);
      expect((await asks(house, person).post("/bureau/evenements", typedDating())).status).toBe(404);
    }
  });

  it.each([
    [{ day: "2020-01-01" }, "Cette date est passée"],
    [{ opens: "11:00", closes: "09:00" }, "La fin vient avant le début"],
    [{ slotMinutes: "90" }, "Aucune rencontre ne tient"],
    [{ maxMeetings: "9" }, "moins de créneaux que de rencontres"],
    [{ commune: "Nullepart" }, "Nous ne connaissons pas cette commune"],
    [{ opens: "neuf heures" }, "Écrivez une heure"],
  ])("is refused with a sentence when typed wrong: %j", async (typed, sentence) => {
    const officer = await givenPerson({ role: "officer" });

    const sent = await asks(house, officer).post("/bureau/evenements", typedDating(typed));

    expect(sent.status).toBe(422);
    expect(sent.text).toContain(sentence);
    expect(sent.text).toContain("Job dating industrie");
  });

  it("does not take a hall that another one has at that hour", async () => {
    const officer = await givenPerson({ role: "officer" });
    const day = otherDay();
    await givenDating(house, officer, { day, place: "Salle des fêtes" });

    const again = await asks(house, officer).post(
      "/bureau/evenements",
      typedDating({ day, place: "salle  des Fetes" }),
    );
    const later = typedDating({ day, place: "Salle des fêtes", opens: "14:00", closes: "16:00" });

    expect(again.text).toContain("Un autre événement a cette salle");
    expect((await asks(house, officer).post("/bureau/evenements", later)).status).toBe(303);
  });

  it("is changed from the page as it is: a second officer's older page is refused", async () => {
    const fair = await givenFair(house, { day: otherDay() });
    const { version } = await datingOf(fair.datingId);
    const [company] = fair.recruiters;
    const act = { companyId: company.companyId, act: "addTable", version };

    const first = await asks(house, fair.officer).post(`/bureau/evenements/${fair.datingId}/tables`, act);
    const second = await asks(house, fair.officer).post(`/bureau/evenements/${fair.datingId}/tables`, act);

    expect([first.status, second.status]).toEqual([303, 409]);
    expect((await datingOf(fair.datingId)).companies[0]?.tables).toHaveLength(2);
  });
});

describe("a registration", () => {
  it("holds at once with an account, once however often it is pressed", async () => {
    const fair = await givenFair(house, { day: otherDay() });
    const [company] = fair.recruiters;
    const { person } = await givenRegistered(house, fair, [company.companyId]);
    await givenRegistered(house, fair, [], person);

    const all = await registrationsOf(fair.datingId);

    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ status: "active", wishIds: [] });
    expect(all[0]?.code).toMatch(/^[A-HJ-NP-Z]{6}$/);
    expect(await mailsTo(person.email)).toHaveLength(1);
  });

  it("with an address alone waits for its confirmation, and says the same of every address", async () => {
    const { datingId } = await givenFair(house, { day: otherDay() });
    const typed = { firstName: "Ana", lastName: "Roux", email: "ana@exemple.invalid" };

    const sent = await asks(house).post(`/evenements/${datingId}/inscription`, typed);
    await house.drain();
    const [registration] = await registrationsOf(datingId);
    const path = registrationPath(registration?.id ?? "");

    expect(sent.headers.location).toBe("/inscriptions/a-confirmer");
    expect(registration?.status).toBe("unconfirmed");
    expect((await mailsTo("ana@exemple.invalid"))[0]?.text).toContain(path);
    await asks(house).get(path);
    expect((await registrationsOf(datingId))[0]?.status).toBe("unconfirmed");
    await asks(house).post(`${path}/confirmation`);
    expect((await registrationsOf(datingId))[0]?.status).toBe("active");
  });

  it("beyond the places waits, and takes the place of whoever leaves", async () => {
    const fair = await givenFair(house, { day: otherDay(), capacity: "1" });
    const first = await givenRegistered(house, fair);
    const second = await givenRegistered(house, fair);
    expect((await asks(house, second.person).get("/mes-evenements")).text).toContain("liste d’attente");

    await asks(house, first.person).post(`/mes-evenements/${first.registration.id}/annulation`);
    await house.drain();

    expect((await asks(house, second.person).get("/mes-evenements")).text).toContain("Vous avez une place");
    expect((await mailsTo(second.person.email)).map(({ subject }) => subject.split(/\s:/)[0])).toEqual([
      "Liste d’attente",
      "Inscription confirmée",
    ]);
  });

  it("is made by staff for somebody without an address", async () => {
    const { datingId } = await givenFair(house, { day: otherDay() });
    const agent = await givenPerson({ role: "phoneAgent" });

    const sent = await asks(house, agent).post(`/evenements/${datingId}/inscrire`, {
      firstName: "Paul",
      lastName: "Mage",
      phone: "0555000000",
    });

    expect(sent.status).toBe(303);
    expect((await registrationsOf(datingId))[0]).toMatchObject({ firstName: "Paul", email: null, status: "active" });
  });

  it("is refused to one person at two events at one time", async () => {
    const day = otherDay();
    const one = await givenFair(house, { day, place: "Salle A" });
    const two = await givenFair(house, { day, place: "Salle B" });
    const { person } = await givenRegistered(house, one);

    const sent = await asks(house, person).post(`/evenements/${two.datingId}/inscription`, {});

    expect(sent.status).toBe(409);
    expect(sent.text).toContain("déjà un événement à ces heures");
  });

  it("is refused with six wishes, an unknown company, no free hour, or an employer's account", async () => {
    const fair = await givenFair(house, { day: otherDay() });
    const [recruiter] = fair.recruiters;
    const person = await givenPerson();
    const at = `/evenements/${fair.datingId}/inscription`;
    const six = Array.from({ length: 6 }, (_, index) => `${index}`.repeat(24));

    expect((await asks(house, person).post(at, { wishIds: six })).text).toContain("5 entreprises au plus");
    expect((await asks(house, person).post(at, { wishIds: "1".repeat(24) })).status).toBe(422);
    expect((await asks(house, person).post(at, { cannot: ["0", "1", "2", "3"] })).text).toContain("Tous les créneaux");
    expect((await asks(house, recruiter).post(at, {})).status).toBe(409);
  });

  it("is closed once the day has begun", async () => {
    const { datingId } = await givenFair(house);
    const person = await givenPerson();
    letDaysPass(11);

    const sent = await asks(house, await signedInAgain(person)).post(`/evenements/${datingId}/inscription`, {});

    expect(sent.status).toBe(409);
    expect(sent.text).toContain("Les inscriptions sont closes");
  });

  it("of one person is missing for another", async () => {
    const fair = await givenFair(house, { day: otherDay() });
    const { registration } = await givenRegistered(house, fair);

    const sent = await asks(house, await givenPerson()).post(`/mes-evenements/${registration.id}/annulation`);

    expect(sent.status).toBe(404);
    expect((await registrationsOf(fair.datingId))[0]?.status).toBe("active");
  });
});

describe("an invitation", () => {
  it("is refused for somebody who shut out every company there", async () => {
    const fair = await givenFair(house, { day: otherDay() });
    const seeker = await givenSeeker({ blockedCompanyIds: fair.recruiters.map(({ companyId }) => companyId) });

    const sent = await press(house, fair, "invitations", { email: seeker.email });

    expect(sent.status).toBe(422);
    expect(sent.text).toContain("ne veut pas être vue par ces entreprises");
    expect(await CvModel.countDocuments({ accountId: seeker.id })).toBe(1);
  });
});

describe("a company", () => {
  it("that nobody verified is not added", async () => {
    const fair = await givenFair(house, { day: otherDay() });
    const { companyId } = await givenRecruiter("pending");

    const sent = await addCompany(house, { ...fair, companyId });

    expect(sent.status).toBe(409);
    expect(sent.text).toContain("pas encore vérifiée");
  });
});
