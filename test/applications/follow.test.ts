import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ApplicationModel } from "#server/applications/application-model.ts";
import { countApplications } from "#server/applications/count-applications.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { now, setClock } from "#server/platform/clock.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { followApplications } from "#shared/applications/application-jobs.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { sentMails } from "#test/support/mails.ts";
import { asks, givenPerson } from "#test/support/people.ts";
import { givenApplication, givenCandidate, statusOf } from "./given-hiring.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => setClock());
afterAll(() => house.close());

const afterDays = (days: number): void => setClock(new Date(Date.now() + days * 86_400_000));

const runTheMorning = async (): Promise<void> => {
  await enqueue(followApplications, {});
  await house.drain();
};

const subjectsTo = async (address: string, pattern: RegExp) =>
  (await sentMails()).filter(({ to, subject }) => to === address && pattern.test(subject)).length;

const waits = /attend.*d’être lue/;
const lapsed = /sans réponse/;

describe("a silent employer", () => {
  it("is reminded at 3 and 7 days, once each, however often the worker runs", async () => {
    const { employer } = await givenApplication(house);
    const counts: number[] = [];

    for (const days of [2, 3, 3, 4, 6, 7, 7, 8, 30]) {
      afterDays(days);
      await runTheMorning();
      counts.push(await subjectsTo(employer.email, waits));
    }

    expect(counts).toEqual([0, 1, 1, 1, 1, 2, 2, 2, 2]);
  });

  it("gets one mail for several applications, and none for those it read", async () => {
    const { employer, offer, received } = await givenApplication(house);
    const others = await Promise.all([givenCandidate(), givenCandidate()]);
    for (const other of others) await asks(house, other).post(offer.applyAt, {});
    await asks(house, employer).post(`${received}/lecture`);

    afterDays(3);
    await runTheMorning();

    const mails = (await sentMails()).filter(({ to, subject }) => to === employer.email && waits.test(subject));
    expect(mails.map(({ subject }) => subject)).toEqual(["2 candidatures attendent d’être lues"]);
  });

  it("is reminded once after the worker slept for a week", async () => {
    const { employer } = await givenApplication(house);

    afterDays(9);
    await runTheMorning();
    await runTheMorning();

    expect(await subjectsTo(employer.email, waits)).toBe(1);
  });

  it.each(["new", "seen", "interview"] as const)(
    "loses one that is %s after 60 days; both are told once",
    async (status) => {
      const { employer, candidate, id } = await givenApplication(house);
      await ApplicationModel.updateOne({ _id: id }, { $set: { status } });
      const due = (await ApplicationModel.findById(id).lean())?.createdAt ?? now();
      await ApplicationModel.updateOne(
        { _id: id },
        { $set: { nextDeadline: new Date(due.getTime() + 60 * 86_400_000).toISOString().slice(0, 10) } },
      );

      afterDays(58);
      await runTheMorning();
      const before = await statusOf(id);
      afterDays(61);
      await Promise.all([runTheMorning(), runTheMorning()]);
      await runTheMorning();

      expect([before, await statusOf(id)]).toEqual([status, "lapsed"]);
      expect(await subjectsTo(employer.email, lapsed)).toBe(1);
      expect(await subjectsTo(candidate.email, lapsed)).toBe(1);
    },
  );

  it("may still answer late, and the interview is not lapsed the next morning", async () => {
    const { employer, id, received } = await givenApplication(house);
    afterDays(61);
    await runTheMorning();
    expect(await statusOf(id)).toBe("lapsed");
    const again = await givenSignedInAgain(employer.companyId);

    await asks(house, again).post(`${received}/reponse/entretien`, { from: "lapsed", text: "Venez nous voir." });
    afterDays(62);
    await runTheMorning();

    expect(await statusOf(id)).toBe("interview");
  });
});

/** Sessions end long before sixty days: the colleague signs in that day. */
const givenSignedInAgain = (companyId: string) => givenPerson({ role: "employer", companyId });

