import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApplicationModel } from "#server/applications/application-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";
import { givenCandidate } from "#test/applications/given-hiring.ts";
import { typedOffer } from "#test/offers/an-offer.ts";
import { withRedis } from "#test/support/apart.ts";
import { aFormKey, givenRecruiter, offerOf, type Recruiter } from "#test/support/given-companies.ts";
import { givenDesk, givenProposed, positioningOf } from "#test/support/given-positionings.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";
import { works } from "#workers/works.ts";
import { everyFault } from "./cast.ts";
import { playLives } from "./several-webs/lives.ts";
import { openTwoWebs, type TwoWebs } from "./several-webs/two-webs.ts";

type Web = TwoWebs["a"];
let site: TwoWebs;
let recruiter: Recruiter;
const open: Socket[] = [];

beforeAll(async () => {
  if (!withRedis) return console.warn("redis-server is not on PATH: several web processes are not proved here");
  site = await openTwoWebs();
  recruiter = await givenRecruiter();
}, 120_000);
afterAll(async () => {
  for (const socket of open) socket.disconnect();
  await site?.close();
}, 60_000);

const publishThrough = async (web: Web, title: string): Promise<string> => {
  const formKey = aFormKey();
  await asks(web, recruiter).post("/employeur/offres/nouvelle", { ...typedOffer, title, formKey });
  await asks(web, recruiter).post(`/employeur/offres/${formKey}/publication`);
  return formKey;
};

const totalOn = async (web: Web, query: string): Promise<number> =>
  (await asks(web).getJson(`/api/v1/offers?${query}&exact=true`)).body.total;

const soonFoundOn = async (web: Web, query: string, total = 1): Promise<void> => {
  await expect.poll(() => totalOn(web, query), { timeout: 10_000, interval: 100 }).toBe(total);
};

describe.skipIf(!withRedis)("a person, with two web processes", () => {
  it("signs in with a code asked of one and typed on the other, is known to both, and is out of both at once", async () => {
    const { email } = await givenPerson({ email: "deux-sites@exemple.invalid" });
    const asked = await asks(site.a).post("/connexion", { email });
    const codeOf = async () =>
      /\b(\d{6})\b/.exec((await DispatchModel.findOne({ to: email }).lean())?.subject ?? "")?.[1];
    const entered = await asks(site.b).post(asked.headers.location ?? "", { code: await codeOf() });
    const cookie = String(entered.headers["set-cookie"]).split(";")[0] ?? "";
    const account = (web: Web) => asks(web).get("/mon-compte").set("Cookie", cookie);

    for (const web of [site.a, site.b]) expect((await account(web)).text).toContain(email);
    await asks(site.a).post("/deconnexion").set("Cookie", cookie);
    for (const web of [site.a, site.b]) expect((await account(web)).status).not.toBe(200);
  });

  it("guesses no more passwords through two than through one", async () => {
    const triesOn = async (email: string, webs: readonly Web[]): Promise<number> => {
      for (let tries = 0; tries < 30; tries++) {
        const web = webs[tries % webs.length] ?? site.a;
        if ((await asks(web).post("/connexion", { email })).status === 429) return tries;
      }
      return 30;
    };

    const alone = await triesOn("un-seul@exemple.invalid", [site.a]);
    expect(alone).toBeLessThan(30);
    expect(await triesOn("les-deux@exemple.invalid", [site.a, site.b])).toBe(alone);
  });

  it("who posts one form to both at the same moment makes one thing", async () => {
    const formKey = aFormKey();
    const typed = { ...typedOffer, title: "Verrier de nuit F/H", formKey };
    const both = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? site.a : site.b));
    const drafted = await Promise.all(
      both.map(async (web) => asks(web, recruiter).post("/employeur/offres/nouvelle", typed)),
    );
    await asks(site.a, recruiter).post(`/employeur/offres/${formKey}/publication`);
    const candidate = await givenCandidate();
    const applyAt = `${offerAddress(await publicOf(formKey))}/postuler`;
    await Promise.all(both.map(async (web) => asks(web, candidate).post(applyAt, { message: "Bonjour" })));

    expect(new Set(drafted.map(({ headers }) => headers.location))).toEqual(new Set([`/employeur/offres/${formKey}`]));
    expect(await OfferModel.countDocuments({ title: typed.title })).toBe(1);
    expect(await ApplicationModel.countDocuments({ accountId: candidate.id })).toBe(1);
  });
});

const publicOf = async (id: string) => {
  const offer = await offerOf(id);
  return { ...offer, id };
};

