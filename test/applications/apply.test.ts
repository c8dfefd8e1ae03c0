import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ApplicationModel } from "#server/applications/application-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { roles } from "#shared/kernel/actor.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { sentMails } from "#test/support/mails.ts";
import { asks, givenPerson } from "#test/support/people.ts";
import { givenApplication, givenCandidate, givenEmployer, givenOffer } from "./given-hiring.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const mailsTo = async (address: string) => (await sentMails()).filter(({ to }) => to === address);

const betweenLookAndWriting = (happens: () => PromiseLike<unknown>) => {
  const insert = ApplicationModel.insertMany.bind(ApplicationModel) as (...given: object[]) => Promise<unknown>;
  return vi.spyOn(ApplicationModel, "insertMany").mockImplementationOnce((async (...given: object[]) => {
    await happens();
    return insert(...given);
  }) as never); // one of many overloads, and the only one used here
};

describe("applying", () => {
  it("shows what will be sent, then sends it, with a receipt and a word to the company", async () => {
    const employer = await givenEmployer();
    const offer = await givenOffer(employer.companyId);
    const lina = await givenCandidate();

    const page = await asks(house, lina).get(offer.applyAt);
    const sent = await asks(house, lina).post(offer.applyAt, { message: "Bonjour,\r\nje suis prête." });
    await house.drain();

    expect(page.status).toBe(200);
    expect(page.text).toContain("Lina Fictive");
    expect(page.text).toContain(lina.email);
    expect(page.text).toContain("Aide-soignante, 3 ans");
    expect(sent.status).toBe(303);
    const mine = await asks(house, lina).get(sent.headers.location ?? "");
    expect(mine.text).toContain("je suis prête.");
    expect((await mailsTo(lina.email)).map(({ subject }) => subject)).toEqual([`Candidature envoyée : ${offer.title}`]);
    const [told] = await mailsTo(employer.email);
    expect(told?.subject).toBe(`Nouvelle candidature : ${offer.title}`);
    expect(told?.text).toContain("Lina a postulé");
    expect(told?.text).not.toMatch(/Fictive|je suis prête|candidate\d+@/);
  });

  it("is then said by the offer's page, which leads to the application and asks for no other", async () => {
    const offer = await givenOffer((await givenEmployer()).companyId);
    const [lina, other] = [await givenCandidate(), await givenCandidate()];
    const address = offer.applyAt.replace("/postuler", "");

    const sent = await asks(house, lina).post(offer.applyAt, {});
    const [hers, theirs] = [await asks(house, lina).get(address), await asks(house, other).get(address)];

    expect(hers.text).toContain("Vous avez postulé le");
    expect(hers.text).toContain(`href="${sent.headers.location}"`);
    expect(hers.text).not.toContain(offer.applyAt);
    expect(theirs.text).not.toContain("Vous avez postulé");
    expect(theirs.text).toContain(offer.applyAt);
  });

  it("still gets both mails when an older version wrote what is owed", async () => {
    const employer = await givenEmployer();
    const offer = await givenOffer(employer.companyId);
    const lina = await givenCandidate();

    await asks(house, lina).post(offer.applyAt, {});
    await ApplicationModel.updateOne({ offerId: offer.id }, { effects: [owe("receipt"), owe("received")] });
    await house.drain();

    expect(await mailsTo(lina.email)).toHaveLength(1);
    expect(await mailsTo(employer.email)).toHaveLength(1);
    expect(await ApplicationModel.findOne({ offerId: offer.id }).lean()).toMatchObject({ effects: [] });
  });

  it("sends a visitor to sign in and back, and keeps what a lost session had typed", async () => {
    const offer = await givenOffer((await givenEmployer()).companyId);

    const looked = await asks(house).get(offer.applyAt);
    const typed = await asks(house).post(offer.applyAt, { message: "Gardez ceci" });

    expect(looked.status).toBe(303);
    expect(looked.headers.location).toBe(`/connexion?suite=${encodeURIComponent(offer.applyAt)}`);
    expect(typed.headers.location).toMatch(/^\/connexion\?suite=%2Freprise%2F/);
  });

  it.each(roles.filter((role) => role !== "candidate"))("is missing for the role %s", async (role) => {
    const offer = await givenOffer((await givenEmployer()).companyId);
    const person = await givenPerson({ role });

    expect((await asks(house, person).get(offer.applyAt)).status).toBe(404);
    expect((await asks(house, person).post(offer.applyAt, {})).status).toBe(404);
  });

  it("asks for a CV first, and comes back after", async () => {
    const offer = await givenOffer((await givenEmployer()).companyId);
    const bare = await givenCandidate(null);

    const page = await asks(house, bare).get(offer.applyAt);
    const sent = await asks(house, bare).post(offer.applyAt, { message: "Mes mots" });

    const cvFirst = `/mon-cv?suite=${encodeURIComponent(offer.applyAt)}`;
    expect(page.text).toContain(`href="${cvFirst}"`);
    expect((await asks(house, bare).get(cvFirst)).text).toContain(`action="${cvFirst}"`);
    expect(sent.status).toBe(409);
    expect(sent.text).toContain("Mes mots");
    expect(await ApplicationModel.countDocuments({ offerId: offer.id })).toBe(0);
  });

  it("twice is refused kindly, with the way to the first one", async () => {
    const { candidate, offer, mine } = await givenApplication(house);

    const page = await asks(house, candidate).get(offer.applyAt);
    const again = await asks(house, candidate).post(offer.applyAt, { message: "Encore" });
    const json = await asks(house, candidate).postJson(offer.applyAt, {});

    for (const { text } of [page, again]) {
      expect(text).toContain("Vous avez déjà postulé le");
      expect(text).toContain(`href="${mine}"`);
    }
    expect(again.status).toBe(409);
    expect([json.status, json.body.error.code]).toEqual([409, "already-applied"]);
  });

  it("twice by the same form is answered twice as the first time, and is one application", async () => {
    const { companyId } = await givenEmployer();
    const lina = await givenCandidate();
    const pressTwice = async (close: (offerId: string) => Promise<unknown> = async () => undefined) => {
      const offer = await givenOffer(companyId);
      const first = await asks(house, lina).post(offer.applyAt, { message: "Bonjour\r\nà vous" });
      await close(offer.id);
      const second = await asks(house, lina).post(offer.applyAt, { message: "Bonjour\r\nà vous" });
      return { first, second, kept: await ApplicationModel.countDocuments({ offerId: offer.id }) };
    };

    const open = await pressTwice();
    const closed = await pressTwice((_id) => OfferModel.updateOne({ _id }, { $set: { status: "filled" } }));

    for (const { first, second, kept } of [open, closed]) {
      expect([first.status, second.status, kept]).toEqual([303, 303, 1]);
      expect(second.headers.location).toBe(first.headers.location);
    }
  });

  it("by the same form after it was withdrawn says where it stands", async () => {
    const { candidate, offer, mine } = await givenApplication(house, "Mes mots");
    await asks(house, candidate).post(`${mine}/retrait`);

    expect((await asks(house, candidate).post(offer.applyAt, { message: "Mes mots" })).status).toBe(409);
  });

  it("fifty times at once is one application and one receipt", async () => {
    const employer = await givenEmployer();
    const offer = await givenOffer(employer.companyId);
    const lina = await givenCandidate();

    const sent = await Promise.all(
      Array.from({ length: 50 }, () => asks(house, lina).postJson(offer.applyAt, { message: "Une fois" })),
    );
    await house.drain();

    expect(sent.filter(({ status }) => status === 200)).toHaveLength(50);
    expect(new Set(sent.map(({ body }) => body.url)).size).toBe(1);
    expect(await ApplicationModel.countDocuments({ offerId: offer.id })).toBe(1);
    expect(await mailsTo(lina.email)).toHaveLength(1);
    expect(await mailsTo(employer.email)).toHaveLength(1);
  });

  it.each([
    ["suspended", { status: "suspended" }],
    ["filled", { status: "filled" }],
    ["cancelled", { status: "cancelled" }],
    ["expired", { status: "expired" }],
    ["over since yesterday", { expiresOn: addDays(today(), -1) }],
  ] as const)("to an offer that is %s is refused, and what was typed stays", async (_name, given) => {
    const offer = await givenOffer((await givenEmployer()).companyId, given);
    const lina = await givenCandidate();

    const page = await asks(house, lina).get(offer.applyAt);
    const sent = await asks(house, lina).post(offer.applyAt, { message: "Mes mots à garder" });

    expect(page.status).toBe(410);
    expect(sent.status).toBe(409);
    expect(sent.text).toContain("plus ouverte");
    expect(sent.text).toContain("Mes mots à garder");
    expect(await ApplicationModel.countDocuments({ offerId: offer.id })).toBe(0);
  });

  it("to an offer that closed while one was typing is refused", async () => {
    const offer = await givenOffer((await givenEmployer()).companyId);
    const lina = await givenCandidate();
    expect((await asks(house, lina).get(offer.applyAt)).status).toBe(200);
    await OfferModel.updateOne({ _id: offer.id }, { $set: { status: "filled" } });

    expect((await asks(house, lina).post(offer.applyAt, { message: "Trop tard" })).status).toBe(409);
  });

  it("to an offer that closes between the look and the writing leaves no application", async () => {
    const offer = await givenOffer((await givenEmployer()).companyId);
    const lina = await givenCandidate();
    const spy = betweenLookAndWriting(() => OfferModel.updateOne({ _id: offer.id }, { $set: { status: "filled" } }));
    const sent = await asks(house, lina).post(offer.applyAt, { message: "À un instant près" });
    spy.mockRestore();
    await house.drain();

    expect(sent.status).toBe(409);
    expect(sent.text).toContain("À un instant près");
    expect(await ApplicationModel.countDocuments({ offerId: offer.id })).toBe(0);
    expect(await mailsTo(lina.email)).toEqual([]);
  });

  it("to an offer erased between the look and the writing leaves no application", async () => {
    const offer = await givenOffer((await givenEmployer()).companyId);
    const lina = await givenCandidate();
    const spy = betweenLookAndWriting(() => OfferModel.deleteOne({ _id: offer.id }));
    const sent = await asks(house, lina).post(offer.applyAt, {});
    spy.mockRestore();

    expect(sent.status).toBe(404);
    expect(await ApplicationModel.countDocuments({ offerId: offer.id })).toBe(0);
  });

  it("to a draft, a hidden or an unknown offer is missing", async () => {
    const { companyId } = await givenEmployer();
    const lina = await givenCandidate();
    const draft = await givenOffer(companyId, { status: "draft", publishedAt: null, sequence: null });
    const exclusive = await givenOffer(companyId, { exclusive: true });

    for (const at of [draft.applyAt, exclusive.applyAt, "/offres/rien-999999/postuler", "/offres/rien/postuler"]) {
      expect((await asks(house, lina).get(at)).status).toBe(404);
      expect((await asks(house, lina).post(at, { message: "x" })).status).toBe(404);
    }
  });

  it("to an exclusive offer one was proposed leads to the proposal", async () => {
    const lina = await givenCandidate();
    const offer = await givenOffer((await givenEmployer()).companyId, {
      exclusive: true,
      positionedAccountIds: [lina.id],
    });

    const sent = await asks(house, lina).post(offer.applyAt, { message: "x" });

    expect(sent.status).toBe(409);
    expect(sent.text).toContain("Répondez à sa proposition");
  });

  it.each([
    ["markup", { message: "<script>alert(1)</script>" }],
    ["too long a text", { message: "a".repeat(2001) }],
    ["100 kB", { message: "a".repeat(100_000) }],
    ["a repeated field", "message=un&message=deux"],
    ["an operator", "message[$ne]=x&message=ok<b>"],
  ])("with %s in the message is refused beside the field", async (_name, body) => {
    const offer = await givenOffer((await givenEmployer()).companyId);
    const lina = await givenCandidate();

    const sent = await asks(house, lina).post(offer.applyAt, body as object);

    expect(sent.status).toBe(422);
    expect(sent.text).toContain('aria-invalid="true"');
    expect(await ApplicationModel.countDocuments({ offerId: offer.id })).toBe(0);
  });

  it("with an operator in JSON is refused", async () => {
    const offer = await givenOffer((await givenEmployer()).companyId);
    const lina = await givenCandidate();

    expect((await asks(house, lina).postJson(offer.applyAt, { message: { $ne: null } })).status).toBe(422);
  });
});