describe("a candidate", () => {
  it("nudges once, after ten days", async () => {
    const { employer, candidate, id, mine } = await givenApplication(house);
    await ApplicationModel.updateOne({ _id: id }, { $set: { createdAt: new Date(Date.now() - 9 * 86_400_000) } });
    const early = await asks(house, candidate).post(`${mine}/relance`);
    await ApplicationModel.updateOne({ _id: id }, { $set: { createdAt: new Date(Date.now() - 10 * 86_400_000) } });

    const page = await asks(house, candidate).get(mine);
    const pressed = await Promise.all([1, 2, 3].map(() => asks(house, candidate).post(`${mine}/relance`)));
    await house.drain();

    expect(early.status).toBe(409);
    expect(page.text).toContain("Relancer l’employeur");
    expect(pressed.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    expect(await subjectsTo(employer.email, /attend votre réponse/)).toBe(1);
  });

  it("withdraws: the company is told and reads neither CV nor message; applying again is refused kindly", async () => {
    const { employer, candidate, offer, id, mine, received } = await givenApplication(house, "canari-2093");
    await asks(house, employer).post(`${received}/lecture`);

    const asked = await asks(house, candidate).get(mine);
    const done = await asks(house, candidate).post(`${mine}/retrait`);
    const twice = await asks(house, candidate).post(`${mine}/retrait`);
    const again = await asks(house, candidate).post(offer.applyAt, { message: "encore" });
    await house.drain();

    expect(asked.text).toContain("ne voit plus votre CV");
    expect([done.status, twice.status, again.status]).toEqual([303, 303, 409]);
    expect(await statusOf(id)).toBe("withdrawn");
    const page = (await asks(house, employer).get(received)).text;
    expect(page).toContain("a retiré sa candidature");
    expect(page).not.toMatch(/canari-2093|Aide-soignante, 3 ans/);
    expect(page).not.toContain(candidate.email);
    expect(await subjectsTo(employer.email, /retirée/)).toBe(1);
  });

  it("withdraws though the company opens it, or the button is pressed again, in the same moment", async () => {
    const { employer, candidate, id, mine, received } = await givenApplication(house);

    const [opened, ...pressed] = await Promise.all([
      asks(house, employer).post(`${received}/lecture`),
      ...Array.from({ length: 5 }, () => asks(house, candidate).post(`${mine}/retrait`)),
    ]);
    await house.drain();

    expect(opened?.status).toBe(303);
    expect(new Set(pressed.map(({ status }) => status))).toEqual(new Set([303]));
    expect(
      (await ApplicationModel.findById(id).lean())?.steps.filter(({ status }) => status === "withdrawn"),
    ).toHaveLength(1);
    expect(await subjectsTo(employer.email, /retirée/)).toBe(1);
  });

  it.each(["refused", "lapsed"] as const)("cannot withdraw one that is %s", async (status) => {
    const { candidate, id, mine } = await givenApplication(house);
    await ApplicationModel.updateOne({ _id: id }, { $set: { status } });

    expect((await asks(house, candidate).post(`${mine}/retrait`)).status).toBe(409);
    expect((await asks(house, candidate).get(mine)).text).not.toContain("/retrait");
  });

  it("finds where each stands, with the next date, and a next step when there is none", async () => {
    const { candidate } = await givenApplication(house);

    const list = await asks(house, candidate).get("/mes-candidatures");
    const empty = await asks(house, await givenCandidate()).get("/mes-candidatures");

    expect(list.text).toContain("Réponse attendue avant le");
    expect(empty.text).toContain("Aucune candidature pour le moment");
    expect(empty.text).toContain('href="/mes-pistes"');
  });

  it("never reads the name of an employer who hides it", async () => {
    const { candidate, offer, mine } = await givenApplication(house);
    await hide(offer.id);

    const pages = await Promise.all(
      ["/mes-candidatures", mine, offer.applyAt].map((at) => asks(house, candidate).get(at)),
    );

    for (const { text } of pages) {
      expect(text).toContain("Entreprise accompagnée par le Département");
      expect(text).not.toContain(offer.companyName);
    }
  });
});

const hide = async (offerId: string): Promise<void> => {
  await OfferModel.updateOne({ _id: offerId }, { $set: { employerShown: false } });
};

describe("the applications of some offers", () => {
  it("are counted, with those nobody has read", async () => {
    const { employer, offer, received } = await givenApplication(house);
    await asks(house, await givenCandidate()).post(offer.applyAt, {});
    await asks(house, employer).post(`${received}/lecture`);

    const counts = await countApplications([offer.id, "0".repeat(24)]);

    expect([...counts]).toEqual([[offer.id, { total: 2, fresh: 1 }]]);
  });
});
