import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { wayOutPath } from "#server/events/forums/answer-way-out.ts";
import { ForumContactModel, StandModel } from "#server/events/forums/forum-model.ts";
import { setClock } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { PositioningModel } from "#server/positionings/positioning-model.ts";
import { addMonths } from "#shared/kernel/calendar.ts";
import { aPositioning } from "#test/positionings/a-positioning.ts";
import { aFormKey } from "#test/support/given-companies.ts";
import { givenRegistered } from "#test/support/given-datings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { keep } from "#test/support/open-store.ts";
import { asks, type Person } from "#test/support/people.ts";
import { atTheHall, givenForum, standsOf } from "./given-forum.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => setClock());
afterAll(() => house.close());

/** A day that took place: 2 registered, 1 came, 3 without a name, 6 contacts, one of which led to a hiring. */
const givenDay = async () => {
  const forum = await givenForum(house);
  const stands = await standsOf(forum.datingId);
  const [stand] = stands;
  if (!stand) throw new Error("there is a stand");
  await StandModel.updateOne({ _id: stand.id }, { $set: { offerIds: [newId()] } });
  const { registration } = await givenRegistered(house, forum);
  await givenRegistered(house, forum);
  const { officer } = await atTheHall(forum);
  const path = `/bureau/forums/${forum.datingId}/stands/${stand.id}/contacts`;
  await asks(house, officer).post(path, { formKey: aFormKey(), outcome: "talked", people: "5" });
  await asks(house, officer).post(path, { formKey: aFormKey(), outcome: "cvTaken", code: registration.code });
  for (const key of ["entree-001", "entree-002", "entree-003"])
    await asks(house, officer).post(`/bureau/evenements/${forum.datingId}/sans-nom`, { key });
  await asks(house).postJson(wayOutPath(forum.datingId), {
    key: "sortie-9001",
    satisfaction: "good",
    metCompanies: "yes",
    foundLead: "no",
    wellReceived: "yes",
    wouldReturn: "yes",
    comment: "=cmd|calc",
  });
  const card = aPositioning("hired", {
    id: newId().toHexString(),
    accountId: newId().toHexString(),
    offerId: newId().toHexString(),
    companyId: forum.recruiters[0].companyId,
  });
  await keep(PositioningModel, card);
  await ForumContactModel.updateOne({ standId: stand.id, outcome: "cvTaken" }, { $set: { positioningId: card.id } });
  return { forum, stand, officer };
};

const balance = async (officer: Person, forumId: string, kind = "bilan"): Promise<string> =>
  (await asks(house, officer).get(`/bureau/evenements/${forumId}/${kind}`)).text;

describe("the balance of a forum", () => {
  it("counts visitors, contacts, hirings and answers, stand by stand, in a table too", async () => {
    const { forum, officer, stand } = await givenDay();

    const page = await balance(officer, forum.datingId);
    const lines = (await balance(officer, forum.datingId, "bilan.csv")).split("\r\n");

    expect(page).toContain("inscrits, dont 1 venu<");
    expect(page).toContain("1 personne a répondu");
    expect(lines).toContain("Visiteurs;4");
    expect(lines).toContain("Contacts;6");
    expect(lines.find((line) => line.startsWith(`${stand.number};`))).toBe(
      "1;Fromagerie des Monts;Entreprise;1;0;6;5;0;1;0;0;1;1;0;;",
    );
  });

  it("names no visitor", async () => {
    const { forum, officer } = await givenDay();

    const page = await balance(officer, forum.datingId);
    const registered = await asks(house, officer).get(`/bureau/evenements/${forum.datingId}`);
    const name = /<b>([^<]+ [^<]+)<\/b><\/td><td[^>]*><span class="letters"/.exec(registered.text)?.[1] ?? "";

    expect(name).not.toBe("");
    expect(page).not.toContain(name);
  });

  it("is asked of its officer three months later, until each stand has said what it filled", async () => {
    const { forum, stand } = await givenDay();
    const before = await atTheHall({ ...forum, day: addMonths(forum.day, 2) });
    const early = await asks(house, before.officer).get("/bureau");
    const { officer } = await atTheHall({ ...forum, day: addMonths(forum.day, 3) });
    const due = await asks(house, officer).get("/bureau");

    const sent = await asks(house, officer).post(`/bureau/forums/${forum.datingId}/stands/${stand.id}/bilan`, {
      filledOffers: "2",
      filledTrainings: "0",
    });
    const done = await asks(house, officer).get("/bureau");

    expect(early.text).not.toContain("Bilan à trois mois");
    expect(due.text).toContain("Bilan à trois mois à compléter");
    expect(sent.status).toBe(303);
    expect(done.text).not.toContain("Bilan à trois mois");
    expect((await balance(officer, forum.datingId, "bilan.csv")).split("\r\n")).toContain("Postes pourvus;2");
  });

  it("takes no figure of what was filled before the day", async () => {
    const forum = await givenForum(house);
    const [stand] = await standsOf(forum.datingId);

    const sent = await asks(house, forum.officer).post(`/bureau/forums/${forum.datingId}/stands/${stand?.id}/bilan`, {
      filledOffers: "2",
      filledTrainings: "0",
    });

    expect([sent.status, sent.text.includes("pas encore eu lieu")]).toEqual([409, true]);
  });
});
