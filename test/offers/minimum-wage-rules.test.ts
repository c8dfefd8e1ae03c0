import { describe, expect, it } from "vitest";
import { hourlyMinimumOn, minimumPay, minimumWageBinds } from "#shared/offers/minimum-wage.ts";
import { contractTypes } from "#shared/offers/offer-words.ts";

describe("the minimum wage", () => {
  it.each([
    ["2024-11-01", 1188],
    ["2025-12-31", 1188],
    ["2026-01-01", 1202],
    ["2026-05-31", 1202],
    ["2026-06-01", 1231],
    ["2027-03-15", 1231],
    ["2023-01-01", 1188],
  ])("is on %s of %d cents an hour", (day, cents) => {
    expect(hourlyMinimumOn(day)).toBe(cents);
  });

  it.each([
    ["month", 35, "2026-06-01", 186_702],
    ["month", 35, "2026-01-01", 182_303],
    ["month", 20, "2026-06-01", 106_687],
    ["hour", 35, "2026-06-01", 1231],
    ["year", 35, "2026-06-01", 2_240_420],
  ] as const)("for a %s at %d hours a week from %s is %d cents", (period, weeklyHours, on, cents) => {
    expect(minimumPay({ period, weeklyHours, on })).toBe(cents);
  });

  it("follows a new decree added to the table", () => {
    const rates = [
      { from: "2026-06-01", hourlyCents: 1231 },
      { from: "2027-01-01", hourlyCents: 1250 },
    ];

    expect(hourlyMinimumOn("2027-01-01", rates)).toBe(1250);
  });

  it("binds every contract but apprenticeships and internships, everywhere but in Mayotte", () => {
    expect(contractTypes.filter((contract) => !minimumWageBinds({ contract, communeCode: "19272" }))).toEqual([
      "apprenticeship",
      "internship",
    ]);
    expect(minimumWageBinds({ contract: "cdi", communeCode: "97608" })).toBe(false);
  });
});
