import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { CompanyModel } from "#server/companies/company-model.ts";
import { CompanyMergeModel } from "#server/companies/merge/merge-model.ts";
import { companyParts } from "#server/company-parts.ts";
import { CvModel } from "#server/cvs/cv-model.ts";
import { JobDatingModel } from "#server/events/job-dating-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { now, setClock } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { anyOf } from "#server/platform/filter.ts";
import { PositioningModel } from "#server/positionings/positioning-model.ts";
import { companyKey, nameLikeness } from "#shared/companies/company-likeness.ts";
import { type EveryThing, givenEveryThing } from "#test/support/every-thing.ts";
import { givenPublished, givenRecruiter, letDaysPass, signedInAgain } from "#test/support/given-companies.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";
import { runMerge, runUnmerge } from "#workers/companies/run-merge.ts";

let house: House;
let officer: Person;
let things: EveryThing;
let goneId: string;
let keptId: string;
beforeAll(async () => {
  house = await openHouse();
  officer = await givenPerson({ role: "officer" });
  things = await givenEveryThing(house);
  goneId = things.employer.companyId ?? "";
  keptId = (await givenRecruiter("verified", "Résidence gardée")).companyId;
  await CompanyModel.updateOne(
    { _id: goneId },
    {
      $set: { sector: "Santé", nextAction: { what: "rappeler", on: "2026-12-01", officerId: officer.id } },
      $push: { contacts: { id: newId(), name: "Odile Vert", mayBeCalled: true, email: "odile@exemple.invalid" } },
    },
  );
  await CvModel.updateOne({ accountId: things.candidate.id }, { $set: { blockedCompanyIds: [goneId] } });
  await asks(house, officer).post(`/bureau/entreprises/${goneId}/fil`, { kind: "visit", text: "vu l’atelier" });
  await asks(house, officer).post(`/bureau/entreprises/${keptId}/fil`, { kind: "call", text: "appelé" });
});
afterAll(() => house.close());

const path = () => `/bureau/entreprises/doublons/${keptId}/${goneId}`;
const form = async () => {
  const version = async (id: string) => (await CompanyModel.findById(id).orFail()).updatedAt.toISOString();
  return { keptId, shownOne: await version(keptId), shownOther: await version(goneId) };
};
const merges = () => CompanyMergeModel.find().sort({ createdAt: -1 }).lean();

/** Everything that names one of the two companies, without what each change stamps. */
const picture = async () => {
  const timeless = (value: unknown) =>
    JSON.parse(
      JSON.stringify(value, (key, one) =>
        ["updatedAt", "version", "effects", "basis"].includes(key) ? undefined : one,
      ),
    );
  const found: Record<string, unknown> = {};
  for (const part of companyParts)
    for (const from of [keptId, goneId])
      found[`${part.name} ${from === keptId ? "kept" : "gone"}`] = (
        await part.find({ from, to: from === keptId ? goneId : keptId })
      ).sort();
  const companies = await CompanyModel.find({ _id: anyOf([keptId, goneId]) })
    .sort({ _id: 1 })
    .lean();
  return timeless({ found, companies });
};

describe("names that look alike", () => {
  it.each([
    ["S.A.R.L. Garage de la Côte", "garage cote"],
    ["Éts Durand & Fils SAS", "durand fils"],
    ["La SAS", "sas"],
  ])("%s is %s", (name, key) => expect(companyKey(name)).toBe(key));

  it("are alike with a letter more, and not with another word", () => {
    expect(nameLikeness("biscuiterie odette", "biscuiterie odete")).toBeGreaterThan(0.82);
    expect(nameLikeness("garage cote", "garage pont")).toBeLessThan(0.82);
  });
});

