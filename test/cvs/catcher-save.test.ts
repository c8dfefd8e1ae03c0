import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { CvModel } from "#server/cvs/cv-model.ts";
import { KeptFileModel } from "#server/cvs/kept-file-model.ts";
import { dismissSpare, keepOneReady } from "#server/cvs/reader/read-apart.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { cvLines, cvPdf } from "#test/support/given-cv-files.ts";
import { typedFirstCv } from "#test/support/given-cvs.ts";
import { fieldsOf, uploads, wordsOf } from "#test/support/given-upload.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
  keepOneReady();
}, 120_000);
afterAll(async () => {
  dismissSpare();
  await house.close();
});

const codeSentTo = async (email: string): Promise<string> => {
  const dispatch = await DispatchModel.findOne({ to: email }).sort({ _id: -1 }).lean();
  return /\b(\d{6})\b/.exec(JSON.stringify(dispatch))?.[1] ?? "";
};

const cookieOf = (header: unknown): string => /__Host-elan=[^;]+/.exec(String(header))?.[0] ?? "";

const findings = async () => fieldsOf((await asks(house).post("/lire-mon-cv", { text: cvLines.join("\n") })).text);

describe("a CV that was read is saved", { timeout: 60_000 }, () => {
  it("by someone new: address, code, name, then their own form, filled; nothing is kept before they agree", async () => {
    const email = "lina.nouvelle@exemple.invalid";
    const asked = await asks(house).post("/lire-mon-cv/enregistrer", await findings());
    const sent = await asks(house).post("/lire-mon-cv/adresse", { ...fieldsOf(asked.text), email });
    const wrong = await asks(house).post("/lire-mon-cv/code", { ...fieldsOf(sent.text), code: "000000" });
    const named = await asks(house).post("/lire-mon-cv/code", {
      ...fieldsOf(wrong.text),
      code: await codeSentTo(email),
    });
    const form = await asks(house).post("/lire-mon-cv/compte", {
      ...fieldsOf(named.text),
      firstName: "Lina",
      lastName: "Verdier",
    });
    const person = { ...(await givenPerson()), cookie: cookieOf(form.headers["set-cookie"]) };

    expect(wordsOf(asked.text)).toContain("Il n’est encore enregistré nulle part");
    expect(fieldsOf(asked.text).email).toEqual(["lina.verdier@exemple.invalid"]);
    expect([wrong.status, wordsOf(wrong.text)]).toEqual([422, expect.stringContaining("Ce code n’est pas le bon")]);
    expect(wordsOf(form.text)).toContain("Rien n’est encore enregistré.");
    expect(fieldsOf(form.text)).toMatchObject({ commune: ["Tulle"], experience1: ["Aide-soignant, aide-soignante"] });
    const account = await AccountModel.findOne({ email }).orFail().lean();
    expect(await CvModel.countDocuments({ accountId: account._id })).toBe(0);

    const saved = await asks(house, person).post("/lire-mon-cv/mon-cv", fieldsOf(form.text));
    const again = await asks(house, person).post("/lire-mon-cv/mon-cv", fieldsOf(form.text));

    expect([saved.status, saved.headers.location]).toEqual([303, "/mes-pistes"]);
    expect(again.status).toBe(409);
    const cv = await CvModel.findOne({ accountId: account._id }).lean();
    expect(cv).toMatchObject({ occupations: ["J1501"], languages: [{ name: "en", level: "fluent" }], version: 1 });
    expect(cv?.licences).toContain("permis-b");
  });

  it("by whom has one already: what they wrote stays, what was read is added, and they agree first", async () => {
    const person = await givenPerson();
    await asks(house, person).post("/mon-cv", { ...typedFirstCv, wanted: "maçon", commune: "Brive" });
    const before = await CvModel.findOne({ accountId: person.id }).lean();

    const form = await asks(house, person).post("/lire-mon-cv/enregistrer", await findings());
    const fields = fieldsOf(form.text);

    expect(form.status).toBe(200);
    expect(wordsOf(form.text)).toContain("Nous avons ajouté à votre CV ce que nous avons lu");
    expect(fields.commune?.[0]).toContain("Brive");
    expect(fields.wanted?.filter(Boolean)).toHaveLength(2);
    expect(await CvModel.findOne({ accountId: person.id }).lean()).toEqual(before);

    const wrong = await asks(house, person).post("/lire-mon-cv/mon-cv", { ...fields, commune: "Nullepartville" });
    const saved = await asks(house, person).post("/lire-mon-cv/mon-cv", fields);

    expect([wrong.status, fieldsOf(wrong.text).wanted]).toEqual([422, fields.wanted]);
    expect(saved.status).toBe(303);
    expect((await CvModel.findOne({ accountId: person.id }).lean())?.occupations).toHaveLength(2);
  });

  it("never by a session that ended: what was typed waits for the sign-in", async () => {
    const answer = await asks(house).post("/lire-mon-cv/mon-cv", { version: "0" });

    expect([answer.status, answer.headers.location]).toEqual([303, expect.stringContaining("/connexion")]);
  });
});

