import { describe, expect, it } from "vitest";
import { wrongFields } from "#shared/kernel/wrong-fields.ts";
import { checkOffer } from "#shared/offers/check-offer.ts";
import { OfferDraft, RecordedOfferDraft } from "#shared/offers/offer-draft.ts";
import { contractTypes } from "#shared/offers/offer-words.ts";
import { idOf } from "#test/support/actors.ts";
import { anOfferDraft, typedOffer } from "./an-offer.ts";

const today = "2026-11-22";
const wrongIn = (typed: object): Record<string, string> => {
  const read = OfferDraft.safeParse({ ...typedOffer, ...typed });
  return read.success ? {} : wrongFields(read.error);
};

describe("an offer as typed", () => {
  it("is read with its money in cents and its empty fields absent", () => {
    const draft = OfferDraft.parse(typedOffer);

    expect(draft).toMatchObject({ payMin: 190_550, payMax: null, weeklyHours: 35, startsOn: null, withoutCar: false });
    expect(checkOffer(draft, { today })).toEqual({});
  });

  it.each([
    ["a missing title", { title: "" }, { title: "required" }],
    ["a title of four letters", { title: "Aide" }, { title: "too-short" }],
    ["a long title", { title: "a".repeat(121) }, { title: "too-long" }],
    ["a title in pieces", { title: ["a", "b"] }, { title: "not-text" }],
    ["an operator for a title", { title: { $ne: null } }, { title: "not-text" }],
    [
      "markup in a description",
      { description: `${"mot ".repeat(10)}<script>alert(1)</script>` },
      { description: "no-html" },
    ],
    ["100 kB of text", { description: "<a".repeat(50_000) }, { description: "too-long" }],
    ["an unknown contract", { contract: "slavery" }, { contract: "not-a-choice" }],
    ["no contract", { contract: undefined }, { contract: "required" }],
    ["no pay", { payMin: "" }, { payMin: "required" }],
    ["a pay in words", { payMin: "à négocier" }, { payMin: "not-a-number" }],
    ["no hours", { weeklyHours: "" }, { weeklyHours: "required" }],
    ["more hours than the law allows", { weeklyHours: "49" }, { weeklyHours: "out-of-range" }],
    ["no post", { posts: "0" }, { posts: "out-of-range" }],
    ["a day that does not exist", { startsOn: "2026-02-30" }, { startsOn: "not-a-date" }],
  ])("is refused with %s", (_, typed, wrong) => {
    expect(wrongIn(typed)).toEqual(wrong);
  });

  it("keeps a sign that is not markup", () => {
    expect(wrongIn({ description: "Salaire > SMIC, charges < 10 kg, 2 < 3 postes à pourvoir." })).toEqual({});
  });

  it("says who asked for it when an officer records it", () => {
    const read = RecordedOfferDraft.safeParse({ ...typedOffer, companyId: idOf(1) });

    expect(read.success ? {} : wrongFields(read.error)).toEqual({
      requestContact: "required",
      requestChannel: "required",
      requestOn: "required",
    });
  });
});

describe("the fields of an offer, together,", () => {
  it.each([
    ["pay one cent below the minimum", { payMin: 186_701 }, { payMin: "pay-below-minimum" }],
    ["pay the minimum to the cent", { payMin: 186_702 }, {}],
    ["have a highest pay below the lowest", { payMin: 200_000, payMax: 190_000 }, { payMax: "pay-max-below-min" }],
    ["take a month for an hour", { payPeriod: "hour" }, { payMin: "pay-too-high", payMax: "pay-too-high" }],
    ["start yesterday", { startsOn: "2026-11-21" }, { startsOn: "in-the-past" }],
    ["start today", { startsOn: today }, {}],
    ["start in three years", { startsOn: "2029-11-22" }, { startsOn: "too-far" }],
    ["end yesterday", { expiresOn: "2026-11-21" }, { expiresOn: "in-the-past" }],
    ["stay open a year", { expiresOn: "2027-11-22" }, { expiresOn: "too-far" }],
    ["give a CDI an end", { durationMonths: 6 }, { durationMonths: "permanent-has-no-end" }],
    ["give a CDD none", { contract: "cdd" }, { durationMonths: "required" }],
    [
      "offer a CLIS of 24 hours and 3 months",
      { contract: "clis", weeklyHours: 24, durationMonths: 3 },
      { weeklyHours: "clis-too-few-hours", durationMonths: "clis-too-short" },
    ],
    ["name an occupation that is none", { occupation: "Z9999" }, { occupation: "unknown-occupation" }],
    ["ask for a skill that is none", { requiredSkills: ["voler"] }, { requiredSkills: "unknown-skill" }],
    [
      "ask for a licence that is none",
      { appreciatedLicences: ["permis-z"] },
      { appreciatedLicences: "unknown-licence" },
    ],
  ] as const)("may (or may not) %s", (_, given, wrong) => {
    expect(checkOffer(anOfferDraft(given as Partial<OfferDraft>), { today })).toEqual(wrong);
  });

  it("owe the rate of the day the work starts", () => {
    const rates = [
      { from: "2026-06-01", hourlyCents: 1231 },
      { from: "2027-01-01", hourlyCents: 1250 },
    ];
    const draft = anOfferDraft({ payMin: 1231, payPeriod: "hour" });

    expect(checkOffer(draft, { today, rates })).toEqual({});
    expect(checkOffer({ ...draft, startsOn: "2027-01-01" }, { today, rates })).toEqual({ payMin: "pay-below-minimum" });
  });

  it.each(contractTypes)("never let a %s escape the minimum by mistake", (contract) => {
    const wrong = checkOffer(anOfferDraft({ contract, payMin: 60_000, durationMonths: null }), { today });

    expect(wrong.payMin).toBe(["apprenticeship", "internship"].includes(contract) ? undefined : "pay-below-minimum");
  });
});
