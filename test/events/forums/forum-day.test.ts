import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { wayOutPath } from "#server/events/forums/answer-way-out.ts";
import { WayOutModel } from "#server/events/forums/forum-model.ts";
import { setClock } from "#server/platform/clock.ts";
import type { ArrivalsAnswer } from "#shared/events/arrival.ts";
import { instantOf } from "#shared/kernel/moment.ts";
import { givenRegistered } from "#test/support/given-datings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, type Person } from "#test/support/people.ts";
import { atTheHall, type Fair, givenForum } from "./given-forum.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => setClock());
afterAll(() => house.close());

const send = async ({ datingId, day }: Fair, officer: Person, arrivals: readonly object[]): Promise<ArrivalsAnswer> => {
  const at = instantOf(`${day}T09:30`).toISOString();
  const sent = await asks(house, officer).postJson(`/api/v1/job-datings/${datingId}/arrivals`, {
    arrivals: arrivals.map((one) => ({ at, ...one })),
  });
  expect(sent.status).toBe(200);
  return sent.body as ArrivalsAnswer;
};

describe("the door of a forum", () => {
  it("counts somebody without a name once however often it is sent, and takes the last one back", async () => {
    const forum = await givenForum(house);
    const { officer } = await atTheHall(forum);
    const one = { key: "sans-nom-01", unnamed: true };

    await send(forum, officer, [one]);
    const twice = await send(forum, officer, [one, { key: "sans-nom-02", unnamed: true }]);
    const undone = await send(forum, officer, [{ key: "retour-0002", undoes: "sans-nom-02" }]);
    const again = await send(forum, officer, [{ key: "retour-0002", undoes: "sans-nom-02" }]);

    expect([twice.unnamed, undone.unnamed, again.unnamed]).toEqual([2, 1, 1]);
  });

  it("counts a press that is taken back before the network came once it is there: not at all", async () => {
    const forum = await givenForum(house);
    const { officer } = await atTheHall(forum);

    const { unnamed, answers } = await send(forum, officer, [
      { key: "sans-nom-11", unnamed: true },
      { key: "retour-0011", undoes: "sans-nom-11" },
    ]);

    expect([unnamed, ...answers.map(({ outcome }) => outcome)]).toEqual([0, "counted", "uncounted"]);
  });

  it("counts by a form too, one press once, and takes the last one back", async () => {
    const forum = await givenForum(house);
    const { officer } = await atTheHall(forum);
    const path = `/bureau/evenements/${forum.datingId}/sans-nom`;

    for (const key of ["page-0001", "page-0001", "page-0002"]) await asks(house, officer).post(path, { key });
    const counted = await asks(house, officer).get(`/bureau/evenements/${forum.datingId}/accueil`);
    await asks(house, officer).post(`${path}/annulation`);
    const undone = await asks(house, officer).get(`/bureau/evenements/${forum.datingId}/accueil`);

    expect(counted.text).toContain('data-door-unnamed-count="2"');
    expect(undone.text).toContain('data-door-unnamed-count="1"');
  });

  it("counts nobody without a name on another day", async () => {
    const forum = await givenForum(house);

    const { answers, unnamed } = await send(forum, forum.officer, [{ key: "trop-tot-01", unnamed: true }]);

    expect([answers[0]?.outcome, unnamed]).toEqual(["notToday", 0]);
  });

  it("lets a visitor in by code, and names the other event to whoever comes to the wrong one", async () => {
    const forum = await givenForum(house);
    const other = await givenForum(house, { day: forum.day, place: "Autre halle", title: "Forum voisin" });
    const [mine, theirs] = [await givenRegistered(house, forum), await givenRegistered(house, other)];
    const { officer } = await atTheHall(forum);

    const { answers } = await send(forum, officer, [
      { key: "porte-0001", code: mine.registration.code },
      { key: "porte-0002", code: mine.registration.code },
      { key: "porte-0003", code: theirs.registration.code },
    ]);

    expect(answers.map(({ outcome }) => outcome)).toEqual(["arrived", "already", "otherEvent"]);
    expect(answers[2]?.elsewhere).toBe("Forum voisin");
  });
});

const answers = {
  satisfaction: "good",
  metCompanies: "yes",
  foundLead: "no",
  wellReceived: "yes",
  wouldReturn: "yes",
  comment: "Très bon accueil.",
};

describe("the questionnaire at the way out", () => {
  it("opens without an account by its signed address, and keeps one answer for one key", async () => {
    const forum = await givenForum(house);
    await atTheHall(forum, "16:00");
    const path = wayOutPath(forum.datingId);

    const page = await asks(house).get(path);
    const sent = [];
    for (const key of ["sortie-0001", "sortie-0001", "sortie-0002"])
      sent.push(await asks(house).postJson(path, { ...answers, key }));

    expect(page.text).toContain("Personne ne sait qui répond");
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await WayOutModel.countDocuments({ forumId: forum.datingId })).toBe(2);
  });

  it("by a form thanks, and begins again for the next one", async () => {
    const forum = await givenForum(house);
    await atTheHall(forum, "16:00");
    const path = wayOutPath(forum.datingId);

    const missing = await asks(house).post(path, { key: "sortie-0010", comment: "Resté dans la page" });
    const sent = await asks(house).post(path, { ...answers, key: "sortie-0011" });

    expect([missing.status, missing.text.includes("Resté dans la page")]).toEqual([422, true]);
    expect([sent.status, sent.headers.location]).toEqual([303, path]);
  });

  it("is missing for a forged address or a draft, and closed on another day", async () => {
    const forum = await givenForum(house);
    const draft = await givenForum(house, { published: false });
    const path = wayOutPath(forum.datingId);

    const early = await asks(house).postJson(path, { ...answers, key: "sortie-0020" });
    await atTheHall(forum, "16:00");

    expect(early.status).toBe(409);
    expect((await asks(house).get(`/sortie/${forum.datingId}.${"x".repeat(32)}`)).status).toBe(404);
    expect((await asks(house).get(wayOutPath(draft.datingId))).status).toBe(404);
  });

  it("takes what a tablet without network kept until the next day", async () => {
    const forum = await givenForum(house);
    await atTheHall(forum, "23:50");

    const late = await asks(house).postJson(wayOutPath(forum.datingId), { ...answers, key: "sortie-0030" });

    expect(late.status).toBe(200);
  });
});
