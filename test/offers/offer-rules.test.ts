import { describe, expect, it } from "vitest";
import type { Day } from "#shared/kernel/calendar.ts";
import { defaultExpiry, extendedExpiry, isOpen, isPublic } from "#shared/offers/offer-life.ts";
import {
  canEditOffer,
  canExtendOffer,
  canMoveOffer,
  canRecordOffers,
  canSeeEmployer,
  canSeeOfferFile,
  canWriteOffers,
  offerPageFor,
  publicationObstacle,
  publishedAs,
} from "#shared/offers/offer-rules.ts";
import { offerStatuses } from "#shared/offers/offer-words.ts";
import { candidateId, everyone, whoMay } from "#test/support/actors.ts";
import { anOffer } from "./an-offer.ts";

const today: Day = "2026-11-22";
const all = Object.keys(everyone);
const staff = ["officer", "counsellor", "phoneAgent", "admin"];
const keepers = ["employer", "officer", "admin"];
const shownTo = (given: Parameters<typeof anOffer>[0]): string[] =>
  whoMay((actor) => offerPageFor(actor, anOffer(given), today) === "shown");
const goneFor = (given: Parameters<typeof anOffer>[0]): string[] =>
  whoMay((actor) => offerPageFor(actor, anOffer(given), today) === "gone");

describe("an offer is open", () => {
  it("until the end of its last day", () => {
    const offer = anOffer({ expiresOn: "2026-11-22" });

    expect(isOpen(offer, "2026-11-22")).toBe(true);
    expect(isOpen(offer, "2026-11-23")).toBe(false);
  });

  it.each(offerStatuses.filter((status) => status !== "published"))("never while it is %s", (status) => {
    expect(isOpen(anOffer({ status }), today)).toBe(false);
  });

  it("to anyone unless it is exclusive", () => {
    expect(isPublic(anOffer(), today)).toBe(true);
    expect(isPublic(anOffer({ exclusive: true }), today)).toBe(false);
  });
});

describe("the page of an offer", () => {
  it("is shown to everyone while it is open", () => {
    expect(shownTo({})).toEqual(all);
  });

  it.each(["draft", "pending"] as const)("is missing for all but its company and staff while %s", (status) => {
    expect(shownTo({ status, publishedAt: null })).toEqual(["employer", ...staff]);
    expect(goneFor({ status, publishedAt: null })).toEqual([]);
  });

  it.each(["suspended", "filled", "cancelled", "expired"] as const)("says that it is gone once %s", (status) => {
    expect(shownTo({ status })).toEqual(["employer", ...staff]);
    expect(goneFor({ status })).toEqual(all.filter((name) => !["employer", ...staff].includes(name)));
  });

  it("is missing for all but staff, its company and those positioned when it is exclusive", () => {
    expect(shownTo({ exclusive: true })).toEqual(["employer", ...staff]);
    expect(goneFor({ exclusive: true, status: "filled" })).toEqual([]);
    expect(shownTo({ exclusive: true, positionedAccountIds: [candidateId] })).toEqual([
      "candidate",
      "employer",
      ...staff,
    ]);
    expect(goneFor({ exclusive: true, status: "filled", positionedAccountIds: [candidateId] })).toEqual(["candidate"]);
  });

  it("names a hidden employer only to those who hold its file", () => {
    expect(whoMay((actor) => canSeeEmployer(actor, anOffer({ employerShown: false })))).toEqual(["employer", ...staff]);
    expect(whoMay((actor) => canSeeEmployer(actor, anOffer()))).toEqual(all);
  });
});

describe("an offer belongs", () => {
  it("to its company and to officers, who write and move it", () => {
    expect(whoMay((actor) => canMoveOffer(actor, anOffer(), "suspended"))).toEqual(keepers);
    expect(whoMay((actor) => canExtendOffer(actor, anOffer()))).toEqual(keepers);
    expect(whoMay((actor) => canSeeOfferFile(actor, anOffer()))).toEqual(["employer", ...staff]);
    expect(whoMay(canWriteOffers)).toEqual(["employer", "otherEmployer", "officer", "admin"]);
    expect(whoMay(canRecordOffers)).toEqual(["officer", "admin"]);
  });

  it("to nobody's pen once it is closed", () => {
    const editable = offerStatuses.filter(
      (status) => whoMay((actor) => canEditOffer(actor, anOffer({ status }))).length > 0,
    );

    expect(editable).toEqual(["draft", "pending", "published", "suspended", "expired"]);
  });

  it("to the clock when it expires: no person may say so", () => {
    expect(whoMay((actor) => canMoveOffer(actor, anOffer(), "expired"))).toEqual([]);
  });
});

describe("an offer is published", () => {
  const verified = { status: "verified" } as const;

  it("at once for a verified company, after moderation for the others", () => {
    expect(publishedAs(verified)).toBe("published");
    expect(publishedAs({ status: "pending" })).toBe("pending");
    expect(publishedAs({ status: "refused" })).toBe("pending");
  });

  it("only when someone asked for it, its last day is ahead and its company is known", () => {
    expect(publicationObstacle(anOffer(), { company: verified, today })).toBeNull();
    expect(publicationObstacle(anOffer(), { company: { status: "pending" }, today })).toBe("company-not-verified");
    expect(publicationObstacle(anOffer({ request: null }), { company: verified, today })).toBe(
      "publication-not-requested",
    );
    expect(publicationObstacle(anOffer({ expiresOn: "2026-11-21" }), { company: verified, today })).toBe(
      "offer-is-over",
    );
  });
});

describe("the last day of an offer", () => {
  it("is 60 days away, and 30 more with one press", () => {
    expect(defaultExpiry(today)).toBe("2027-01-21");
    expect(extendedExpiry({ expiresOn: "2026-12-01" }, today)).toBe("2026-12-31");
  });

  it("counts from today when it has passed", () => {
    expect(extendedExpiry({ expiresOn: "2026-10-01" }, today)).toBe("2026-12-22");
  });

  it("is never more than 120 days away, and never comes nearer", () => {
    expect(extendedExpiry({ expiresOn: "2027-03-20" }, today)).toBe("2027-03-22");
    expect(extendedExpiry({ expiresOn: "2027-06-01" }, today)).toBe("2027-06-01");
  });
});