describe("two files of one company", () => {
  it("are found, and proposed no more once they are said to be two", async () => {
    const twin = (await givenRecruiter("verified", "SARL RESIDENCE GARDEE")).companyId;
    const proposed = async () =>
      (await asks(house, officer).get("/bureau/entreprises/doublons")).text.includes(`doublons/${keptId}/${twin}`);
    const found = await proposed();
    await asks(house, officer).post(`/bureau/entreprises/doublons/${keptId}/${twin}/autres`);

    expect([found, await proposed()]).toEqual([true, false]);
  });

  it("are shown side by side with what each holds", async () => {
    const page = await asks(house, officer).get(path());

    expect(page.text).toContain("Résidence gardée");
    expect(page.text).toContain("Odile Vert");
  });

  it("become one with all that names them, then two again as they were", async () => {
    const before = await picture();
    const typed = await form();
    const stale = await asks(house, officer).post(path(), { ...typed, shownOne: "2020-01-01T00:00:00.000Z" });
    const [first, second] = [
      await asks(house, officer).post(path(), typed),
      await asks(house, officer).post(path(), typed),
    ];
    await house.drain();

    const kept = await CompanyModel.findById(keptId).orFail();
    const [offer] = await OfferModel.find({ companyId: keptId }).lean();
    const [merge] = await merges();
    expect([stale.status, first.status, second.status]).toEqual([409, 303, 409]);
    expect(await CompanyModel.findById(goneId)).toBeNull();
    expect(kept).toMatchObject({ name: "Résidence gardée", sector: "Santé", nextAction: { what: "rappeler" } });
    expect(kept.contacts.map(({ name }) => name)).toContain("Odile Vert");
    expect(kept.notes.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["vu l’atelier", "appelé", expect.stringContaining("Fiche réunie")]),
    );
    expect(kept.establishments).toHaveLength(1);
    expect(offer?.companyName).toBe("Résidence gardée");
    expect((await AccountModel.findById(things.employer.id))?.companyId?.toHexString()).toBe(keptId);
    expect(await PositioningModel.countDocuments({ companyId: goneId })).toBe(0);
    expect(await JobDatingModel.countDocuments({ "companies.companyId": goneId })).toBe(0);
    expect((await CvModel.findOne({ accountId: things.candidate.id }))?.blockedCompanyIds.map(String)).toEqual([
      keptId,
    ]);
    expect((await asks(house, await signedInAgain(things.employer)).get("/employeur/offres")).text).toContain(
      offer?.title,
    );
    expect((await asks(house, officer).get(`/bureau/entreprises/${goneId}`)).headers.location).toContain(keptId);

    for (const _ of [1, 2]) await asks(house, officer).post(`/bureau/entreprises/fusions/${merge?._id}/annulation`);
    await house.drain();
    expect(await picture()).toEqual(before);
    expect((await merges())[0]).toMatchObject({ status: "undone", gone: null });
  });

  it("become one once, and can be two again, when several press in the same instant, whichever they keep", async () => {
    const before = await picture();
    const typed = await form();

    const presses = [typed, { ...typed, keptId: goneId }, typed, typed];
    const answers = await Promise.all(presses.map((one) => asks(house, officer).post(path(), one)));
    await house.drain();
    const [merge] = await merges();
    await asks(house, officer).post(`/bureau/entreprises/fusions/${merge?._id}/annulation`);
    await house.drain();

    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409]);
    expect(await picture()).toEqual(before);
  });

  it("end as one wherever the work is killed, and as two likewise", async () => {
    const before = await picture();
    await asks(house, officer).post(path(), await form());
    const mergeId = String((await merges())[0]?._id);
    await dieEverywhere((dying) => runMerge(dying)(mergeId, ""));
    await house.drain();
    const merged = await picture();
    await asks(house, officer).post(`/bureau/entreprises/fusions/${mergeId}/annulation`);
    await dieEverywhere((dying) => runUnmerge(dying)(mergeId, ""));
    await house.drain();

    expect(merged.companies).toHaveLength(1);
    expect(await picture()).toEqual(before);
  });

  it("stay one after a day, and what would undo it is forgotten", async () => {
    await asks(house, officer).post(path(), await form());
    await house.drain();
    letDaysPass(2);
    const mergeId = String((await merges())[0]?._id);
    const again = await signedInAgain(officer);
    const late = await asks(house, again).post(`/bureau/entreprises/fusions/${mergeId}/annulation`);
    const { closeMerges } = await import("#workers/companies/run-merge.ts");
    await closeMerges();
    setClock(now());
    setClock();

    expect(late.status).toBe(409);
    expect((await merges())[0]).toMatchObject({ status: "closed", gone: null });
  });

  it("are refused when one was refused, and to other roles", async () => {
    const { companyId: refusedId } = await givenRecruiter("refused", "Refusée d’Essai");
    const { companyId: otherId } = await givenRecruiter("verified", "Autre d’Essai");
    await givenPublished(house, await givenRecruiter("verified", "Tierce d’Essai"));
    const [one, two] = [await CompanyModel.findById(refusedId).orFail(), await CompanyModel.findById(otherId).orFail()];
    const typed = {
      keptId: otherId,
      shownOne: one.updatedAt.toISOString(),
      shownOther: two.updatedAt.toISOString(),
    };
    const url = `/bureau/entreprises/doublons/${refusedId}/${otherId}`;

    expect((await asks(house, officer).post(url, typed)).status).toBe(409);
    for (const role of ["candidate", "employer", "counsellor", "phoneAgent"] as const)
      expect((await asks(house, await givenPerson({ role })).post(url, typed)).status).toBe(404);
  });
});

/** Runs the work again and again, killed after one move, then two, then three… until it goes through. */
const dieEverywhere = async (run: (parts: typeof companyParts) => Promise<void>): Promise<void> => {
  for (let allowed = 0; ; allowed++) {
    let moves = 0;
    const mortal = companyParts.map((part) => ({
      ...part,
      move: async (...given: Parameters<typeof part.move>) => {
        if (moves++ >= allowed) throw new Error("killed");
        await part.move(...given);
      },
    }));
    const died = await run(mortal).then(
      () => false,
      () => true,
    );
    if (!died) return;
  }
};
