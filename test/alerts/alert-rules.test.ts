import { describe, expect, it } from "vitest";
import type { AlertQuery } from "#shared/alerts/alert.ts";
import { asksSomething, isAwake } from "#shared/alerts/alert-rules.ts";
import { tulle } from "#test/offers/an-offer.ts";

const at = new Date("2026-11-22T06:00:00Z");

const nothing: AlertQuery = {
  text: "",
  commune: null,
  radiusKm: null,
  contracts: [],
  schedules: [],
  families: [],
  occupations: [],
  communes: [],
  remote: [],
  withoutCar: false,
  payPerHour: null,
};

describe("an alert", () => {
  it.each([
    ["active", null, true],
    ["unconfirmed", null, false],
    ["stopped", null, false],
    ["paused", null, false],
    ["paused", "2026-11-22T06:00:00.000Z", true],
    ["paused", "2026-11-22T06:00:01.000Z", false],
  ] as const)("that is %s until %s writes: %s", (status, pausedUntil, writes) => {
    expect(isAwake({ status, pausedUntil }, at)).toBe(writes);
  });

  it.each([
    ["nothing", nothing, false],
    ["blanks", { ...nothing, text: "  ", radiusKm: 20 }, false],
    ["words", { ...nothing, text: "soudeur" }, true],
    ["a place", { ...nothing, commune: tulle }, true],
    ["a contract", { ...nothing, contracts: ["cdi"] as const }, true],
    ["no car", { ...nothing, withoutCar: true }, true],
  ])("that asks for %s is kept or not", (_, query, kept) => {
    expect(asksSomething(query as AlertQuery)).toBe(kept);
  });
});