describe.skipIf(!withRedis)("an offer, with two web processes", () => {
  it("published through one is found through the other within seconds", async () => {
    await publishThrough(site.a, "Fileur de verre F/H");

    await soonFoundOn(site.b, "q=fileur");
    await soonFoundOn(site.a, "q=fileur");
  });

  it("withdrawn through one is neither shown nor counted by the other, at once, whatever that had in memory", async () => {
    const shown = "de zibeline F/H"; // the word that is searched is marked
    const id = await publishThrough(site.a, `Ciseleur ${shown}`);
    const address = offerAddress(await publicOf(id));
    const candidate = await givenCandidate();
    await soonFoundOn(site.b, "q=ciseleur");
    const read = async (path: string, who?: Person): Promise<string> => (await asks(site.b, who).get(path)).text;
    // Nothing is shown on the second page: only the counts could betray what was withdrawn.
    const contracts = async (): Promise<number> => {
      const { facets } = (await asks(site.b).getJson("/api/v1/offers?page=2")).body;
      return facets.contract.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
    };
    const pages = ["/offres?q=ciseleur", "/offres", address];
    for (const path of [...pages, ...pages]) expect(await read(path), path).toContain(shown);
    await expect.poll(() => read("/")).toContain(shown);
    expect(await read("/mes-pistes", candidate)).toContain(shown);
    const before = { total: await totalOn(site.b, "page=2"), contracts: await contracts() };

    await asks(site.a, recruiter).post(`/employeur/offres/${id}/suspension`);

    expect(await totalOn(site.b, "page=2")).toBe(before.total - 1);
    expect(await contracts()).toBe(before.contracts - 1);
    for (const path of pages) expect(await read(path), path).not.toContain(shown);
    expect(await read("/mes-pistes", candidate)).not.toContain(shown);
    await new Promise((later) => setTimeout(later, 1_100)); // the home page may be a second old
    expect(await read("/")).not.toContain(shown);
  }, 40_000);
});

describe.skipIf(!withRedis)("two officers on two web processes", () => {
  it("see that they have the same card open, and no longer once one leaves", async () => {
    const desk = await givenDesk(site.house);
    const colleague = await givenPerson({ role: "officer", firstName: "Camille", lastName: "Exemple" });
    const seeker = await givenProposed(site.house, desk);
    const { id } = await positioningOf(desk.offerId, seeker.id);
    const card = (web: Web, person: Person) => asks(web, person).get(`/bureau/positionnements/${id}`);
    await watch(site.a, desk.officer, `positioning:${id}`);
    const theirs = await watch(site.b, colleague, `positioning:${id}`);

    await expect
      .poll(async () => (await card(site.b, colleague)).text, { timeout: 10_000 })
      .toContain("Julie Faure regarde aussi cette fiche.");
    expect((await card(site.a, desk.officer)).text).toContain("Camille Exemple regarde aussi cette fiche.");
    theirs.disconnect();
    await expect
      .poll(async () => (await card(site.a, desk.officer)).text, { timeout: 10_000 })
      .not.toContain("regarde aussi");
  }, 40_000);
});

const watch = async ({ app }: Web, { cookie }: Person, thing: string): Promise<Socket> => {
  const headers = { Cookie: cookie, Origin: app };
  const query = { watching: thing };
  const socket = io(app, { path: "/direct", transports: ["websocket"], forceNew: true, query, extraHeaders: headers });
  open.push(socket);
  await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("connect_error", reject));
  return socket;
};

describe.skipIf(!withRedis)("lives of offers, led through two web processes at once", () => {
  it("show nothing withdrawn on either, and leave the index equal to the store on both", async () => {
    const played = await playLives(site, everyFault ? 30_000 : 4_000);

    expect(played.shown).toEqual([]);
    expect(played.acts).toBeGreaterThan(10);
    for (const web of [site.a, site.b])
      await expect.poll(() => played.found(web), { timeout: 60_000, interval: 300 }).toEqual(await played.truth());
  }, 120_000);
});

// two minutes of waiting: with the torture only
if (everyFault)
  describe.skipIf(!withRedis)("two processes of workers", () => {
    const recurring = new Set(works.flatMap(({ recurrences }) => recurrences).map(({ job }) => job.name));
    /** Each performance of a line of the timetable that has begun and ended well, whoever did it. */
    const performed = (): string[] =>
      site
        .said()
        .flatMap((said) => said.split("\n"))
        .filter((line) => line.includes('"msg":"job done"'))
        .map((line) => JSON.parse(line))
        .filter(({ job }) => recurring.has(job))
        .map(({ job, id }) => `${job} ${id}`);

    const tasksOfAMinute = async (): Promise<void> => {
      const sweeps = works.flatMap(({ recurrences }) => recurrences).filter(({ when }) => when === "* * * * *").length;

      await expect
        .poll(() => performed().length, { timeout: 140_000, interval: 500 })
        .toBeGreaterThanOrEqual(2 * sweeps);
      expect(new Set(performed()).size).toBe(performed().length);
      expect(site.said().every((said) => said.includes('"msg":"job done"'))).toBe(true);
    };
    it("perform each task of a minute once, between them", { timeout: 150_000 }, tasksOfAMinute);
  });