describe("the file of a CV", { timeout: 60_000 }, () => {
  it("is not kept unless its person ticks the box", async () => {
    const person = await givenPerson();

    const unticked = await uploads(house, "/lire-mon-cv", { bytes: cvPdf() }, person);
    const none = await KeptFileModel.countDocuments({ accountId: person.id });
    const ticked = await uploads(house, "/lire-mon-cv", { bytes: cvPdf(), fields: { keep: "on" } }, person);

    expect(unticked.status).toBe(200);
    expect(none).toBe(0);
    expect(wordsOf(ticked.text)).toContain("Votre fichier est gardé, comme demandé");
    expect(await KeptFileModel.countDocuments({ accountId: person.id })).toBe(1);
  });

  it("is not kept for a visitor, whatever their form says", async () => {
    const before = await KeptFileModel.countDocuments();

    const { status } = await uploads(house, "/lire-mon-cv", { bytes: cvPdf(), fields: { keep: "on" } });

    expect([status, await KeptFileModel.countDocuments()]).toEqual([200, before]);
  });

  it("goes to its owner alone, as a download that can run nothing", async () => {
    const [person, other] = [await givenPerson(), await givenPerson()];
    const name = 'CV d’été "2026" 😀;é.pdf';
    await uploads(house, "/mon-cv/fichier", { bytes: cvPdf(), name }, person);

    const own = await asks(house, person).get("/mon-cv/fichier").buffer(true);
    const others = await asks(house, other).get("/mon-cv/fichier");

    expect(own.status).toBe(200);
    expect(Buffer.from(own.body).equals(cvPdf())).toBe(true);
    expect(own.headers).toMatchObject({
      "content-type": "application/pdf",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    expect(own.headers["content-security-policy"]).toMatch(/; sandbox$/);
    expect(own.headers["content-disposition"]).toMatch(/^attachment; filename="cv\.pdf"; filename\*=UTF-8''[\w.%~-]+$/);
    expect(others.status).toBe(404);
  });

  it("is one a person, is refused like any other, and goes when they say or when the CV is erased", async () => {
    const person = await givenPerson();
    await asks(house, person).post("/mon-cv", typedFirstCv);
    const keep = (name: string) => uploads(house, "/mon-cv/fichier", { bytes: cvPdf(), name }, person);
    const kept = () => KeptFileModel.countDocuments({ accountId: person.id });

    await keep("un.pdf");
    await keep("deux.pdf");
    const refused = await keep("trois.docx");
    const page = await asks(house, person).get("/mon-cv");

    expect(await kept()).toBe(1);
    expect([refused.status, wordsOf(refused.text)]).toEqual([422, expect.stringContaining("La fin du nom ne dit pas")]);
    expect(wordsOf(page.text)).toContain("deux.pdf");

    await asks(house, person).post("/mon-cv/fichier/effacement");
    expect(await kept()).toBe(0);

    await keep("un.pdf");
    await asks(house, person).post("/mon-cv/effacement");
    expect(await kept()).toBe(0);
  });
});
