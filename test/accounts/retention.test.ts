import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { PastOutcomeModel } from "#server/accounts/past-outcome-model.ts";
import { ApplicationModel } from "#server/applications/application-model.ts";
import { ContactRequestModel } from "#server/cvs/contact-request-model.ts";
import { CvModel } from "#server/cvs/cv-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { personalParts } from "#server/personal-parts.ts";
import { setClock } from "#server/platform/clock.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { listMails } from "#server/platform/mail/transport.ts";
import { retentionStep } from "#shared/accounts/retention-rules.ts";
import { givenApplication } from "#test/applications/given-hiring.ts";
import { givenSeeker, type Seeker } from "#test/support/given-cvs.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";
import { performRetention } from "#workers/accounts/perform-retention.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
afterEach(() => setClock());

const start = Date.parse("2024-03-01T09:00:00Z");
const onDay = (day: number): void => setClock(new Date(start + day * 86_400_000));

/** What the night of this day does; twice, for a job may run again. */
const night = async (day: number): Promise<void> => {
  onDay(day);
  await performRetention(personalParts);
  await performRetention(personalParts);
  await house.drain();
};

const seekerOnDayZero = (): Promise<Seeker> => {
  onDay(0);
  return givenSeeker();
};

const noticesTo = async (email: string): Promise<number> =>
  DispatchModel.countDocuments({ to: email, kind: "retention-notice" });
const isThere = async ({ id }: { id: string }): Promise<boolean> => (await AccountModel.exists({ _id: id })) !== null;

describe("somebody who does not come back", () => {
  it("hears nothing at 699 days, one mail at 700, and is gone at 730, each night run twice", async () => {
    const seeker = await seekerOnDayZero();
    const seen: unknown[] = [];
    for (const day of [699, 700, 701, 729, 730]) {
      await night(day);
      seen.push([day, await isThere(seeker), await noticesTo(seeker.email)]);
    }

    expect(seen).toEqual([
      [699, true, 0],
      [700, true, 1],
      [701, true, 1],
      [729, true, 1],
      [730, false, 0],
    ]);
    expect(await CvModel.exists({ accountId: seeker.id })).toBeNull();
  });

  it("is told the day and given one button that keeps everything", async () => {
    const seeker = await seekerOnDayZero();
    await night(700);
    const mail = (await listMails()).find(({ to }) => to === seeker.email);
    const path = /\/garder-mon-compte\/\S+/.exec(mail?.text ?? "")?.[0] ?? "";
    const looks = await Promise.all([1, 2].map(() => asks(house).get(path)));
    await night(705);
    const before = await AccountModel.findById(seeker.id).lean();
    const kept = await asks(house).post(path);
    await night(730);

    expect(mail?.text).toMatch(/dimanche 1er\smars 2026/);
    expect(looks.map(({ status }) => status)).toEqual([200, 200]);
    expect(before?.noticedAt).not.toBeNull();
    expect(kept.status).toBe(303);
    expect([await isThere(seeker), await noticesTo(seeker.email)]).toEqual([true, 1]);
    await night(705 + 729);
    expect([await isThere(seeker), await noticesTo(seeker.email)]).toEqual([true, 2]);
    await night(705 + 729 + 30);
    expect(await isThere(seeker)).toBe(false);
    expect((await asks(house).get(path)).status).toBe(410);
  });

  it("starts again from zero when they sign in", async () => {
    const seeker = await seekerOnDayZero();
    await night(700);
    onDay(720);
    await asks(house).post("/connexion", { email: seeker.email });
    await house.drain();
    const mail = (await listMails()).find(({ to, subject }) => to === seeker.email && /code/.test(subject));
    const code = /\d{6}/.exec(mail?.subject ?? "")?.[0] ?? "";
    const page = await asks(house).post("/connexion", { email: seeker.email });
    await house.drain();
    const newest = (await listMails()).find(({ to, subject }) => to === seeker.email && /code/.test(subject));
    const entered = await asks(house).post(page.headers.location ?? "", {
      code: /\d{6}/.exec(newest?.subject ?? code)?.[0] ?? "",
    });
    await night(730);

    expect(entered.status).toBe(303);
    expect(await isThere(seeker)).toBe(true);
    expect((await AccountModel.findById(seeker.id).lean())?.noticedAt).toBeNull();
  });

  it("has thirty days from the notice, however late it left", async () => {
    const seeker = await seekerOnDayZero();
    await night(900);
    await night(929);
    const during = await isThere(seeker);
    await night(930);

    expect([during, await isThere(seeker)]).toEqual([true, false]);
  });

  it("is an employer too, and never a colleague", async () => {
    onDay(0);
    const employer = await givenPerson({ role: "employer" });
    const officer = await givenPerson({ role: "officer" });
    await night(700);
    await night(730);

    expect([await isThere(employer), await isThere(officer)]).toEqual([false, true]);
  });
});

describe("somebody who comes", () => {
  it("keeps their account, but not what is older than two years", async () => {
    onDay(0);
    const { candidate, id, offer } = await givenApplication(house);
    await ContactRequestModel.create({
      cvId: id,
      accountId: candidate.id,
      companyId: offer.companyId,
      companyName: "Ancienne fictive",
      employerAccountId: id,
      message: "canari",
      status: "declined",
      askedAt: new Date(start),
    });
    await OfferModel.updateOne(
      { _id: offer.id },
      { $set: { request: { contactName: "Nadège Roux", channel: "phone", on: "2020-01-15" } } },
    );
    onDay(600);
    await AccountModel.updateOne({ _id: candidate.id }, { $set: { lastSeenAt: new Date(start + 600 * 86_400_000) } });
    const outcomes = await PastOutcomeModel.countDocuments();
    await night(729);
    const during = await ApplicationModel.countDocuments({ _id: id });
    await night(732);

    expect(during).toBe(1);
    expect(await ApplicationModel.countDocuments({ _id: id })).toBe(0);
    expect(await ContactRequestModel.countDocuments({ accountId: candidate.id })).toBe(0);
    expect(await PastOutcomeModel.countDocuments()).toBe(outcomes + 1);
    expect((await OfferModel.findById(offer.id).lean())?.request).toBeNull();
    expect(await isThere(candidate)).toBe(true);
  });
});

describe("the rule of retention", () => {
  const at = (days: number): Date => new Date(start + days * 86_400_000);
  const created = at(0);

  it.each([
    ["never seen since its creation", { createdAt: created, lastSeenAt: null, noticedAt: null }, 700, "notice"],
    ["seen later than created", { createdAt: created, lastSeenAt: at(100), noticedAt: null }, 700, "keep"],
    ["told, not yet at term", { createdAt: created, lastSeenAt: null, noticedAt: at(700) }, 729, "keep"],
    ["told, at term", { createdAt: created, lastSeenAt: null, noticedAt: at(700) }, 730, "erase"],
    ["at term, told yesterday", { createdAt: created, lastSeenAt: null, noticedAt: at(729) }, 730, "keep"],
    ["never told", { createdAt: created, lastSeenAt: null, noticedAt: null }, 5000, "notice"],
  ] as const)("for an account %s", (_what, account, day, step) => {
    expect(retentionStep(account, at(day))).toBe(step);
  });
});
