import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CvVisibility } from "#shared/cvs/cv.ts";
import { libraryConsentText, libraryConsentVersion, settleConsent } from "#shared/cvs/library-consent.ts";
import { givenRecruiter, type Recruiter } from "#test/support/given-companies.ts";
import { givenSeeker, storedCv, typedFirstCv } from "#test/support/given-cvs.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
let recruiter: Recruiter;
beforeAll(async () => {
  house = await openHouse();
  recruiter = await givenRecruiter();
});
afterAll(() => house.close());

const found = async (cvId: string): Promise<boolean> =>
  (await asks(house, recruiter).get("/cvtheque")).text.includes(cvId) &&
  (await asks(house, recruiter).get(`/cvtheque/${cvId}`)).status === 200;

describe("the consent to the library", () => {
  it("is asked by a box of its own, which nobody ticked for the person", async () => {
    const { text } = await asks(house, await givenPerson()).get("/mon-cv");
    const box = /<input[^>]*name="libraryConsent"[^>]*>/.exec(text)?.[0] ?? "";

    expect(text).toContain(libraryConsentText);
    expect(box).toContain('type="checkbox"');
    expect(box).not.toContain("checked");
    expect(text).toMatch(/value="anonymous" checked/);
  });

  it("is kept with its date and the version of its text", async () => {
    const person = await givenPerson();
    await asks(house, person).post("/mon-cv", typedFirstCv);
    const cv = await storedCv(person.id);

    expect(cv?.visibility).toBe("anonymous");
    expect(cv?.libraryConsent).toEqual({ version: libraryConsentVersion, at: expect.stringMatching(/^20/) });
    expect(cv?.consents).toEqual([
      { version: libraryConsentVersion, visibility: "anonymous", given: true, at: cv?.libraryConsent?.at },
    ]);
    expect(await found(cv?.id ?? "")).toBe(true);
  });

  it.each(["anonymous", "named"])(
    "left empty, keeps a CV wished %s for staff alone, and says so",
    async (visibility) => {
      const person = await givenPerson();
      const sent = await asks(house, person).post("/mon-cv", { ...typedFirstCv, visibility, libraryConsent: "" });
      const cv = await storedCv(person.id);
      const page = await asks(house, person).get("/mon-cv");

      expect(decodeURIComponent(String(sent.headers["set-cookie"]))).toContain("Seuls nos agents le voient");
      expect([cv?.visibility, cv?.libraryConsent, cv?.consents]).toEqual(["staff", null, []]);
      expect(page.text).toContain("Ouvrir mon CV aux employeurs");
      expect(await found(cv?.id ?? "")).toBe(false);
      expect((await asks(house, await givenPerson({ role: "officer" })).get(`/cvtheque/${cv?.id}`)).status).toBe(200);
    },
  );

  it("is given later in one act, and only with the box ticked", async () => {
    const person = await givenPerson();
    await asks(house, person).post("/mon-cv", { ...typedFirstCv, libraryConsent: "" });
    const refused = await asks(house, person).post("/mon-cv/cvtheque");
    const agreed = await asks(house, person).post("/mon-cv/cvtheque", { libraryConsent: "on" });
    const cv = await storedCv(person.id);

    expect([refused.status, agreed.status]).toEqual([422, 303]);
    expect(refused.text).toContain("Cochez la case");
    expect(cv?.visibility).toBe("anonymous");
    expect(await found(cv?.id ?? "")).toBe(true);
  });

  it("is taken back in one act: at the next request no employer finds it, one they had said yes to neither", async () => {
    const seeker = await givenSeeker({ visibility: "named" });
    const before = await found(seeker.cvId);
    const began = performance.now();
    const sent = await asks(house, seeker).post("/mon-cv/cvtheque/retrait");
    const after = await found(seeker.cvId);

    expect([before, sent.status, after]).toEqual([true, 303, false]);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect((await storedCv(seeker.id))?.consents.map(({ given }) => given)).toEqual([true, false]);
    await asks(house, seeker).post("/mon-cv/cvtheque/retrait");
    expect((await storedCv(seeker.id))?.consents).toHaveLength(2);
  });

  it("does not bring back a CV that its person hid", async () => {
    const seeker = await givenSeeker({ visibility: "hidden", libraryConsent: null });
    await asks(house, seeker).post("/mon-cv/cvtheque", { libraryConsent: "on" });

    expect((await storedCv(seeker.id))?.visibility).toBe("hidden");
  });

  it("is missing in a CV of before it existed: no employer sees it", async () => {
    const seeker = await givenSeeker({ libraryConsent: null, consents: [] });

    expect(await found(seeker.cvId)).toBe(false);
  });
});

describe("what a choice and a box come to", () => {
  const at = "2026-11-22T10:00:00.000Z";
  const then = { version: libraryConsentVersion, at: "2026-11-01T10:00:00.000Z" };
  const old = { ...then, version: "cvtheque-0" };
  type Before = Parameters<typeof settleConsent>[0];

  it.each<[string, Before, CvVisibility, boolean, CvVisibility, boolean, boolean | null]>([
    ["first, ticked", null, "anonymous", true, "anonymous", true, true],
    ["first, not ticked", null, "anonymous", false, "staff", false, null],
    ["hidden, ticked", null, "hidden", true, "hidden", false, null],
    ["again the same", { visibility: "anonymous", libraryConsent: then }, "anonymous", true, "anonymous", true, null],
    ["now with the name", { visibility: "anonymous", libraryConsent: then }, "named", true, "named", true, true],
    ["unticked", { visibility: "named", libraryConsent: then }, "named", false, "staff", false, false],
    ["now staff", { visibility: "named", libraryConsent: then }, "staff", true, "staff", false, false],
    ["an older text", { visibility: "anonymous", libraryConsent: old }, "anonymous", true, "anonymous", true, true],
  ])("%s", (_what, before, visibility, agrees, becomes, holds, said) => {
    const settled = settleConsent(before, { visibility, agrees, at });

    expect([settled.visibility, settled.libraryConsent !== null, settled.said?.given ?? null]).toEqual([
      becomes,
      holds,
      said,
    ]);
  });
});
