import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApplicationModel } from "#server/applications/application-model.ts";
import { type ApplicationStatus, applicationStatuses } from "#shared/applications/application.ts";
import { type Answer, answers, statusOfAnswer } from "#shared/applications/application-answers.ts";
import { applicationMayMove } from "#shared/applications/application-transitions.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { sentMails } from "#test/support/mails.ts";
import { asks, givenPerson } from "#test/support/people.ts";
import { givenApplication, givenEmployer, givenOffer, statusOf } from "./given-hiring.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const subjectsTo = async (address: string) =>
  (await sentMails()).filter(({ to }) => to === address).map(({ subject }) => subject);

const typedFor = (answer: Answer, from: ApplicationStatus) => ({
  from,
  text: "Bonjour Lina, voici notre réponse.",
  ...(answer === "refus" && { reason: "experience" }),
});

describe("an employer", () => {
  it("finds new applications first, opens one, and the candidate is told", async () => {
    const { employer, candidate, id, received, mine } = await givenApplication(house, "Mot de Lina");

    const list = await asks(house, employer).get("/employeur/candidatures");
    const closed = await asks(house, employer).get(received);
    expect(await statusOf(id)).toBe("new");
    const opened = await asks(house, employer).post(`${received}/lecture`);
    const page = await asks(house, employer).get(opened.headers.location ?? "");
    await house.drain();

    expect(list.text).toContain("1 nouvelle candidature");
    expect(list.text).toContain(`action="${received}/lecture"`);
    expect(closed.text).not.toContain("Mot de Lina");
    expect([opened.status, opened.headers.location]).toEqual([303, received]);
    expect(page.text).toContain("Mot de Lina");
    expect(page.text).toContain("Aide-soignante, 3 ans");
    expect(page.text).toContain(candidate.email);
    expect((await asks(house, candidate).get(mine)).text).toContain("Lue");
    expect(await subjectsTo(candidate.email)).toContain("Votre candidature est lue : Aide-soignant de nuit F/H");
  });

  it("opens it twice, or from two desks at once, and it is read once", async () => {
    const { employer, candidate, id, received } = await givenApplication(house);

    const opened = await Promise.all([1, 2, 3].map(() => asks(house, employer).post(`${received}/lecture`)));
    await house.drain();

    expect(opened.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await ApplicationModel.findById(id).lean())?.steps).toHaveLength(2);
    expect(await subjectsTo(candidate.email)).toHaveLength(2);
  });

  it("proposes an interview with its day and hour, then says yes", async () => {
    const { employer, candidate, id, received, mine } = await givenApplication(house);
    const at = `${new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)}T09:30`;

    const form = await asks(house, employer).get(`${received}/reponse/entretien`);
    const sent = await asks(house, employer).post(`${received}/reponse/entretien`, {
      ...typedFor("entretien", "new"),
      interviewAt: at,
    });
    await house.drain();
    const seen = await asks(house, candidate).get(mine);
    await asks(house, employer).post(`${received}/reponse/accord`, typedFor("accord", "interview"));
    await house.drain();

    expect(form.text).toContain("Nous aimerions vous rencontrer");
    expect(sent.status).toBe(303);
    expect(seen.text).toContain("9 h 30");
    expect(await statusOf(id)).toBe("accepted");
    expect(await subjectsTo(candidate.email)).toEqual(
      expect.arrayContaining([expect.stringContaining("Un entretien"), expect.stringContaining("retenue")]),
    );
  });

  it("refuses with a reason and a ready text, changed before it leaves", async () => {
    const { employer, candidate, received, mine } = await givenApplication(house);

    const reasons = await asks(house, employer).get(`${received}/reponse/refus`);
    const ready = await asks(house, employer).get(`${received}/reponse/refus?motif=licence`);
    await asks(house, employer).post(`${received}/reponse/refus`, {
      ...typedFor("refus", "new"),
      text: "Bonjour Lina, pas cette fois. Anne",
      reason: "licence",
    });
    await house.drain();

    expect(reasons.text).toContain("Pour quelle raison");
    expect(ready.text).toContain("permis ou un diplôme que nous n’avons pas trouvé");
    const page = (await asks(house, candidate).get(mine)).text;
    expect(page).toContain("pas cette fois. Anne");
    expect(page).toContain("Il manque un permis ou un diplôme");
    const mail = (await sentMails()).find(({ to, subject }) => to === candidate.email && /Réponse/.test(subject));
    expect(mail?.text).toContain("> Bonjour Lina, pas cette fois. Anne");
  });

  it.each([
    ["no reason", "refus", { reason: "" }, "reason"],
    ["an unknown reason", "refus", { reason: "age" }, "reason"],
    ["no text", "refus", { text: "  " }, "text"],
    ["markup", "accord", { text: "<b>oui</b>" }, "text"],
    ["100 kB", "accord", { text: "x".repeat(100_000) }, "text"],
    ["a date in the past", "entretien", { interviewAt: "2020-01-01T09:00" }, "interviewAt"],
    ["30 February", "entretien", { interviewAt: "2027-02-30T09:00" }, "interviewAt"],
    ["words for a date", "entretien", { interviewAt: "demain" }, "interviewAt"],
  ] as const)("keeps what was typed when there is %s", async (_name, answer, wrong, field) => {
    const { employer, id, received } = await givenApplication(house);

    const sent = await asks(house, employer).post(`${received}/reponse/${answer}`, {
      ...typedFor(answer, "new"),
      ...wrong,
    });

    expect(sent.status).toBe(422);
    expect(sent.text).toContain(`href="#champ-${field}"`);
    expect(await statusOf(id)).toBe("new");
  });

  it("is told when a colleague, or the candidate, was faster, and loses no word", async () => {
    const { employer, candidate, received, mine } = await givenApplication(house);
    await asks(house, employer).post(`${received}/lecture`);

    const stale = await asks(house, employer).post(`${received}/reponse/accord`, typedFor("accord", "new"));
    await asks(house, candidate).post(`${mine}/retrait`);
    const late = await asks(house, employer).post(`${received}/reponse/accord`, typedFor("accord", "seen"));

    for (const refused of [stale, late]) {
      expect(refused.status).toBe(409);
      expect(refused.text).toContain("Bonjour Lina, voici notre réponse.");
    }
    expect(late.text).not.toContain("Envoyer cette réponse");
  });

  it("of three answers at once gives one", async () => {
    const { employer, id, received } = await givenApplication(house);

    const sent = await Promise.all(
      answers.map((answer) => asks(house, employer).post(`${received}/reponse/${answer}`, typedFor(answer, "new"))),
    );

    expect(sent.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    expect((await ApplicationModel.findById(id).lean())?.steps).toHaveLength(2);
  });

  const forbidden = applicationStatuses.flatMap((from) =>
    answers
      .filter((answer) => !applicationMayMove({ from, to: statusOfAnswer[answer], hand: "employer" }))
      .map((answer) => [from, answer] as const),
  );

  it.each(forbidden)("cannot answer one that is %s by %s", async (from, answer) => {
    const { employer, id, received } = await givenApplication(house);
    await ApplicationModel.updateOne({ _id: id }, { $set: { status: from } });

    const page = await asks(house, employer).get(`${received}/reponse/${answer}`);
    const sent = await asks(house, employer).post(`${received}/reponse/${answer}`, typedFor(answer, from));

    expect([page.status, sent.status]).toEqual([409, 409]);
    expect(await statusOf(id)).toBe(from);
  });
});

