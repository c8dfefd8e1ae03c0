import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CompanyModel } from "#server/companies/company-model.ts";
import { looksLeft } from "#server/cvs/count-look.ts";
import { CvModel } from "#server/cvs/cv-model.ts";
import { CvViewModel } from "#server/cvs/cv-view-model.ts";
import { setClock } from "#server/platform/clock.ts";
import { dailyCvQuota } from "#shared/cvs/cv-rules.ts";
import { givenRecruiter } from "#test/support/given-companies.ts";
import { givenSeeker } from "#test/support/given-cvs.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(async () => {
  await CvModel.deleteMany({});
});
afterAll(() => house.close());

const titles = (html: string): number => html.match(/<h3 class="h3"><a href="\/cvtheque\//g)?.length ?? 0;

describe("the CV library", () => {
  it("opens only once the company is verified", async () => {
    await givenSeeker();
    const answers = await Promise.all(
      (["pending", "refused"] as const).map(async (status) =>
        asks(house, await givenRecruiter(status)).get("/cvtheque"),
      ),
    );

    for (const { status, text } of answers) {
      expect(status).toBe(200);
      expect(text).toContain("La CVthèque ouvre après vérification");
      expect(titles(text)).toBe(0);
    }
    expect((await asks(house, await givenPerson()).get("/cvtheque")).status).toBe(404);
    expect((await asks(house).get("/cvtheque")).headers.location).toMatch(/^\/connexion/);
  });

  it("lists only who let themselves be found", async () => {
    await givenSeeker({ visibility: "anonymous" });
    await givenSeeker({ visibility: "named" });
    await givenSeeker({ visibility: "staff" });
    await givenSeeker({ visibility: "hidden" });
    await givenSeeker({ status: "withdrawn" });

    const { text } = await asks(house, await givenRecruiter()).get("/cvtheque");

    expect(titles(text)).toBe(2);
    expect(text).toContain("2 personnes");
  });

  it.each([
    ["q=aide+soigante", 1],
    ["q=macon", 0],
    ["q=dompteur", 0],
    ["ou=Tulle&rayon=10", 1],
    ["ou=Brive-la-Gaillarde&rayon=10", 0],
    ["ou=Brive-la-Gaillarde&rayon=50", 1],
    ["ou=brive&rayon=50", 1],
    ["ou=Xyzville", 0],
    ["permis=permis-b", 1],
    ["permis=permis-b&permis=deas", 0],
    ["contrat=cdi", 1],
    ["contrat=interim", 0],
    ["q=infirmier", 0],
    ["page=9999", 1],
    ["q=a&q=b&rayon=%7B%7D&contrat[$ne]=x", 1],
  ])("answers %s with %i", async (query, found) => {
    await givenSeeker({ licences: ["permis-b"], contracts: ["cdi"] });

    const { status, text } = await asks(house, await givenRecruiter()).get(`/cvtheque?${query}`);

    expect([status, titles(text)]).toEqual([200, found]);
  });

  it("finds near occupations when asked to, and who takes any contract", async () => {
    await givenSeeker({ occupations: ["K1304"] });
    const recruiter = await givenRecruiter();

    const near = await asks(house, recruiter).get("/cvtheque?q=aide+domicile&proches=on&contrat=cdd");

    expect(titles(near.text)).toBe(1);
  });

  it("goes page by page", async () => {
    for (let place = 0; place < 23; place++) await givenSeeker();
    const recruiter = await givenRecruiter();

    const pages = await Promise.all([1, 2].map((page) => asks(house, recruiter).get(`/cvtheque?page=${page}`)));

    expect(pages.map(({ text }) => titles(text))).toEqual([20, 3]);
  });

  it("loses who withdraws, hides or shuts the company out, at once", async () => {
    const recruiter = await givenRecruiter();
    const seeker = await givenSeeker();
    const look = async (): Promise<number[]> => {
      const list = await asks(house, recruiter).get("/cvtheque");
      return [titles(list.text), (await asks(house, recruiter).get(`/cvtheque/${seeker.cvId}`)).status];
    };

    expect(await look()).toEqual([1, 200]);
    await asks(house, seeker).post("/mon-cv/retrait");
    expect(await look()).toEqual([0, 404]);
    await asks(house, seeker).post("/mon-cv/remise");
    expect(await look()).toEqual([1, 200]);
    await asks(house, seeker).post("/mon-cv/ecarter", { companyId: recruiter.companyId, blocked: "yes" });
    expect(await look()).toEqual([0, 404]);
    await asks(house, seeker).post("/mon-cv/ecarter", { companyId: recruiter.companyId, blocked: "no" });
    expect(await look()).toEqual([1, 200]);
    await CompanyModel.updateOne({ _id: recruiter.companyId }, { $set: { status: "refused" } });
    expect((await look())[1]).toBe(404);
  });
});

describe("opening a CV", () => {
  it("is told to its person: who, when, what was seen", async () => {
    const recruiter = await givenRecruiter("verified", "Scierie fictive");
    const officer = await givenPerson({ role: "officer" });
    const seeker = await givenSeeker();

    await asks(house, recruiter).get(`/cvtheque/${seeker.cvId}`);
    await asks(house, recruiter).get(`/cvtheque/${seeker.cvId}`);
    await asks(house, officer).get(`/cvtheque/${seeker.cvId}`);

    const { text } = await asks(house, seeker).get("/mon-cv/visites");
    expect(text).toContain("Scierie fictive");
    expect(text).toContain("Un agent du Département");
    expect(await CvViewModel.countDocuments({ cvId: seeker.cvId })).toBe(3);
    expect((await asks(house, await givenSeeker()).get("/mon-cv/visites")).text).not.toContain("Scierie fictive");
  });

  it("stops at the day's quota even when fifty more come at once; the same CV again is free", async () => {
    const recruiter = await givenRecruiter();
    const seekers = await Promise.all(Array.from({ length: dailyCvQuota + 10 }, () => givenSeeker()));
    const open = (cvId: string) => asks(house, recruiter).get(`/cvtheque/${cvId}`);

    const answers = await Promise.all(seekers.map(({ cvId }) => open(cvId)));

    const opened = answers.filter(({ status }) => status === 200).length;
    expect(opened).toBe(dailyCvQuota);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.text).toContain("La CVthèque rouvre demain");
    const first = seekers[answers.findIndex(({ status }) => status === 200)]?.cvId ?? "";
    expect((await open(first)).status).toBe(200);
    expect(await CvViewModel.countDocuments({ viewerId: recruiter.id })).toBe(dailyCvQuota + 1);
    setClock(new Date(Date.now() + 26 * 3_600_000));
    const tomorrow = await looksLeft(recruiter.id);
    setClock();
    expect([await looksLeft(recruiter.id), tomorrow]).toEqual([0, dailyCvQuota]);
  });

  it("is missing for an id that is not one, or is nobody's", async () => {
    const recruiter = await givenRecruiter();

    for (const id of ["abc", "0".repeat(24), "$ne"])
      expect((await asks(house, recruiter).get(`/cvtheque/${id}`)).status).toBe(404);
  });
});
