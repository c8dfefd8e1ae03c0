import mongoose from "mongoose";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { AuditModel } from "#server/accounts/audit-model.ts";
import { eraseAccount, leave } from "#server/accounts/erase-account.ts";
import type { PersonalPart } from "#server/accounts/personal-part.ts";
import { pseudonymOf } from "#server/accounts/pseudonym.ts";
import { eraseAgain, erasedSince } from "#server/accounts/tombstones.ts";
import { CompanyModel } from "#server/companies/company-model.ts";
import { CvModel } from "#server/cvs/cv-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { personalParts } from "#server/personal-parts.ts";
import { now, setClock } from "#server/platform/clock.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { sweepJob } from "#shared/kernel/settle-jobs.ts";
import { givenDraft, givenPublished, givenRecruiter, type Recruiter } from "#test/support/given-companies.ts";
import { givenSeeker } from "#test/support/given-cvs.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
afterEach(() => setClock());

/** The same parts, of which the one at this place breaks after its work: a process killed there leaves as much. */
const cutAt = (place: number): PersonalPart[] =>
  personalParts.map((part, at) => ({
    ...part,
    erase: async (person) => {
      await part.erase(person);
      if (at === place) throw new Error("cut");
    },
  }));

const rowsOf = (accountId: string) =>
  AuditModel.countDocuments({ act: "account-erased", person: pseudonymOf(accountId) });

describe("an erasing cut in its middle", () => {
  it.each(personalParts.map(({ title }, at) => [title, at] as const))(
    "after “%s” is finished by the sweep, with one row in the log",
    async (_title, at) => {
      const seeker = await givenSeeker();
      await leave(seeker.id, "asked");
      await expect(eraseAccount(cutAt(at))(seeker.id, "asked")).rejects.toThrow("cut");
      const shut = await AccountModel.findById(seeker.id).lean();
      setClock(new Date(now().getTime() + 60_000));
      await enqueue(sweepJob("accounts"), {});
      await house.drain();

      expect([shut?.status, shut?.effects.map(({ kind }) => kind)]).toEqual(["disabled", ["erase/asked"]]);
      expect(await AccountModel.exists({ _id: seeker.id })).toBeNull();
      expect(await CvModel.exists({ accountId: seeker.id })).toBeNull();
      expect(await rowsOf(seeker.id)).toBe(1);
    },
  );

  it("is one erasing though asked three times at once, by request and by job", async () => {
    const seeker = await givenSeeker();
    const typed = { confirmation: "effacer" };
    const sent = await Promise.all([1, 2, 3].map(() => asks(house, seeker).post("/mon-compte/effacement", typed)));
    await house.drain();

    expect(sent.filter(({ headers }) => headers.location === "/compte-efface").length).toBeGreaterThan(0);
    expect(sent.filter(({ status }) => status >= 500)).toEqual([]);
    expect(await AccountModel.exists({ _id: seeker.id })).toBeNull();
    expect(await rowsOf(seeker.id)).toBe(1);
  });

  it("cannot be undone by an administrator who opens the account again", async () => {
    const seeker = await givenSeeker();
    await leave(seeker.id, "asked");
    const admin = await givenPerson({ role: "admin" });
    await asks(house, admin).post(`/admin/comptes/${seeker.id}/etat`, { status: "active" });

    expect((await AccountModel.findById(seeker.id).lean())?.status).toBe("disabled");
  });
});

describe("a backup put back", () => {
  it("brings nobody back: who was erased since is shut at once, then erased again", async () => {
    const seeker = await givenSeeker();
    const db = mongoose.connection.db;
    const saved = await Promise.all(["accounts", "cvs"].map((name) => db?.collection(name).find().toArray()));
    const since = now();
    await asks(house, seeker).post("/mon-compte/effacement", { confirmation: "effacer" });
    const stones = await erasedSince(since);
    const [accounts = [], cvs = []] = saved;
    await db?.collection("accounts").insertMany(accounts.filter(({ _id }) => String(_id) === seeker.id));
    await db?.collection("cvs").insertMany(cvs.filter(({ accountId }) => String(accountId) === seeker.id));
    const found = [await eraseAgain(stones), await eraseAgain(stones)];
    const page = await asks(house, seeker).get("/mon-compte");
    setClock(new Date(now().getTime() + 60_000));
    await enqueue(sweepJob("accounts"), {});
    await house.drain();

    expect([found, page.status]).toEqual([[1, 0], 303]);
    expect(await AccountModel.exists({ _id: seeker.id })).toBeNull();
    expect(await CvModel.exists({ accountId: seeker.id })).toBeNull();
  });
});

describe("a recruiter who leaves", () => {
  const statusOf = async (id: string): Promise<string | undefined> => (await OfferModel.findById(id).lean())?.status;
  const leaves = (person: Recruiter) => asks(house, person).post("/mon-compte/effacement", { confirmation: "effacer" });

  it("as the last one: offers online are suspended, drafts go, the company stays and its officer is told", async () => {
    const recruiter = await givenRecruiter();
    const [online, draft] = [await givenPublished(house, recruiter), await givenDraft(house, recruiter)];
    await leaves(recruiter);
    await house.drain();
    const company = await CompanyModel.findById(recruiter.companyId).lean();

    expect([await statusOf(online), await statusOf(draft)]).toEqual(["suspended", undefined]);
    expect(company?.notes.map(({ text }) => text)).toEqual([expect.stringContaining("Plus aucun recruteur")]);
    expect(JSON.stringify(await OfferModel.find().lean())).not.toContain(recruiter.id);
  });

  it("with a colleague still there: the offers go on", async () => {
    const recruiter = await givenRecruiter();
    await givenPerson({ role: "employer", companyId: recruiter.companyId });
    const online = await givenPublished(house, recruiter);
    await leaves(recruiter);
    await house.drain();

    expect(await statusOf(online)).toBe("published");
  });

  it.each(["officer", "counsellor", "phoneAgent", "admin"] as const)(
    "is not %s: an administrator closes those",
    async (role) => {
      const person = await givenPerson({ role });
      const sent = await asks(house, person).post("/mon-compte/effacement", { confirmation: "effacer" });

      expect(sent.status).toBe(404);
      expect(await AccountModel.exists({ _id: person.id })).not.toBeNull();
    },
  );
});
