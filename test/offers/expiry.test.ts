import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { setClock, today } from "#server/platform/clock.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import {
  givenPublished,
  givenRecruiter,
  letDaysPass,
  offerOf,
  press,
  type Recruiter,
  signedInAgain,
} from "#test/support/given-companies.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { sentMails } from "#test/support/mails.ts";
import { asks } from "#test/support/people.ts";
import { expireOffers } from "#workers/offers/expire-offers.ts";
import { remindEmployers } from "#workers/offers/remind-employers.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => setClock());
afterAll(() => house.close());

const mailsTo = async ({ email }: Recruiter) => (await sentMails()).filter(({ to }) => to === email);
const morning = async (): Promise<void> => {
  await remindEmployers();
  await house.drain();
};

describe("the last day of an offer", () => {
  it("is open to its end, over the day after, and its employer is told once", async () => {
    const person = await givenRecruiter();
    const id = await givenPublished(house, person, { expiresOn: addDays(today(), 3) });

    letDaysPass(3);
    await expireOffers();
    expect((await offerOf(id)).status).toBe("published");
    letDaysPass(1);
    await Promise.all([expireOffers(), expireOffers()]);
    await house.drain();

    const { status, history } = await offerOf(id);
    expect(status).toBe("expired");
    expect(history.at(-1)).toMatchObject({ from: "published", to: "expired", by: null });
    expect((await mailsTo(person)).map(({ subject }) => subject)).toEqual([
      "Votre offre n’est plus en ligne : Aide-soignant de nuit F/H",
    ]);
  });

  it("takes it out of search at once, before any worker woke", async () => {
    const person = await givenRecruiter();
    const id = await givenPublished(house, person, { title: "Gardien de la digue F/H", expiresOn: today() });
    const ids = async () =>
      (await asks(house).getJson("/api/v1/offers?q=gardien%20digue")).body.offers.map((one: { id: string }) => one.id);
    expect(await ids()).toContain(id);

    letDaysPass(1);

    expect(await ids()).not.toContain(id);
  });

  it("past, it comes back with a new one at its employer's press", async () => {
    const person = await givenRecruiter();
    const id = await givenPublished(house, person, { expiresOn: today() });
    const { sequence } = await offerOf(id);
    letDaysPass(5);
    await expireOffers();

    const sent = await press(house, await signedInAgain(person), id, "publication");

    expect(sent.status).toBe(303);
    expect(await offerOf(id)).toMatchObject({ status: "published", expiresOn: addDays(today(), 30), sequence });
  });
});

describe("extending", () => {
  it("adds thirty days, never beyond four months from today", async () => {
    const person = await givenRecruiter();
    const id = await givenPublished(house, person);

    const days = [90, 120];
    for (const day of days) {
      expect((await press(house, person, id, "prolongation")).status).toBe(303);
      expect((await offerOf(id)).expiresOn).toBe(addDays(today(), day));
    }

    const refused = await press(house, person, id, "prolongation");
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("aussi longtemps que possible");
  });

  it("is refused to a draft and to a closed offer", async () => {
    const person = await givenRecruiter();
    const id = await givenPublished(house, person);
    await press(house, person, id, "cloture", { reason: "abandoned" });

    expect((await press(house, person, id, "prolongation")).status).toBe(409);
  });
});

describe("the reminder before the end", () => {
  it("comes at seven days and at one, once each, whatever runs twice", async () => {
    const person = await givenRecruiter();
    await givenPublished(house, person, { expiresOn: addDays(today(), 8) });

    for (let day = 0; day < 9; day += 1) {
      await morning();
      await morning();
      letDaysPass(1);
    }

    const subjects = (await mailsTo(person)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.startsWith("Votre offre finit"))).toHaveLength(2);
  });

  it("comes late rather than never when the workers were off that day", async () => {
    const person = await givenRecruiter();
    await givenPublished(house, person, { expiresOn: addDays(today(), 6) });

    await morning();

    expect(await mailsTo(person)).toHaveLength(1);
  });

  it("extends by its link without an account, on a press only, and once", async () => {
    const person = await givenRecruiter();
    const id = await givenPublished(house, person, { expiresOn: addDays(today(), 7) });
    await morning();
    const link = /(\/prolonger\/[\w.-]+)/.exec((await mailsTo(person))[0]?.text ?? "")?.[1] ?? "";

    const page = await asks(house).get(link);
    await asks(house).get(link);
    expect((await offerOf(id)).expiresOn).toBe(addDays(today(), 7));
    const [one, two] = await Promise.all([asks(house).post(link), asks(house).post(link)]);
    const after = await asks(house).get(link);

    expect(page.text).toContain("Oui, prolonger jusqu’au");
    expect([one.status, two.status].sort()).toEqual([303, 409]);
    expect((await offerOf(id)).expiresOn).toBe(addDays(today(), 37));
    expect(after.text).toContain("Il n’y a plus rien à faire ici");
  });

  it("opens nothing when its link is forged", async () => {
    const person = await givenRecruiter();
    const id = await givenPublished(house, person);

    const forged = await asks(house).post(`/prolonger/${id}_${addDays(today(), 60)}.${"a".repeat(32)}`);

    expect(forged.status).toBe(404);
  });
});
