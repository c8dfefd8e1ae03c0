import { describe, expect, it } from "vitest";
import {
  sayAgo,
  sayCount,
  sayDay,
  sayEuros,
  sayKm,
  sayList,
  sayMoment,
  sayNumber,
  saySince,
} from "#client/kernel/say.tsx";

const thin = (text: string): string => text.replace(/\u00a0/g, "_");

describe("a number is said", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [1905, "1_905"],
    [1_234_567, "1_234_567"],
    [3.5, "3,5"],
    [1234.5678, "1_234,5678"],
  ])("%d as %s", (value, said) => {
    expect(thin(sayNumber(value))).toBe(said);
  });

  it.each([
    [190_500, "1_905_€"],
    [1231, "12,31_€"],
    [1205, "12,05_€"],
    [0, "0_€"],
  ])("in euros, %d cents as %s", (cents, said) => {
    expect(thin(sayEuros(cents))).toBe(said);
  });

  it("in the singular up to one, as French does", () => {
    expect(sayCount(0, "offre", "offres")).toBe("0 offre");
    expect(sayCount(1, "offre", "offres")).toBe("1 offre");
    expect(sayCount(2, "offre", "offres")).toBe("2 offres");
  });

  it("as a distance in whole kilometres", () => {
    expect(sayKm(0.4)).toBe("moins de 1 km");
    expect(sayKm(26.6)).toBe("27 km");
  });
});

describe("a day is said", () => {
  it("in full, with its year only when it is another one", () => {
    expect(sayDay("2026-12-03", "2026-11-22")).toBe("jeudi 3 décembre");
    expect(sayDay("2027-01-04", "2026-11-22")).toBe("lundi 4 janvier 2027");
  });

  it("with “1er” for the first of a month, and for no other", () => {
    expect(sayDay("2026-12-01")).toBe("mardi 1er décembre");
    expect(sayDay("2026-12-21")).toBe("lundi 21 décembre");
  });

  it("with its hour in Paris, summer and winter", () => {
    expect(sayMoment("2026-12-03T08:00:00Z")).toBe("jeudi 3 décembre, 9\u00a0h");
    expect(sayMoment("2026-07-03T07:30:00Z")).toBe("vendredi 3 juillet, 9\u00a0h\u00a030");
  });

  it.each([
    ["2026-11-22", "aujourd’hui"],
    ["2026-11-21", "hier"],
    ["2026-11-17", "il y a 5 jours"],
    ["2026-09-22", "il y a 2 mois"],
    ["2024-11-01", "il y a 2 ans"],
    ["2026-11-25", "dans 3 jours"],
  ])("by its age: %s is %s", (day, said) => {
    expect(sayAgo(day, "2026-11-22")).toBe(said);
  });
});

describe("a wait is said", () => {
  const at = new Date("2026-11-22T10:00:00Z");

  it.each([
    ["2026-11-22T09:59:30Z", "à l’instant"],
    ["2026-11-22T09:20:00Z", "depuis 40 min"],
    ["2026-11-22T07:59:00Z", "depuis 2 h"],
    ["2026-11-21T09:00:00Z", "depuis hier"],
    ["2026-11-19T22:59:00Z", "depuis 3 jours"],
  ])("from %s as %s", (since, said) => {
    expect(saySince(since, at)).toBe(said);
  });
});

it("a list ends with “et”", () => {
  expect(sayList(["Tulle", "Brive", "Ussel"])).toBe("Tulle, Brive et Ussel");
  expect(sayList(["Tulle"])).toBe("Tulle");
});