describe("an application", () => {
  it("is missing for another company, another candidate and every other role", async () => {
    const { id, received, mine, offer } = await givenApplication(house, "canari-1847");
    const strangers = await Promise.all([
      givenEmployer("Autre fictive"),
      givenPerson({ role: "employer" }),
      givenPerson({ role: "candidate" }),
      ...(["officer", "counsellor", "phoneAgent", "admin"] as const).map((role) => givenPerson({ role })),
    ]);

    for (const stranger of strangers) {
      const as = asks(house, stranger);
      const looked = await Promise.all(
        [received, mine, `${received}/reponse/refus`, "/employeur/candidatures", "/mes-candidatures"].map((path) =>
          as.get(path),
        ),
      );
      const acted = await Promise.all([
        as.post(`${received}/lecture`),
        as.post(`${received}/reponse/refus`, typedFor("refus", "new")),
        as.post(`${mine}/retrait`),
        as.post(`${mine}/relance`),
      ]);
      expect(looked.slice(0, 3).map(({ status }) => status)).toEqual([404, 404, 404]);
      expect(looked.map(({ text }) => text).join()).not.toContain("canari-1847");
      expect(acted.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    }
    const other = await givenEmployer("Encore une autre");
    expect((await asks(house, other).get(`/employeur/candidatures?offre=${offer.reference}`)).status).toBe(404);
    expect(await statusOf(id)).toBe("new");
    expect((await sentMails()).filter(({ text, html }) => /canari-1847/.test(text + html))).toEqual([]);
  });

  it("is listed by offer, and not under another", async () => {
    const { employer, offer, received } = await givenApplication(house);
    const other = await givenOffer(employer.companyId, { title: "Cuisinier F/H" });

    const own = await asks(house, employer).get(`/employeur/candidatures?offre=${offer.reference}`);
    const none = await asks(house, employer).get(`/employeur/candidatures?offre=${other.reference}`);
    const odd = await asks(house, employer).get("/employeur/candidatures?offre=abc&page=-4&page=2");

    expect(own.text).toContain(received);
    expect(none.text).toContain("Aucune candidature pour le moment");
    expect(odd.status).toBe(200);
  });
});
