import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sayTask } from "#client/messages/task-words.ts";
import { useQueue } from "#server/platform/enqueue.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { site, useSite } from "#server/platform/site.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";
import { works } from "#workers/works.ts";

let house: House;
let admin: Person;
beforeAll(async () => {
  house = await openHouse();
  admin = await givenPerson({ role: "admin" });
});
afterAll(() => house.close());

const recurrences = works.flatMap((work) => work.recurrences).map(({ job }) => job.name);

let count = 0;

/** A mail in this state, as the dispatch left it. */
const givenMail = async (state: "sent" | "unknown" | "bounced", to = "lina@exemple.invalid"): Promise<string> => {
  count += 1;
  const dedupeKey = `essai-${count}`;
  await dispatchMail({ dedupeKey, kind: "account-state", to, subject: "Essai", html: "<p>Secret</p>", text: "Secret" });
  await DispatchModel.updateOne({ dedupeKey }, { $set: { state, lastError: "la ligne a été coupée" } });
  return String((await DispatchModel.findOne({ dedupeKey }).lean())?._id);
};

describe("the page of tasks", () => {
  it("lists every line of the timetable, each in French", async () => {
    const page = await asks(house, admin).get("/admin/taches");

    expect(recurrences.length).toBeGreaterThan(4);
    for (const name of recurrences) {
      expect(sayTask(name), `client/messages/task-words.ts has no sentence for ${name}`).not.toBe(name);
      expect(page.text).toContain(`/admin/taches/${name}/lancement`);
    }
    expect(page.text).toContain("Réparations automatiques");
    for (const queue of ["Recherche", "Courriers", "Rapprochement", "Suites et entretien"])
      expect(page.text).toContain(queue);
  });

  it("runs a task now, and says so on the next page", async () => {
    const started = await asks(house, admin).post("/admin/taches/sweep-dispatches/lancement");

    expect([started.status, started.headers.location]).toEqual([303, "/admin/taches"]);
    expect(house.queue.jobs.map(({ name, key }) => `${name} ${key}`)).toContain("sweep-dispatches now");
    expect(decodeURIComponent(String(started.headers["set-cookie"]))).toContain("La tâche part maintenant");
    await house.drain();
  });

  it.each(["send-dispatch", "nothing-of-the-kind"])("does not run %s, which is not on the timetable", async (name) => {
    const refused = await asks(house, admin).post(`/admin/taches/${name}/lancement`);

    expect(refused.status).toBe(409);
    expect(refused.text).toContain("n’est pas au programme");
  });

  it("says that the queue is cut when it is, and refuses to pretend", async () => {
    useQueue(null);
    const page = await asks(house, admin).get("/admin/taches");
    const refused = await asks(house, admin).post("/admin/taches/sweep-dispatches/lancement");
    useQueue(house.queue);

    expect(page.text).toContain("La file ne répond pas. Rien n’est perdu");
    expect(refused.status).toBe(409);
  });

  it("takes a failed job that is gone for what it is", async () => {
    expect((await asks(house, admin).post("/admin/taches/echecs/mail/nulle-part")).status).toBe(409);
    expect((await asks(house, admin).post("/admin/taches/echecs/autre/1")).status).toBe(404);
  });
});

describe("the page of mails", () => {
  it("shows the mails of one state, with what went wrong and never their text", async () => {
    await givenMail("sent", "arrive@exemple.invalid");
    await givenMail("unknown", "perdu@exemple.invalid");

    const lost = await asks(house, admin).get("/admin/courriers?etat=unknown");
    const all = await asks(house, admin).get("/admin/courriers?etat=n-importe-quoi");

    expect(lost.text).toContain("perdu@exemple.invalid");
    expect(lost.text).toContain("la ligne a été coupée");
    expect(lost.text).not.toContain("arrive@exemple.invalid");
    expect(all.text).toContain("arrive@exemple.invalid");
    expect(all.text).not.toContain("Secret");
  });

  it("has a sentence when a state is empty", async () => {
    await DispatchModel.deleteMany({ state: "sending" });

    expect((await asks(house, admin).get("/admin/courriers?etat=sending")).text).toContain("Aucun courrier ici");
  });

  it("sends a lost mail again, once, and counts the doubt", async () => {
    const id = await givenMail("unknown");

    const first = await asks(house, admin).post(`/admin/courriers/${id}/renvoi`);
    const second = await asks(house, admin).post(`/admin/courriers/${id}/renvoi`);
    await house.drain();

    expect([first.status, second.status]).toEqual([303, 409]);
    expect(await DispatchModel.findById(id).lean()).toMatchObject({ state: "sent", doubts: 1 });
  });

  it("does not send again what has arrived, what is unknown to us, or what is forgotten", async () => {
    const sent = await givenMail("sent");
    const forgotten = await givenMail("bounced");
    await DispatchModel.updateOne({ _id: forgotten }, { $set: { html: "", text: "", to: "" } });

    const statuses = [];
    for (const id of [sent, "0".repeat(24), forgotten, "pas-un-numero"])
      statuses.push((await asks(house, admin).post(`/admin/courriers/${id}/renvoi`)).status);

    expect(statuses).toEqual([409, 404, 409, 404]);
    expect((await DispatchModel.findById(sent).lean())?.state).toBe("sent");
  });
});

describe("the back office", () => {
  const roles = ["candidate", "employer", "officer", "counsellor", "phoneAgent"] as const;

  it.each(roles)("does not exist for a %s, and nothing happens", async (role) => {
    const person = await givenPerson({ role });
    const id = await givenMail("unknown");

    const answers = [
      await asks(house, person).get("/admin/taches"),
      await asks(house, person).get("/admin/courriers"),
      await asks(house, person).post("/admin/taches/sweep-dispatches/lancement"),
      await asks(house, person).post(`/admin/courriers/${id}/renvoi`),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await DispatchModel.findById(id).lean())?.state).toBe("unknown");
  });

  it("asks a visitor to sign in", async () => {
    expect((await asks(house).get("/admin/taches")).headers.location).toBe("/connexion?suite=%2Fadmin%2Ftaches");
  });
});

describe("the mails of the demonstration", () => {
  it("are readable there, and do not exist on a production site", async () => {
    await asks(house).post("/connexion", { email: "lecteur@exemple.invalid" });
    await house.drain();
    const list = await asks(house).get("/dev/mails");
    const mail = /\/dev\/mails\/[0-9a-f]{24}/.exec(list.text)?.[0] ?? "";
    const open = [list, await asks(house).get(mail), await asks(house).get(`${mail}/html`)];

    useSite({ ...site(), production: true });
    const closed = [];
    for (const path of ["/dev/mails", mail, `${mail}/html`]) closed.push(await asks(house).get(path));
    useSite({ ...site(), production: false });

    expect(open.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(open[2]?.headers["content-security-policy"]).toMatch(/^sandbox .*default-src 'none'/);
    expect(closed.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(closed.map(({ text }) => text).join()).not.toContain("lecteur@");
  });
});
