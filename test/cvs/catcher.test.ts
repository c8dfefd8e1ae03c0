import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catcherWords } from "#client/cvs/catcher-words.ts";
import { dismissSpare, keepOneReady } from "#server/cvs/reader/read-apart.ts";
import { now, setClock } from "#server/platform/clock.ts";
import { cvRefusals } from "#shared/cvs/cv-file.ts";
import { changedBetween, everyDocument } from "#test/support/every-thing.ts";
import { cvDocx, cvLines, cvOdt, cvPdf, cvTxt } from "#test/support/given-cv-files.ts";
import { communeOf, givenOffers } from "#test/support/given-offers.ts";
import { fieldsOf, uploads, wordsOf } from "#test/support/given-upload.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
  keepOneReady();
  const tulle = communeOf("19272");
  await givenOffers(house, [
    { title: "Aide-soignante du matin F/H", occupation: "J1501", commune: tulle, expiresOn: "2099-12-31" },
    { title: "Serveuse du soir F/H", occupation: "G1803", commune: tulle, expiresOn: "2099-12-31" },
  ]);
}, 120_000);
afterAll(async () => {
  dismissSpare();
  setClock();
  await house.close();
});

/** Tries are counted by the quarter of an hour: each test has its own. */
const laterOn = (): void => {
  setClock(new Date(now().getTime() + 3_600_000));
};

const read = (bytes: Buffer = cvPdf(), name = "cv.pdf") => uploads(house, "/lire-mon-cv", { bytes, name });
const readText = (text: string) => asks(house).post("/lire-mon-cv", { text });

describe("a CV without an account", { timeout: 60_000 }, () => {
  it.each([
    ["cv.pdf", cvPdf()],
    ["cv.docx", cvDocx()],
    ["cv.odt", cvOdt()],
    ["cv.txt", cvTxt()],
  ])("%s: is read, each finding beside its words, and ranks the offers", async (name, bytes) => {
    laterOn();

    const { status, text, headers } = await read(bytes, name);
    const words = wordsOf(text);
    const fields = fieldsOf(text);

    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-store");
    expect(words).toContain("Voici ce que nous avons lu");
    expect(text).toMatch(/Dans votre CV :\s*« <mark>Aide-soignante<\/mark> »/);
    expect(fields.commune).toEqual(["Tulle"]);
    expect(fields.phone).toEqual(["0612345678"]);
    expect(fields.licences).toContain("permis-b");
    expect(words).toContain("1 offre vous convient");
    expect(words).toContain("Aide-soignante du matin F/H");
    expect(words).toContain("Métier que vous cherchez");
    expect(words).not.toContain("Serveuse du soir");
  });

  it("is read from pasted text too, by a form without a file", async () => {
    laterOn();

    const { status, text } = await readText(cvLines.join("\n"));

    expect(status).toBe(200);
    expect(wordsOf(text)).toContain("Aide-soignante du matin F/H");
  });

  it("is ranked again as it is corrected, the words of the CV still there", async () => {
    laterOn();
    const fields = fieldsOf((await read()).text);

    const { status, text } = await asks(house).post("/lire-mon-cv/corriger", { ...fields, trade1: "serveuse" });

    expect(status).toBe(200);
    expect(wordsOf(text)).toContain("Serveuse du soir F/H");
    expect(text).toContain("<mark>Aide-soignante</mark>");
  });

  it("asks again for a word it does not know, and keeps all that was typed", async () => {
    laterOn();
    const fields = fieldsOf((await read()).text);

    const { status, text } = await asks(house).post("/lire-mon-cv/corriger", {
      ...fields,
      trade1: "zzxqy",
      commune: "Nullepartville",
    });

    expect(status).toBe(422);
    expect(wordsOf(text)).toContain("Nous ne connaissons pas « zzxqy »");
    expect(fieldsOf(text)).toMatchObject({ trade1: ["zzxqy"], commune: ["Nullepartville"], phone: ["0612345678"] });
  });

  it("says what the law forbids, and neither reads nor shows it", async () => {
    laterOn();
    const lines = [
      ...cvLines,
      "Née le 12/03/1961, mariée, 3 enfants, nationalité belge",
      "Reconnue travailleuse handicapée",
    ];

    const { text } = await read(cvPdf(lines));

    expect(wordsOf(text)).toContain("ne sont ni lus ni gardés");
    expect(text).not.toMatch(/1961|mariée|3 enfants|belge|handicapée/i);
  });

  it("without a trade asks for one instead of guessing", async () => {
    laterOn();

    const { status, text } = await readText("Bonjour,\nJe cherche quelque chose près de chez moi.\nMerci");

    expect(status).toBe(200);
    expect(wordsOf(text)).toContain("Nous n’avons pas trouvé de métier");
  });
});

