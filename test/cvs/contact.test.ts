import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { ContactRequestModel } from "#server/cvs/contact-request-model.ts";
import { givenRecruiter, type Recruiter } from "#test/support/given-companies.ts";
import { givenSeeker, type Seeker } from "#test/support/given-cvs.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { sentMails } from "#test/support/mails.ts";
import { asks } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const message = "Bonjour, un poste de nuit à Tulle, en CDI. Seriez-vous d’accord pour en parler ?";

const ask = (recruiter: Recruiter, seeker: Seeker, words = message) =>
  asks(house, recruiter).post(`/cvtheque/${seeker.cvId}/contact`, { message: words });

const requestOf = async (seeker: Seeker) => {
  const request = await ContactRequestModel.findOne({ accountId: seeker.id }).lean();
  return request?._id.toHexString() ?? "";
};

const answer = async (seeker: Seeker, words: string) =>
  asks(house, seeker).post(`/mon-cv/demandes/${await requestOf(seeker)}/reponse`, { answer: words });

const mailsTo = async (email: string) => {
  await house.drain();
  return (await sentMails()).filter(({ to }) => to === email);
};

/** One unique word in each thing that tells who somebody is. */
const canaries = [
  "CanariPrenom",
  "CanariNom",
  "canari-mail@exemple.invalid",
  "0655443322",
  "06 55 44 33 22",
  "CanariRecit",
  "CanariAutre",
  "CanariMetier",
];

const givenCanary = async (): Promise<Seeker> => {
  const seeker = await givenSeeker(
    {
      about: "CanariRecit 0655443322",
      otherWanted: "CanariAutre",
      experiences: [{ occupation: "J1501", label: "CanariMetier chez CanariNom", months: 24 }],
    },
    { firstName: "CanariPrenom", lastName: "CanariNom", email: "canari-mail@exemple.invalid" },
  );
  await AccountModel.updateOne({ _id: seeker.id }, { $set: { phone: "0655443322" } });
  return seeker;
};

describe("who somebody is", () => {
  it("is seen by no employer before a yes, by any route; by the one who got it after; by nobody after a no", async () => {
    const seeker = await givenCanary();
    const recruiter = await givenRecruiter();
    const other = await givenRecruiter();
    const leaks = async (who: Recruiter): Promise<string[]> => {
      const routes = [
        "/cvtheque",
        "/cvtheque?q=aide-soignant&ou=Tulle",
        `/cvtheque/${seeker.cvId}`,
        "/cvtheque/demandes",
      ];
      const pages = await Promise.all(routes.map((route) => asks(house, who).get(route)));
      const refused = await ask(who, seeker, "court");
      const machine = await asks(house, who).getJson(`/cvtheque/${seeker.cvId}`);
      const all = [...pages, refused, machine].map(({ text }) => text).join("\n");
      return canaries.filter((word) => all.includes(word) || all.includes(seeker.id));
    };

    expect(await leaks(recruiter)).toEqual([]);
    expect((await ask(recruiter, seeker)).status).toBe(303);
    expect(await leaks(recruiter)).toEqual([]);

    expect((await answer(seeker, "accepted")).status).toBe(303);
    const { text } = await asks(house, recruiter).get(`/cvtheque/${seeker.cvId}`);
    for (const shown of ["CanariPrenom", "CanariNom", "canari-mail@exemple.invalid", "06 55 44 33 22"])
      expect(text).toContain(shown);
    expect(await leaks(other)).toEqual([]);

    await answer(seeker, "declined");
    expect(await leaks(recruiter)).toEqual([]);

    await answer(seeker, "accepted");
    await asks(house, seeker).post("/mon-cv/ecarter", { companyId: recruiter.companyId, blocked: "yes" });
    expect((await asks(house, recruiter).get(`/cvtheque/${seeker.cvId}`)).status).toBe(404);

    const mails = [...(await mailsTo(recruiter.email)), ...(await mailsTo(other.email))];
    expect(mails.length).toBeGreaterThan(0);
    for (const { text: words } of mails) expect(canaries.filter((word) => words.includes(word))).toEqual([]);
  });

  it("is shown at once when its person chose so", async () => {
    const seeker = await givenSeeker({ visibility: "named" }, { firstName: "Odile", lastName: "Visible" });
    const recruiter = await givenRecruiter();

    const { text } = await asks(house, recruiter).get(`/cvtheque/${seeker.cvId}`);
    const asked = await ask(recruiter, seeker);

    expect(text).toContain("Odile Visible");
    expect([asked.status, await ContactRequestModel.countDocuments({ cvId: seeker.cvId })]).toEqual([409, 0]);
  });
});

describe("asking for contact", () => {
  it("writes to the person, with the company's words framed, and to the employer when answered", async () => {
    const seeker = await givenSeeker();
    const recruiter = await givenRecruiter("verified", "Boulangerie fictive");

    await ask(recruiter, seeker);
    const [asked] = await mailsTo(seeker.email);
    await answer(seeker, "accepted");
    const [answered] = await mailsTo(recruiter.email);

    expect(asked?.subject).toBe("Boulangerie fictive aimerait vous contacter");
    expect(asked?.text).toContain("Boulangerie fictive écrit :\n> Bonjour");
    expect(asked?.text).toContain("/mon-cv/demandes");
    expect(answered?.subject).toBe("La personne accepte votre contact");
  });

  it("is done once, however often the button is pressed, and by whichever colleague", async () => {
    const seeker = await givenSeeker();
    const recruiter = await givenRecruiter();

    const answers = await Promise.all([1, 2, 3].map(() => ask(recruiter, seeker)));

    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    expect(await ContactRequestModel.countDocuments({ cvId: seeker.cvId })).toBe(1);
    expect(await mailsTo(seeker.email)).toHaveLength(1);
  });

  it.each([
    ["nothing", ""],
    ["too few words", "Bonjour"],
    ["markup", "Bonjour <a href='x'>cliquez ici pour voir</a>"],
    ["a hundred kilobytes", "x".repeat(100_000)],
  ])("refuses %s beside the field", async (_name, words) => {
    const seeker = await givenSeeker();

    const sent = await ask(await givenRecruiter(), seeker, words);

    expect(sent.status).toBe(422);
    expect(sent.text).toContain('href="#champ-message"');
    expect(await ContactRequestModel.countDocuments({ cvId: seeker.cvId })).toBe(0);
  });

  it("is missing for whom the CV is missing", async () => {
    const hidden = await givenSeeker({ visibility: "hidden" });
    const seeker = await givenSeeker();

    expect((await ask(await givenRecruiter(), hidden)).status).toBe(404);
    expect((await ask(await givenRecruiter("pending"), seeker)).status).toBe(404);
    const candidate = await asks(house, seeker).post(`/cvtheque/${hidden.cvId}/contact`, { message });
    expect(candidate.status).toBe(404);
  });
});

describe("answering", () => {
  it("is the person's alone, one answer of two, not twice the same", async () => {
    const seeker = await givenSeeker();
    await ask(await givenRecruiter(), seeker);
    const path = `/mon-cv/demandes/${await requestOf(seeker)}/reponse`;

    const stranger = await asks(house, await givenSeeker()).post(path, { answer: "accepted" });
    const nonsense = await asks(house, seeker).post(path, { answer: "peut-être" });
    const once = await asks(house, seeker).post(path, { answer: "accepted" });
    const twice = await asks(house, seeker).post(path, { answer: "accepted" });

    expect([stranger.status, nonsense.status, once.status, twice.status]).toEqual([404, 422, 303, 409]);
  });
});
