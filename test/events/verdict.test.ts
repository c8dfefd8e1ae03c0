import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { JobDatingModel, RegistrationModel } from "#server/events/job-dating-model.ts";
import { hallPath } from "#server/events/read-hall.ts";
import { VerdictModel } from "#server/events/verdict-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { setClock, today } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { PositioningModel } from "#server/positionings/positioning-model.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { instantOf } from "#shared/kernel/moment.ts";
import { anOffer } from "#test/offers/an-offer.ts";
import { givenRecruiter, type Recruiter, signedInAgain } from "#test/support/given-companies.ts";
import { givenSeeker } from "#test/support/given-cvs.ts";
import { datingOf, givenFair, givenRegistered, press } from "#test/support/given-datings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { keep } from "#test/support/open-store.ts";
import { asks } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => setClock());
afterAll(() => house.close());

let days = 200;

/** A quarter past nine: the first meetings are over; the person came in at ten to, unless said. */
const givenMet = async ({ came = true, clock = "09:14" } = {}) => {
  days += 1;
  const day = addDays(today(), days);
  const fair = await givenFair(house, { day });
  const [recruiter] = fair.recruiters;
  const offer = anOffer({
    id: newId().toHexString(),
    reference: 9000 + days,
    sequence: 9000 + days,
    exclusive: true,
    companyId: recruiter.companyId,
    expiresOn: addDays(day, 60),
  });
  await keep(OfferModel, offer);
  const seeker = await givenSeeker();
  const { registration } = await givenRegistered(house, fair, [recruiter.companyId], seeker);
  await press(house, fair, "planning");
  await press(house, fair, "planning/publication");
  setClock(instantOf(`${day}T${clock}`));
  if (came)
    await RegistrationModel.updateOne({ _id: registration.id }, { $set: { arrivedAt: instantOf(`${day}T08:50`) } });
  const employer = await signedInAgain(recruiter);
  return { fair, day, employer, seeker, registration, offer };
};

type Met = Awaited<ReturnType<typeof givenMet>>;

const say = async ({ fair, registration }: Met, employer: Recruiter, typed: object) => {
  const sent = await asks(house, employer).post(
    `/employeur/evenements/${fair.datingId}/avis/${registration.id}`,
    typed,
  );
  await house.drain();
  return sent;
};

describe("a company's word after a meeting", () => {
  it("becomes a positioning that waits for the person's yes, once however often it is pressed", async () => {
    const met = await givenMet();

    const first = await say(met, met.employer, { verdict: "next", note: "Bon contact, sait lire un plan." });
    await say(met, met.employer, { verdict: "next" });

    const cards = await PositioningModel.find({ offerId: met.offer.id, accountId: met.seeker.id }).lean();
    expect(first.status).toBe(303);
    expect(cards.map(({ status }) => status)).toEqual(["proposed"]);
    expect(cards[0]?.steps.filter(({ note }) => note?.includes("souhaite poursuivre"))).toHaveLength(1);
    expect(await DispatchModel.countDocuments({ to: met.seeker.email, kind: "positioning-proposal" })).toBe(1);
    expect(await VerdictModel.countDocuments({ jobDatingId: met.fair.datingId })).toBe(1);
  });

  it("that is a no positions nobody", async () => {
    const met = await givenMet();

    await say(met, met.employer, { verdict: "no" });

    expect(await PositioningModel.countDocuments({ offerId: met.offer.id })).toBe(0);
    expect((await asks(house, met.employer).get(`/employeur/evenements/${met.fair.datingId}`)).text).toContain(
      "Ne pas poursuivre</b>",
    );
  });

  it.each([
    [{ came: false }, "n’est pas notée à l’entrée"],
    [{ clock: "08:55" }, "n’a pas commencé"],
  ])("is refused for a meeting that did not take place: %j", async (how, sentence) => {
    const met = await givenMet(how);

    const sent = await say(met, met.employer, { verdict: "hire" });

    expect([sent.status, sent.text.includes(sentence)]).toEqual([409, true]);
    expect(await VerdictModel.countDocuments({ jobDatingId: met.fair.datingId })).toBe(0);
  });

  it("is asked about once more when it holds a word the law forbids to weigh", async () => {
    const met = await givenMet();

    const sent = await say(met, met.employer, { verdict: "no", note: "Souvent malade." });

    expect(sent.status).toBe(422);
    expect(sent.text).toContain("Souvent malade.");
  });

  it("is missing for a company that meets somebody else, or nobody", async () => {
    const met = await givenMet();
    const [, other] = met.fair.recruiters;

    const neighbour = await say(met, await signedInAgain(other), { verdict: "next" });
    const stranger = await say(met, await givenRecruiter(), { verdict: "next" });

    expect([neighbour.status, stranger.status]).toEqual([404, 404]);
  });
});

describe("the screen of the hall", () => {
  it("shows numbers, now and next, and neither a name, nor a code, nor what was said", async () => {
    const met = await givenMet({ clock: "09:05" });
    await say(met, met.employer, { verdict: "hire", note: "secret" });

    const page = await asks(house).get(hallPath(met.fair.datingId));

    expect(page.text).toContain("Maintenant, 9 h");
    expect(page.text).toMatch(/<b class="num">1<\/b>/);
    expect(page.text).not.toMatch(new RegExp(`Camille|Essai|${met.registration.code}|secret|Embaucher`));
  });

  it("is opened by its own address alone", async () => {
    const { fair } = await givenMet();
    const [, , token = ""] = hallPath(fair.datingId).split("/");

    expect((await asks(house).get(`/ecran/${token.slice(0, -1)}_`)).status).toBe(404);
    expect((await asks(house).get(`/ecran/${fair.datingId}.${"x".repeat(32)}`)).status).toBe(404);
  });
});

describe("a table that runs late", () => {
  it("is named, with its slots, and a table nobody has is missing", async () => {
    const { fair, day } = await givenMet({ clock: "08:30" });
    const officer = await signedInAgain(fair.officer);
    const [company] = (await datingOf(fair.datingId)).companies;
    const at = `/bureau/evenements/${fair.datingId}/changement?kind=tableLate&slots=2&seat=`;

    const page = await asks(house, officer).get(`${at}${company?.companyId}.1`);
    const none = await asks(house, officer).get(`${at}${company?.companyId}.9`);

    expect([page.status, none.status]).toEqual([200, 404]);
    expect(page.text).toContain("saute 2 créneaux");
    expect(await JobDatingModel.countDocuments({ day })).toBe(1);
  });
});
