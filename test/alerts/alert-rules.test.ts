import { describe, expect, it } from "vitest";
import { type AlertQuery, alertStatuses } from "#shared/alerts/alert.ts";
import { alertMayBecome, asksSomething, canChangeAlert, canSeeAlert, isAwake } from "#shared/alerts/alert-rules.ts";
import { tulle } from "#test/offers/an-offer.ts";
import { candidateId, whoMay } from "#test/support/actors.ts";

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
  it("moves only along the roads drawn, and never again once stopped", () => {
    const moves = alertStatuses.flatMap((from) =>
      alertStatuses.filter((to) => alertMayBecome(from, to)).map((to) => `${from} > ${to}`),
    );

    expect(moves).toEqual([
      "unconfirmed > active",
      "unconfirmed > stopped",
      "active > paused",
      "active > stopped",
      "paused > active",
      "paused > stopped",
    ]);
  });

  it("is changed by its owner, and seen by staff besides", () => {
    const alert = { accountId: candidateId, status: "active" } as const;

    expect(whoMay((actor) => canChangeAlert(actor, alert))).toEqual(["candidate"]);
    expect(whoMay((actor) => canChangeAlert(actor, { ...alert, status: "stopped" }))).toEqual([]);
    expect(whoMay((actor) => canSeeAlert(actor, alert))).toEqual([
      "candidate",
      "officer",
      "counsellor",
      "phoneAgent",
      "admin",
    ]);
  });

  it("of an address alone belongs to nobody who signs in", () => {
    expect(whoMay((actor) => canChangeAlert(actor, { accountId: null, status: "active" }))).toEqual([]);
  });

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
