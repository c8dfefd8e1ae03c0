import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ForumContactModel, StandModel } from "#server/events/forums/forum-model.ts";
import { RegistrationModel } from "#server/events/job-dating-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { setClock } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { PositioningModel } from "#server/positionings/positioning-model.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { anOffer } from "#test/offers/an-offer.ts";
import { aFormKey, signedInAgain } from "#test/support/given-companies.ts";
import { givenSeeker } from "#test/support/given-cvs.ts";
import { givenRegistered } from "#test/support/given-datings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { keep } from "#test/support/open-store.ts";
import { asks, type Person } from "#test/support/people.ts";
import { atTheHall, givenForum, standsOf } from "./given-forum.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => setClock());
afterAll(() => house.close());

let references = 20_000;

/** The forum at ten o'clock: a visitor with a CV and an account, an exclusive offer at the first stand. */
const givenStand = async () => {
  const forum = await givenForum(house);
  const [stand, otherStand] = await standsOf(forum.datingId);
  if (!stand || !otherStand) throw new Error("there are stands");
  references += 1;
  const offer = anOffer({
    id: newId().toHexString(),
    reference: references,
    sequence: references,
    exclusive: true,
    companyId: forum.recruiters[0].companyId,
    expiresOn: addDays(forum.day, 60),
  });
  await keep(OfferModel, offer);
  await StandModel.updateOne({ _id: stand.id }, { $set: { offerIds: [offer.id] } });
  const seeker = await givenSeeker({}, { firstName: "Camille", lastName: "Canari-7001" });
  const { registration } = await givenRegistered(house, forum, [], seeker);
  return { forum, stand, otherStand, offer, seeker, registration, ...(await atTheHall(forum)) };
};

type Given = Awaited<ReturnType<typeof givenStand>>;

const note = async ({ forum, stand }: Given, employer: Person, typed: object) => {
  const sent = await asks(house, employer).post(`/employeur/forums/${forum.datingId}/stands/${stand.id}/contacts`, {
    formKey: aFormKey(),
    outcome: "talked",
    ...typed,
  });
  await house.drain();
  return sent;
};

