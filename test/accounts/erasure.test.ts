import mongoose from "mongoose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { AuditModel } from "#server/accounts/audit-model.ts";
import { PastOutcomeModel } from "#server/accounts/past-outcome-model.ts";
import { pseudonymOf } from "#server/accounts/pseudonym.ts";
import { erasedSince } from "#server/accounts/tombstones.ts";
import { now } from "#server/platform/clock.ts";
import { listMails } from "#server/platform/mail/transport.ts";
import { everyDocument } from "#test/support/every-thing.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";
import { givenWholePerson, tokens, type WholePerson } from "./given-whole-person.ts";

let house: House;
let whole: WholePerson;
let before: Record<string, string>;
beforeAll(async () => {
  house = await openHouse();
  whole = await givenWholePerson(house);
  before = await everyDocument();
}, 60_000);
afterAll(() => house.close());

const canaries = (): string[] => [...Object.values(tokens), whole.person.id, whole.cvId];

/** In which collections, and in the mails kept on disk, each canary is still found. */
const found = async (): Promise<string[]> => {
  const places = {
    ...(await everyDocument()),
    mails: JSON.stringify(await listMails()),
    queue: JSON.stringify(house.queue.jobs),
  };
  return Object.entries(places).flatMap(([place, text]) =>
    canaries()
      .filter((canary) => text.includes(canary))
      .map((canary) => `${place}: ${canary}`),
  );
};

describe("a person who used everything", () => {
  it("is found everywhere before: the test would otherwise prove nothing", async () => {
    const everywhere = Object.values(before).join("");

    expect(canaries().filter((canary) => !everywhere.includes(canary))).toEqual([]);
    expect(Object.keys(before).filter((name) => canaries().some((canary) => before[name]?.includes(canary)))).toEqual(
      expect.arrayContaining(["accounts", "alerts", "alert-deliveries", "alert-digests", "applications", "attempts"]),
    );
    expect(JSON.stringify(await listMails())).toContain(tokens.firstName);
  });

  it("is asked for a word first: nothing happens without it", async () => {
    const page = await asks(house, whole.person).get("/mon-compte/effacement");
    const refused = await asks(house, whole.person).post("/mon-compte/effacement", { confirmation: "oui" });

    expect(page.text).toContain("Ce qui reste, et pourquoi");
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("Écrivez le mot effacer, rien d’autre.");
    expect(await AccountModel.exists({ _id: whole.person.id })).not.toBeNull();
  });

  it("is erased from every collection, mail and job once they type it", async () => {
    const sent = await asks(house, whole.person).post("/mon-compte/effacement", { confirmation: " Effacer " });

    expect([sent.status, sent.headers.location]).toEqual([303, "/compte-efface"]);
    expect(await found()).toEqual([]);
    await house.drain();
    expect(await found()).toEqual([]);
  });

  it("is signed out, and may come back as somebody new", async () => {
    const page = await asks(house, whole.person).get("/mon-compte");
    const again = await givenPerson({ email: tokens.email });

    expect([page.status, page.headers.location]).toEqual([303, "/connexion?suite=%2Fmon-compte"]);
    const { text } = await asks(house, again).get("/mon-compte/mes-donnees.json");
    expect(text).not.toContain(tokens.lastName);
    await AccountModel.deleteOne({ _id: again.id });
  });

  it("leaves figures without a key back, a row in the log and a tombstone", async () => {
    const outcomes = await PastOutcomeModel.find().sort({ kind: 1 }).lean();
    const rows = await AuditModel.find({ person: pseudonymOf(whole.person.id) })
      .sort({ sequence: 1 })
      .lean();
    const stones = await erasedSince(new Date(now().getTime() - 60_000));

    expect(outcomes.map(({ kind, status }) => [kind, status])).toEqual([
      ["application", "refused"],
      ["positioning", "inPostM1"],
    ]);
    expect(outcomes[1]?.reached).toEqual(expect.arrayContaining(["consented", "submitted", "hired", "inPostM1"]));
    expect(rows.map(({ act }) => act).slice(-2)).toEqual(["erasure-asked", "account-erased"]);
    expect(stones.map(({ pseudonym }) => pseudonym)).toContain(pseudonymOf(whole.person.id));
  });

  it("leaves the others' pages standing", async () => {
    const answers = await Promise.all([
      asks(house, whole.recruiter).get("/employeur/candidatures"),
      asks(house, whole.recruiter).get("/employeur/offres"),
      asks(house, whole.officer).get("/bureau"),
      asks(house, whole.officer).get("/bureau/positionnements"),
      asks(house, whole.officer).get("/bureau/offres-exclusives"),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(answers.filter(({ text }) => text.includes(tokens.lastName))).toEqual([]);
  });
});

describe("every collection", () => {
  it("was looked at: none is added without its erasing being thought of", async () => {
    const known = Object.values(mongoose.models).map(({ collection }) => collection.collectionName);

    expect(Object.keys(before).filter((name) => !known.includes(name))).toEqual([]);
  });
});
