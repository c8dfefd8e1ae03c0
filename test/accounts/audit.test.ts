import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import mongoose from "mongoose";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { forgetOldAudit, verifyAuditChain } from "#server/accounts/audit-chain.ts";
import { AuditModel, AuditStateModel } from "#server/accounts/audit-model.ts";
import { pseudonymOf } from "#server/accounts/pseudonym.ts";
import { recordAudit } from "#server/accounts/record-audit.ts";
import { now, setClock } from "#server/platform/clock.ts";
import { log } from "#server/platform/log.ts";
import { givenDraft, givenRecruiter } from "#test/support/given-companies.ts";
import { givenSeeker } from "#test/support/given-cvs.ts";
import { givenDesk, givenProposed, positioningOf } from "#test/support/given-positionings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";
import { checkAudit } from "#workers/accounts/check-audit.ts";

let house: House;
let admin: Person;
beforeAll(async () => {
  house = await openHouse();
  admin = await givenPerson({ role: "admin" });
});
afterAll(() => house.close());
beforeEach(() => emptied());
afterEach(() => setClock());

const emptied = async (): Promise<void> => {
  await AuditModel.collection.deleteMany({});
  await AuditStateModel.deleteMany({});
};

const rows = () => AuditModel.find().sort({ sequence: 1 }).lean();
const someone = "5".repeat(24);
const givenRows = async (count: number): Promise<void> => {
  for (let at = 0; at < count; at++) await recordAudit({ act: "identity-read", by: null, of: someone });
};

describe("the audit log", () => {
  it("cannot be changed or shortened by the product's own code", async () => {
    await givenRows(1);

    await expect(AuditModel.updateOne({ sequence: 1 }, { $set: { detail: "x" } })).rejects.toThrow("append-only");
    await expect(AuditModel.deleteMany({})).rejects.toThrow("append-only");
    await expect(AuditModel.findOneAndDelete({ sequence: 1 })).rejects.toThrow("append-only");
  });

  it("is one chain though 3 processes write 120 rows at once", { timeout: 60_000 }, async () => {
    const store = new URL(inject("storeUrl"));
    store.pathname = `/${mongoose.connection.name}`;
    const file = fileURLToPath(new URL("./lonely-recorder.ts", import.meta.url));
    const children = [1, 2].map(() => spawn(process.execPath, ["--import", "tsx", file, store.href, "40"]));
    const gone = children.map((child) => new Promise((resolve) => child.once("exit", resolve)));
    await Promise.all(Array.from({ length: 40 }, () => recordAudit({ act: "identity-read", by: null, of: someone })));
    const codes = await Promise.all(gone);

    expect(codes).toEqual([0, 0]);
    expect(await verifyAuditChain()).toEqual({ rows: 120, brokenAt: null, why: null });
    expect((await rows()).map(({ sequence }) => sequence)).toEqual(Array.from({ length: 120 }, (_, at) => at + 1));
  });

  it.each([
    ["a row changed", () => AuditModel.collection.updateOne({ sequence: 3 }, { $set: { detail: "x" } }), 3, "altered"],
    ["a row removed", () => AuditModel.collection.deleteOne({ sequence: 3 }), 3, "missing"],
    ["its end cut off", () => AuditModel.collection.deleteMany({ sequence: { $gt: 4 } }), 5, "cut"],
  ] as const)("shows %s, and the night's task fails", async (_what, tamper, brokenAt, why) => {
    await givenRows(6);
    await verifyAuditChain();
    await tamper();

    expect(await verifyAuditChain()).toMatchObject({ brokenAt, why });
    log.level = "silent";
    await expect(checkAudit()).rejects.toThrow(`ligne ${brokenAt}`);
    log.level = "error";
    const page = await asks(house, admin).get("/admin/journal");
    expect(page.text).toContain(`Le journal n’est pas entier : voyez la ligne ${brokenAt}.`);
  });

  it("shows that it was written anew from the start", async () => {
    await givenRows(3);
    await verifyAuditChain();
    await AuditModel.collection.deleteMany({});
    await givenRows(3);

    expect(await verifyAuditChain()).toMatchObject({ brokenAt: 3, why: "rewritten" });
  });

  it("keeps twelve months, and stays whole after the older rows went", async () => {
    setClock(new Date("2025-01-10T08:00:00Z"));
    await givenRows(3);
    setClock(new Date("2026-01-09T08:00:00Z"));
    await givenRows(2);
    const early = await forgetOldAudit();
    setClock(new Date("2026-01-10T08:00:01Z"));

    expect([early, await forgetOldAudit(), await forgetOldAudit()]).toEqual([0, 3, 0]);
    expect(await verifyAuditChain()).toEqual({ rows: 2, brokenAt: null, why: null });
    setClock(new Date("2027-06-01T08:00:00Z"));
    await forgetOldAudit();
    await givenRows(1);
    expect((await rows()).map(({ sequence }) => sequence)).toEqual([6]);
    expect(await verifyAuditChain()).toMatchObject({ rows: 1, brokenAt: null });
  });
});