describe("a contact at a stand", () => {
  it("counts people without a name, once however often its form is sent", async () => {
    const given = await givenStand();
    const formKey = aFormKey();

    const [first, again] = [
      await note(given, given.employer, { formKey, people: "4" }),
      await note(given, given.employer, { formKey, people: "4" }),
    ];

    expect([first.status, again.status]).toEqual([303, 303]);
    expect(await ForumContactModel.find({ standId: given.stand.id }).lean()).toMatchObject([{ people: 4 }]);
  });

  it("with a code and a wish to go on asks the person for their yes, once", async () => {
    const given = await givenStand();
    const { code, id } = given.registration;
    const wish = { code, outcome: "meetAgain", subject: `offer.${given.offer.id}`, note: "Sait lire un plan." };

    await note(given, given.employer, wish);
    await note(given, given.employer, wish);

    const cards = await PositioningModel.find({ offerId: given.offer.id }).lean();
    expect(cards.map(({ status }) => status)).toEqual(["proposed"]);
    expect(await DispatchModel.countDocuments({ to: given.seeker.email, kind: "positioning-proposal" })).toBe(1);
    expect(await ForumContactModel.find({ standId: given.stand.id }).lean()).toMatchObject([
      { people: 1, positioningId: cards[0]?._id },
    ]);
    expect((await RegistrationModel.findById(id).lean())?.arrivedAt).not.toBeNull();
  });

  it("that is a talk, or that names no offer, positions nobody", async () => {
    const given = await givenStand();
    const { code } = given.registration;

    await note(given, given.employer, { code, subject: `offer.${given.offer.id}` });
    await note(given, given.employer, { code, outcome: "cvTaken" });

    expect(await PositioningModel.countDocuments({ offerId: given.offer.id })).toBe(0);
    expect(await ForumContactModel.find({ standId: given.stand.id }).lean()).toMatchObject([{ outcome: "cvTaken" }]);
  });

  it("is refused with a code nobody has here, and keeps what was typed", async () => {
    const given = await givenStand();

    const sent = await note(given, given.employer, { code: "ABCDEF", note: "Resté dans la page" });

    expect([sent.status, sent.text.includes("Aucun visiteur"), sent.text.includes("Resté dans la page")]).toEqual([
      422,
      true,
      true,
    ]);
    expect(await ForumContactModel.countDocuments({ standId: given.stand.id })).toBe(0);
  });

  it("is refused the day before, and long after", async () => {
    const given = await givenStand();
    const late = { ...given.forum, day: addDays(given.forum.day, 20) };

    const { employer } = await atTheHall(late);
    const sent = await note(given, employer, {});

    expect([sent.status, sent.text.includes("deux semaines")]).toEqual([409, true]);
  });

  it("is asked about once more when its note holds a word the law forbids to weigh", async () => {
    const given = await givenStand();

    const sent = await note(given, given.employer, { note: "Souvent malade." });
    const sure = await note(given, given.employer, { note: "Souvent malade.", sure: "on" });

    expect([sent.status, sure.status]).toEqual([422, 303]);
  });

  it("is the stand's own: another company neither notes there nor reads who was met", async () => {
    const given = await givenStand();
    await note(given, given.employer, { code: given.registration.code, note: "canari-7002" });

    const mine = await asks(house, given.employer).get(`/employeur/forums/${given.forum.datingId}`);
    const theirs = await asks(house, given.other).get(`/employeur/forums/${given.forum.datingId}`);
    const noted = await note(given, given.other, {});

    expect(mine.text).toContain("Canari-7001");
    expect([theirs.status, noted.status]).toEqual([200, 404]);
    expect(theirs.text).not.toMatch(/canari-700|Fromagerie/i);
  });

  it("shows no visitor's name to another visitor, nor to the hall", async () => {
    const given = await givenStand();
    await note(given, given.employer, { code: given.registration.code });
    const { person } = await givenRegistered(house, given.forum);

    for (const path of [`/evenements/${given.forum.datingId}`, "/mes-evenements", "/evenements"])
      expect((await asks(house, person).get(path)).text, path).not.toContain("Canari-7001");
    const badges = await asks(house, given.officer).get(`/bureau/evenements/${given.forum.datingId}/badges`);
    expect(badges.text).not.toContain("Canari-7001");
  });

  it("noted by mistake is taken back by the officer; one that is followed stays", async () => {
    const given = await givenStand();
    await note(given, given.employer, { people: "9" });
    await note(given, given.employer, {
      code: given.registration.code,
      outcome: "offerProposed",
      subject: `offer.${given.offer.id}`,
    });
    const contacts = await ForumContactModel.find({ standId: given.stand.id }).sort({ people: -1 }).lean();
    const path = `/bureau/forums/${given.forum.datingId}/stands/${given.stand.id}`;

    const sent = [];
    for (const { _id } of contacts)
      sent.push((await asks(house, given.officer).post(`${path}/contacts/${_id}/retrait`)).status);
    const removed = await asks(house, given.officer).post(`${path}/retrait`);

    expect(sent).toEqual([303, 409]);
    expect([removed.status, removed.text.includes("ne peut plus être retiré")]).toEqual([409, true]);
    expect(await ForumContactModel.countDocuments({ standId: given.stand.id })).toBe(1);
  });

  it("stays as a figure, without a person, once the visitor has their data erased", async () => {
    const given = await givenStand();
    await note(given, given.employer, { code: given.registration.code, note: "canari-7003" });

    const seeker = await signedInAgain(given.seeker);
    const file = await asks(house, seeker).getJson("/mon-compte/mes-donnees.json");
    await asks(house, seeker).post("/mon-compte/effacement", { confirmation: "effacer" });
    await house.drain();

    expect(JSON.stringify(file.body)).toContain("canari-7003");
    expect(await ForumContactModel.find({ standId: given.stand.id }).lean()).toMatchObject([
      { people: 1, registrationId: null, note: null },
    ]);
  });
});
