import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OfferModel } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { typedOffer } from "#test/offers/an-offer.ts";
import {
  aFormKey,
  givenDraft,
  givenPublished,
  givenRecruiter,
  offerOf,
  type Recruiter,
} from "#test/support/given-companies.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
let person: Recruiter;
beforeAll(async () => {
  house = await openHouse();
  person = await givenRecruiter();
});
afterAll(() => house.close());

const newOffer = "/employeur/offres/nouvelle";
const count = () => OfferModel.countDocuments({});

describe("writing an offer", () => {
  it("asks the trade first, then proposes what that trade needs", async () => {
    const first = await asks(house, person).get(newOffer);
    const form = await asks(house, person).get(`${newOffer}?titre=${encodeURIComponent("aide soigante de nuit")}`);

    expect(first.text).toContain("Qui cherchez-vous");
    expect(form.text).toContain("Nous avons compris : Aide-soignant, aide-soignante");
    expect(form.text).toContain("Diplôme d’État d’aide-soignant");
    expect(form.text).toContain('value="aider-toilette"');
  });

  it("keeps a draft that reads words as codes", async () => {
    const id = await givenDraft(house, person, { occupation: "aide soignante", commune: "19000 Tulle" });

    expect(await offerOf(id)).toMatchObject({
      occupation: "J1501",
      commune: { code: "19272", name: "Tulle" },
      pay: { minCents: 190_550, maxCents: 190_550, period: "month" },
      status: "draft",
      version: 1,
      publishedAt: null,
      sequence: null,
      expiresOn: addDays(today(), 60),
      companyName: "Atelier fictif",
    });
  });

  it.each([
    ["Brive", "19031"],
    ["brive la gaillarde", "19031"],
    ["St-Pantaléon-de-Larche", "19229"],
    ["19272", "19272"],
  ])("understands the commune %s", async (commune, code) => {
    expect((await offerOf(await givenDraft(house, person, { commune }))).commune.code).toBe(code);
  });

  it("sent twice at once is one offer", async () => {
    const typed = { ...typedOffer, formKey: aFormKey() };
    const before = await count();

    const both = await Promise.all([
      asks(house, person).post(newOffer, typed),
      asks(house, person).post(newOffer, typed),
    ]);

    expect(both.map(({ headers }) => headers.location)).toEqual(Array(2).fill(`/employeur/offres/${typed.formKey}`));
    expect(await count()).toBe(before + 1);
    expect((await offerOf(typed.formKey)).version).toBe(1);
  });

  it("sent again after going back corrects the draft, but not what was published", async () => {
    const typed = { ...typedOffer, formKey: aFormKey() };
    await asks(house, person).post(newOffer, typed);

    await asks(house, person).post(newOffer, { ...typed, title: "Aide-soignante de jour" });
    await asks(house, person).post(`/employeur/offres/${typed.formKey}/publication`);
    const late = await asks(house, person).post(newOffer, { ...typed, title: "Encore un autre titre" });

    expect(late.status).toBe(409);
    expect(late.text).toContain('value="Encore un autre titre"');
    expect((await offerOf(typed.formKey)).title).toBe("Aide-soignante de jour");
  });

  it("never takes another company's offer by its key", async () => {
    const theirs = await givenDraft(house, await givenRecruiter());

    const stolen = await asks(house, person).post(newOffer, { ...typedOffer, title: "À moi", formKey: theirs });

    expect(stolen.status).toBe(404);
    expect((await offerOf(theirs)).title).toBe(typedOffer.title);
  });

  it.each([
    ["pay below the minimum wage", { payMin: "1 200" }, "payMin", "pay-below-minimum"],
    ["a maximum below the minimum", { payMax: "1 900" }, "payMax", "pay-max-below-min"],
    ["a yearly pay by the month", { payMin: "38 000" }, "payMin", "pay-too-high"],
    ["a start in the past", { startsOn: "2020-01-01" }, "startsOn", "in-the-past"],
    ["a last day in the past", { expiresOn: "2020-01-01" }, "expiresOn", "in-the-past"],
    ["a day that does not exist", { startsOn: "2027-02-30" }, "startsOn", "not-a-date"],
    ["an unknown commune", { commune: "Atlantide-sur-Vézère" }, "commune", "unknown-commune"],
    ["a trade nobody knows", { occupation: "zzxqv" }, "occupation", "unknown-occupation"],
    ["a skill of no list", { requiredSkills: "voler" }, "requiredSkills", "unknown-skill"],
    [
      "markup in the description",
      { description: `${"a".repeat(40)}<img src=x onerror=alert(1)>` },
      "description",
      "no-html",
    ],
    ["100 kB of text", { description: "a".repeat(100_000) }, "description", "too-long"],
    ["a repeated title", { title: ["Un titre", "Un autre"] }, "title", "not-text"],
    ["an operator for the pay", { payMin: { $ne: null } }, "payMin", "not-a-number"],
    ["an operator for the trade", { occupation: { $ne: null } }, "occupation", "not-text"],
    ["an operator among the skills", { requiredSkills: [{ $ne: null }] }, "requiredSkills.0", "not-text"],
    ["an operator for the key", { formKey: { $ne: null } }, "formKey", "invalid"],
    ["a key that is none", { formKey: "1234" }, "formKey", "not-an-id"],
    ["a CDD without an end", { contract: "cdd" }, "durationMonths", "required"],
  ])("refuses %s beside its field and keeps nothing", async (_, given, field, code) => {
    const before = await count();

    const refused = await asks(house, person).postJson(newOffer, { ...typedOffer, formKey: aFormKey(), ...given });

    expect(refused.status).toBe(422);
    expect(refused.body.error.fields[field]).toMatchObject({ code });
    expect(await count()).toBe(before);
  });

  it("shows a refused form again as it was typed, markup harmless", async () => {
    const typed = { ...typedOffer, formKey: aFormKey(), title: 'Maçon "<b>F/H</b>', requiredSkills: "aider-toilette" };

    const again = await asks(house, person).post(newOffer, typed);

    expect(again.status).toBe(422);
    expect(again.text).toContain("sans balises");
    expect(again.text).toContain('value="1 905,50"');
    expect(again.text).toContain("Maçon &quot;&lt;b");
    expect(again.text).toContain(`value="${typed.formKey}"`);
    expect(again.text).toMatch(/value="aider-toilette" checked/);
  });
});