describe("a form of the CV Catcher", { timeout: 60_000 }, () => {
  it("without a file nor a text says what to do", async () => {
    laterOn();
    const answers = [await uploads(house, "/lire-mon-cv", { fields: { text: " " } }), await readText("")];

    for (const { status, text } of answers) {
      expect(status).toBe(422);
      expect(wordsOf(text)).toContain("Choisissez un fichier, ou collez le texte de votre CV.");
    }
  });

  it("with hostile fields is refused with a code, or shows nothing of them", async () => {
    laterOn();
    const bodies = [
      {},
      { read: "{" },
      { read: JSON.stringify({ occupations: [{ $gt: 1 }] }), radiusKm: "20" },
      { read: "x".repeat(200_000), radiusKm: "20" },
      { radiusKm: { $gt: 0 }, trade1: ["a", "b"], seeks: ["9"], skills: ["nope"], means: "rocket" },
      { radiusKm: "20", trade1: "<script>alert(1)</script>", show: "9999" },
      { file: { name: "a.pdf", bytes: "AAAA" }, text: { $ne: "" } },
      JSON.parse('{"__proto__": {"polluted": 1}, "radiusKm": "20"}'),
    ];

    for (const path of [
      "/lire-mon-cv",
      "/lire-mon-cv/corriger",
      "/lire-mon-cv/enregistrer",
      "/lire-mon-cv/adresse",
      "/lire-mon-cv/code",
      "/lire-mon-cv/compte",
    ])
      for (const body of bodies) {
        const answers = [await asks(house).postJson(path, body), await asks(house).post(path, body)];
        for (const { status, text } of answers) {
          expect(status, `${path} ${JSON.stringify(body).slice(0, 80)}`).toBeLessThan(500);
          expect(text).not.toContain("<script>alert");
        }
      }
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  it("from another site is refused before a byte is read", async () => {
    const answer = await read().set("Sec-Fetch-Site", "cross-site");

    expect(answer.status).toBe(403);
  });

  it("is counted where it comes from: the forty-first in a quarter of an hour waits", async () => {
    laterOn();
    const statuses: number[] = [];
    for (let at = 0; at < 41; at++) statuses.push((await readText("")).status);

    expect(statuses.slice(0, 40)).toEqual(Array.from({ length: 40 }, () => 422));
    expect(statuses[40]).toBe(429);
  });

  it("has a French sentence for every refusal", () => {
    for (const code of cvRefusals) expect(catcherWords[code], code).toMatch(/^\p{Lu}[^!]+\.$/u);
  });
});

describe("reading a CV", { timeout: 60_000 }, () => {
  it("writes nothing of it in the store, nor in the queue", async () => {
    laterOn();
    const before = await everyDocument(["attempts"]);

    const page = await read(cvPdf([...cvLines, "canari-7261 plomberie"]));
    await asks(house).post("/lire-mon-cv/corriger", fieldsOf(page.text));
    await asks(house).post("/lire-mon-cv/enregistrer", fieldsOf(page.text));

    expect(changedBetween(before, await everyDocument(["attempts"]))).toEqual([]);
    expect(JSON.stringify(await everyDocument())).not.toMatch(/canari-7261|Lina Verdier|0612345678/);
    expect(JSON.stringify(house.queue)).not.toContain("canari");
  });

  it("shows a recruiter the offers, and no way to save what is not theirs", async () => {
    laterOn();
    const recruiter = await givenPerson({ role: "officer" });

    const page = await uploads(house, "/lire-mon-cv", { bytes: cvPdf() }, recruiter);
    const saved = await asks(house, recruiter).post("/lire-mon-cv/enregistrer", fieldsOf(page.text));

    expect(wordsOf(page.text)).toContain("Aide-soignante du matin F/H");
    expect(wordsOf(page.text)).not.toContain("Enregistrer mon CV");
    expect(saved.status).toBe(403);
  });
});
