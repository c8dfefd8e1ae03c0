import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OfferModel } from "#server/offers/offer-model.ts";
import { setClock, today } from "#server/platform/clock.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { offerMayMove } from "#shared/offers/offer-transitions.ts";
import { type OfferStatus, offerStatuses } from "#shared/offers/offer-words.ts";
import {
  givenDraft,
  givenPublished,
  givenRecruiter,
  letDaysPass,
  offerOf,
  press,
  signedInAgain,
} from "#test/support/given-companies.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe("publishing", () => {
  it("puts the offer of a verified company online, with the proof that it was asked for", async () => {
    const person = await givenRecruiter();
    const id = await givenDraft(house, person);

    const sent = await press(house, person, id, "publication");

    expect(sent.headers.location).toBe(`/employeur/offres/${id}`);
    const offer = await offerOf(id);
    expect(offer).toMatchObject({ status: "published", request: { channel: "online", on: today() } });
    expect(offer.sequence).toBeGreaterThan(0);
    expect(offer.history.map(({ from, to }) => `${from}>${to}`)).toEqual(["null>draft", "draft>published"]);
    expect(offer.history.at(-1)?.by?.toHexString()).toBe(person.id);
    await house.drain();
    expect((await offerOf(id)).effects).toEqual([]);
  });

  it("is found by search", async () => {
    const person = await givenRecruiter();
    await givenPublished(house, person, { title: "Veilleur au phare de Tulle F/H" });

    const found = await asks(house).getJson("/api/v1/offers?q=veilleur%20phare");

    expect(found.body.offers.map(({ title }: { title: string }) => title)).toContain("Veilleur au phare de Tulle F/H");
  });

  it("makes the offer of a company to verify wait, out of search", async () => {
    const person = await givenRecruiter("pending");
    const id = await givenDraft(house, person);

    await press(house, person, id, "publication");
    await house.drain();

    expect(await offerOf(id)).toMatchObject({ status: "pending", publishedAt: null, sequence: null });
    expect((await asks(house, person).get("/employeur/offres")).text).toContain("En attente de vérification");
    await press(house, person, id, "reprise");
    expect((await offerOf(id)).status).toBe("draft");
  });

  it("pressed twice at once publishes once", async () => {
    const person = await givenRecruiter();
    const id = await givenDraft(house, person);

    const both = await Promise.all([1, 2].map(() => press(house, person, id, "publication")));

    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await offerOf(id)).history).toHaveLength(2);
  });

  it("gives each offer its own place in the order, kept when it comes back", async () => {
    const person = await givenRecruiter();
    const ids = await Promise.all([1, 2, 3].map(() => givenPublished(house, person)));
    const before = (await offerOf(ids[0] ?? "")).sequence;

    await press(house, person, ids[0] ?? "", "suspension");
    await press(house, person, ids[0] ?? "", "publication");

    const sequences = await Promise.all(ids.map(async (id) => (await offerOf(id)).sequence));
    expect(new Set(sequences).size).toBe(3);
    expect(sequences[0]).toBe(before);
  });

  it("is refused when the last day is past", async () => {
    const person = await givenRecruiter();
    const id = await givenDraft(house, person, { expiresOn: addDays(today(), 2) });
    letDaysPass(4);

    const refused = await press(house, await signedInAgain(person), id, "publication");
    setClock();

    expect(refused.status).toBe(409);
    expect(refused.text).toContain("La date de fin de l’offre est passée");
  });
});

describe("every gesture", () => {
  const gestures: Record<string, { to: OfferStatus; typed?: object }> = {
    publication: { to: "published" },
    suspension: { to: "suspended" },
    reprise: { to: "draft" },
    cloture: { to: "filled", typed: { reason: "filledByUs" } },
  };
  const cases = offerStatuses.flatMap((from) =>
    Object.entries(gestures).map(([gesture, { to, typed }]) => ({ from, gesture, to, typed })),
  );

  it.each(cases)("on a $from offer, $gesture does what the table says", async ({ from, gesture, to, typed }) => {
    const person = await givenRecruiter();
    const id = await givenDraft(house, person);
    await OfferModel.updateOne({ _id: id }, { $set: { status: from, closingReason: null } });

    const answer = await press(house, person, id, gesture, typed);

    const may = offerMayMove({ from, to, hand: "employer" });
    expect(answer.status).toBe(may ? 303 : 409);
    expect((await offerOf(id)).status).toBe(may ? to : from);
  });

  it.each([
    ["filledByUs", "filled"],
    ["filledOtherwise", "filled"],
    ["abandoned", "cancelled"],
    ["noApplication", "cancelled"],
    ["notQualified", "cancelled"],
  ])("that closes for %s leads to %s and leaves the search", async (reason, status) => {
    const person = await givenRecruiter();
    const id = await givenPublished(house, person, { title: `Close pour ${reason} F/H` });

    await press(house, person, id, "cloture", { reason });
    await house.drain();

    expect(await offerOf(id)).toMatchObject({ status, closingReason: reason });
    const found = await asks(house).getJson(`/api/v1/offers?q=${reason}`);
    expect(found.body.offers.map(({ id }: { id: string }) => id)).not.toContain(id);
  });

  it.each([{}, { reason: "because" }, { reason: ["abandoned", "filledByUs"] }])(
    "that closes asks a reason of the list, not %j",
    async (typed) => {
      const person = await givenRecruiter();
      const id = await givenPublished(house, person);

      expect((await press(house, person, id, "cloture", typed)).status).toBe(422);
      expect((await offerOf(id)).status).toBe("published");
    },
  );

  it("deletes a draft, and nothing that was online", async () => {
    const person = await givenRecruiter();
    const [draft, online] = [await givenDraft(house, person), await givenPublished(house, person)];

    expect((await press(house, person, draft, "suppression")).headers.location).toBe("/employeur/offres");
    expect((await press(house, person, online, "suppression")).status).toBe(409);
    expect(await OfferModel.countDocuments({ $or: [{ _id: draft }, { _id: online }] })).toBe(1);
  });
});