describe("a wrong pay", () => {
  it("is said in words, with what was typed", async () => {
    const again = await asks(house, person).post(newOffer, { ...typedOffer, formKey: aFormKey(), payMin: "1 200" });

    expect(again.text).toContain("C’est moins que le SMIC");
    expect(again.text).toContain('value="1 200"');
  });
});

describe("changing an offer", () => {
  const changes = { ...typedOffer, title: "Aide-soignant de jour F/H" };

  it("keeps the page and the first publication, and makes the index follow", async () => {
    const id = await givenPublished(house, person);
    const before = await offerOf(id);

    const sent = await asks(house, person).post(`/employeur/offres/${id}/modifier`, {
      ...changes,
      version: before.version,
    });
    const owed = (await offerOf(id)).effects.map(({ kind }) => kind);
    await house.drain();

    expect(sent.headers.location).toBe(`/employeur/offres/${id}`);
    expect(owed).toEqual(expect.arrayContaining(["index", "match"]));
    const { status, reference, sequence, publishedAt } = before;
    expect(await offerOf(id)).toMatchObject({
      title: changes.title,
      status,
      reference,
      sequence,
      publishedAt,
      effects: [],
    });
  });

  it("refuses a form older than the offer, keeping what was typed, then takes it", async () => {
    const id = await givenDraft(house, person);
    const page = `/employeur/offres/${id}/modifier`;
    await asks(house, person).post(page, { ...changes, version: 1 });

    const stale = await asks(house, person).post(page, { ...changes, title: "Écrit ailleurs entre-temps", version: 1 });
    const insisted = await asks(house, person).post(page, {
      ...changes,
      title: "Écrit ailleurs entre-temps",
      version: 2,
    });

    expect(stale.status).toBe(409);
    expect(stale.text).toContain("Cette page a changé");
    expect(stale.text).toContain('value="Écrit ailleurs entre-temps"');
    expect(stale.text).toContain('name="version" value="2"');
    expect(insisted.status).toBe(303);
  });

  it("of two at once keeps one", async () => {
    const id = await givenDraft(house, person);
    const page = `/employeur/offres/${id}/modifier`;

    const both = await Promise.all(
      ["Premier titre écrit", "Second titre écrit"].map((title) =>
        asks(house, person).post(page, { ...changes, title, version: 1 }),
      ),
    );

    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await offerOf(id)).version).toBe(2);
  });

  it("is refused once it is closed", async () => {
    const id = await givenPublished(house, person);
    await asks(house, person).post(`/employeur/offres/${id}/cloture`, { reason: "filledByUs" });
    const { version } = await offerOf(id);

    expect((await asks(house, person).get(`/employeur/offres/${id}/modifier`)).status).toBe(409);
    expect((await asks(house, person).post(`/employeur/offres/${id}/modifier`, { ...changes, version })).status).toBe(
      409,
    );
  });
});

describe("an offer of another company", () => {
  const gestures = ["publication", "suspension", "reprise", "prolongation", "cloture", "suppression"];

  it("is missing, whatever is tried", async () => {
    const id = await givenPublished(house, person);
    const stranger = await givenRecruiter();
    const before = await offerOf(id);

    const tried = await Promise.all([
      asks(house, stranger).get(`/employeur/offres/${id}`),
      asks(house, stranger).get(`/employeur/offres/${id}/modifier`),
      asks(house, stranger).post(`/employeur/offres/${id}/modifier`, { ...typedOffer, version: before.version }),
      ...gestures.map((gesture) =>
        asks(house, stranger).post(`/employeur/offres/${id}/${gesture}`, { reason: "abandoned" }),
      ),
    ]);

    expect(new Set(tried.map(({ status }) => status))).toEqual(new Set([404]));
    expect((await offerOf(id)).version).toBe(before.version);
  });

  it.each(["candidate", "officer", "admin", "counsellor"] as const)("is no employer's page for a %s", async (role) => {
    const id = await givenPublished(house, person);
    const other = await givenPerson({ role });

    expect((await asks(house, other).get(`/employeur/offres/${id}`)).status).toBe(404);
    expect((await asks(house, other).post(`/employeur/offres/${id}/suspension`)).status).toBe(404);
  });

  it.each(["1", "zzzzzzzzzzzzzzzzzzzzzzzz", "%24ne", "000000000000000000000000"])(
    "is missing at the address %s",
    async (id) => {
      expect((await asks(house, person).get(`/employeur/offres/${id}`)).status).toBe(404);
    },
  );
});