describe("a sensitive act", () => {
  const acts = async (): Promise<unknown[]> =>
    (await rows()).map(({ act, actor, person, detail }) => [act, actor, person, detail]);
  const by = (person: Person): string => pseudonymOf(person.id);

  it("is written once for a role, a closing and an opening, pressed twice or not", async () => {
    const person = await givenPerson();
    const at = `/admin/comptes/${person.id}`;
    for (const role of ["counsellor", "counsellor"]) await asks(house, admin).post(`${at}/role`, { role });
    for (const status of ["disabled", "disabled", "active"]) await asks(house, admin).post(`${at}/etat`, { status });
    await house.drain();
    await house.drain();

    expect(await acts()).toEqual([
      ["role-changed", by(admin), by(person), "counsellor"],
      ["account-disabled", by(admin), by(person), null],
      ["account-enabled", by(admin), by(person), null],
    ]);
  });

  it("is written for a company verified and an offer refused", async () => {
    const recruiter = await givenRecruiter("pending", "Nouvelle fictive");
    const offerId = await givenDraft(house, recruiter);
    await asks(house, recruiter).post(`/employeur/offres/${offerId}/publication`);
    const refusal = { reason: "Le salaire manque dans le texte de l’offre." };
    await asks(house, admin).post(`/admin/moderation/offres/${offerId}/refus`, refusal);
    await asks(house, admin).post(`/admin/moderation/entreprises/${recruiter.companyId}/verification`);
    await house.drain();

    expect((await rows()).map(({ act, thingId }) => [act, String(thingId)])).toEqual([
      ["offer-refused", offerId],
      ["company-verified", recruiter.companyId],
    ]);
  });

  it("is written when staff read who a person is, once an hour and a page, and not when recruiters or they do", async () => {
    const desk = await givenDesk(house);
    const seeker = await givenProposed(house, desk, await givenSeeker());
    const { id } = await positioningOf(desk.offerId, seeker.id);
    await emptied();
    for (const path of [`/cvtheque/${seeker.cvId}`, `/cvtheque/${seeker.cvId}`, `/bureau/positionnements/${id}`])
      await asks(house, desk.officer).get(path);
    await asks(house, desk.recruiter).get(`/cvtheque/${seeker.cvId}`);
    await asks(house, seeker).get("/mon-cv");
    setClock(new Date(now().getTime() + 3_700_000));
    await recordAudit({ act: "identity-read", by: null, of: someone });

    expect((await acts()).slice(0, -1)).toEqual([
      ["identity-read", by(desk.officer), by(seeker), "cv"],
      ["identity-read", by(desk.officer), by(seeker), "positioning"],
    ]);
  });
});

describe("the admin's page", () => {
  it("names colleagues, not people, and answers about one address", async () => {
    const officer = await givenPerson({ role: "officer", firstName: "Jeanne", lastName: "Faure-Fictive" });
    const seeker = await givenSeeker({}, { lastName: "Canari-Secret" });
    await asks(house, officer).get(`/cvtheque/${seeker.cvId}`);
    await givenRows(60);
    const all = await asks(house, admin).get("/admin/journal");
    const about = await asks(house, admin).get(`/admin/journal?qui=${seeker.email}&acte=identity-read`);
    const nobody = await asks(house, admin).get("/admin/journal?qui=personne@exemple.invalid");

    expect(all.text).toContain("Page 1 sur 2");
    expect(about.text).toContain("Jeanne Faure-Fictive");
    expect(about.text).toContain("1 ligne");
    expect(all.text + about.text).not.toContain("Canari-Secret");
    expect(nobody.text).toContain("Aucune ligne ne correspond");
  });

  it("reads the chain again when asked", async () => {
    await givenRows(2);
    const sent = await asks(house, admin).post("/admin/journal/controle");

    expect([sent.status, sent.headers.location]).toEqual([303, "/admin/journal"]);
    expect((await asks(house, admin).get("/admin/journal")).text).toContain("Relu et entier");
  });
});
