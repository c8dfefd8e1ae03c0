import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AlertModel } from "#server/alerts/alert-model.ts";
import { setClock } from "#server/platform/clock.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { sentMails } from "#test/support/mails.ts";
import { asks, givenPerson } from "#test/support/people.ts";
import { givenAlert, linkIn } from "./given-alerts.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const form = "/mes-alertes/nouvelle";
const wanted = { q: "aide soignante", commune: "19272", radius: "20", frequency: "daily" };
const mailTo = async (email: string) => (await sentMails()).find(({ to }) => to === email);
const textOf = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("saving a search", () => {
  it("says in words what was understood, a typo and its way back included", async () => {
    const page = await asks(house).get(`${form}?q=aide+soigante&commune=19272&radius=20&contract=cdi&withoutCar=on`);

    const said = textOf(page.text);
    expect(page.status).toBe(200);
    expect(said).toContain("« aide soignante » au lieu de « aide soigante »");
    expect(said).toContain("20 km autour de Tulle");
    expect(said).toContain("CDI");
    expect(said).toContain("Accessible sans voiture");
    expect(page.text).toContain("exact=true");
    expect(page.text).toContain('type="email"');
  });

  it("is around the commune whose page it came from, though its code is also the postcode of another", async () => {
    const page = await asks(house).get(`${form}?commune=19100&radius=20`);

    expect(textOf(page.text)).toContain("20 km autour de Lagraulière");
  });

  it("starts at once with an account", async () => {
    const person = await givenPerson();

    const sent = await asks(house, person).post(form, wanted);
    await house.drain();

    expect(sent.headers.location).toBe("/mes-alertes");
    const kept = await AlertModel.findOne({ accountId: person.id }).lean();
    expect(kept).toMatchObject({ status: "active", email: person.email, frequency: "daily", cursor: 0 });
    expect(kept?.query).toMatchObject({ text: "aide soignante", radiusKm: 20, commune: { code: "19272" } });
    expect(await mailTo(person.email)).toBeUndefined();
    expect((await asks(house, person).get("/mes-alertes")).text).toContain("Aide soignante, 20 km autour de Tulle");
  });

  it("with an address alone starts once the mail's button is pressed, not when its page is looked at", async () => {
    const email = "seule@exemple.invalid";
    const sent = await asks(house).post(form, { ...wanted, email });
    await house.drain();
    const link = linkIn(await mailTo(email), "/alertes/confirmer/");

    for (let i = 0; i < 10; i++) expect((await asks(house).get(link)).text).toContain("Confirmer l’alerte");
    const looked = await AlertModel.findOne({ email }).lean();
    await asks(house).post(link);
    await asks(house).post(link);
    const pressed = await AlertModel.findOne({ email }).lean();

    expect(sent.headers.location).toBe("/mes-alertes/a-confirmer");
    expect(looked?.status).toBe("unconfirmed");
    expect(pressed).toMatchObject({ status: "active", accountId: null });
    expect((await asks(house).get(link)).text).toContain("C’est confirmé");
  });

  it("belongs to the account of the address once confirmed", async () => {
    const person = await givenPerson();
    await asks(house).post(form, { ...wanted, email: person.email });
    await house.drain();
    await asks(house).post(linkIn(await mailTo(person.email), "/alertes/confirmer/"));

    expect((await asks(house, person).get("/mes-alertes")).text).toContain("Aide soignante");
  });

  it("answers the same to an address that is known and to one that is not", async () => {
    const { email } = await givenPerson();
    const known = await asks(house).post(form, { ...wanted, email });
    const unknown = await asks(house).post(form, { ...wanted, email: "inconnue@exemple.invalid" });

    expect([known.status, known.headers.location]).toEqual([unknown.status, unknown.headers.location]);
  });

  it("is refused kindly when it asks nothing, or a place that does not exist", async () => {
    const person = await givenPerson();
    const nothing = await asks(house, person).post(form, { frequency: "daily" });
    const nowhere = await asks(house, person).post(form, { ...wanted, commune: "", ou: "Zzyzx" });

    expect([nothing.status, nowhere.status]).toEqual([422, 422]);
    expect(nothing.text).toContain("vous recevriez tout");
    expect(nowhere.text).toContain("Nous ne connaissons pas");
    expect(await AlertModel.countDocuments({ accountId: person.id })).toBe(0);
  });

  it("holds twenty at most for one person", async () => {
    const person = await givenPerson();
    for (let i = 0; i < 20; i++) await givenAlert({ email: person.email });

    const late = await asks(house, person).post(form, wanted);

    expect(late.status).toBe(409);
    expect(late.text).toContain("Vous avez déjà 20 alertes");
  });

  it("writes a few times a day at most to an address that did not ask", async () => {
    const email = "victime@exemple.invalid";
    const answers: number[] = [];
    for (let i = 0; i < 7; i++) answers.push((await asks(house).post(form, { ...wanted, email })).status);

    expect(answers).toEqual([303, 303, 303, 303, 303, 429, 429]);
  });

  it("is refused from one place past thirty an hour", async () => {
    setClock(new Date(Date.now() + 7_200_000));
    let last = 0;
    for (let i = 0; i < 31; i++)
      last = (await asks(house).post(form, { ...wanted, email: `gens${i}@exemple.invalid` })).status;
    setClock();

    expect(last).toBe(429);
  });
});

describe("a hostile search", () => {
  it.each([
    ["an operator", { q: { $ne: null } }],
    ["a list of words", { q: ["a", "b"] }],
    ["a long text", { q: "x".repeat(5_000) }],
    ["a contract that does not exist", { contract: "esclave" }],
    ["a radius beyond the sea", { radius: "9000" }],
    ["an address that is none", { email: "pas-une-adresse" }],
    ["two addresses", { email: "a@exemple.invalid,b@exemple.invalid" }],
    ["a line break in the address", { email: "a@exemple.invalid\r\nBcc: b@exemple.invalid" }],
    ["no frequency", { frequency: "hourly" }],
  ])("with %s is refused with a code, and nothing is kept", async (_name, typed) => {
    setClock(new Date(Date.now() + 14_400_000));
    const before = await AlertModel.countDocuments();
    const answer = await asks(house).postJson(form, { ...wanted, email: "h@exemple.invalid", ...typed });
    setClock();

    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.error.fields)).toHaveLength(1);
    expect(await AlertModel.countDocuments()).toBe(before);
  });

  it("shows the form again with what was typed", async () => {
    setClock(new Date(Date.now() + 14_400_000));
    const again = await asks(house).post(form, { ...wanted, email: "pas<b>une" });
    setClock();

    expect(again.status).toBe(422);
    expect(again.text).toContain('value="pas&lt;b>une"');
    expect(again.text).toContain('name="commune" value="19272"');
  });
});
