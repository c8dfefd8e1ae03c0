import { describe, expect, it } from "vitest";
import { foldSiret, isSiret, Siret, sirenOf, spokenSiret } from "#shared/companies/siret.ts";

describe("a SIRET is right", () => {
  it.each([
    ["of the textbook", "73282932000074"],
    ["of an establishment of INSEE", "12002701600563"],
    ["of the head office of La Poste", "35600000000048"],
    ["of a post office, whose digits add up to 20", "35600000000051"],
  ])("when it is that %s", (_, siret) => {
    expect(isSiret(siret)).toBe(true);
  });

  it.each([
    ["has one wrong digit", "73282932000075"],
    ["has two digits swapped", "73282932000047"],
    ["has thirteen digits", "7328293200007"],
    ["has fifteen digits", "732829320000740"],
    ["is all zeros", "00000000000000"],
    ["has a letter", "7328293200007A"],
    ["is empty", ""],
    ["is of La Poste and adds up to 29", "35600000000069"],
    ["adds up to a multiple of five but is not of La Poste", "73282932000072"],
  ])("never when it %s", (_, siret) => {
    expect(isSiret(siret)).toBe(false);
  });

  it("for no other last digit than its own", () => {
    const right = Array.from({ length: 10 }, (_, digit) => `7328293200007${digit}`).filter(isSiret);

    expect(right).toEqual(["73282932000074"]);
  });
});

describe("a SIRET as typed", () => {
  it("may hold spaces, points and dashes", () => {
    expect(foldSiret(" 732 829 320.000-74 ")).toBe("73282932000074");
    expect(Siret.parse("732 829 320 00074")).toBe("73282932000074");
  });

  it.each([
    ["", "required"],
    [undefined, "required"],
    ["732 829 320 00075", "not-a-siret"],
    [{ $ne: null }, "not-a-siret"],
    [["73282932000074"], "not-a-siret"],
    ["7".repeat(100_000), "not-a-siret"],
  ])("is refused with a stable code (%j)", (typed, code) => {
    expect(Siret.safeParse(typed).error?.issues[0]?.message).toBe(code);
  });

  it("is printed as people read it, and names its company by nine digits", () => {
    expect(spokenSiret("73282932000074")).toBe("732 829 320 00074");
    expect(sirenOf("73282932000074")).toBe("732829320");
  });
});
