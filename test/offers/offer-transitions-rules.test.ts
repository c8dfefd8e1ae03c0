import { describe, expect, it } from "vitest";
import { closedAs, closingReasonsOf, isClosed, offerHands, offerMayMove } from "#shared/offers/offer-transitions.ts";
import { closingReasons, offerStatuses } from "#shared/offers/offer-words.ts";
import { allowedMoves } from "#test/support/every-move.ts";

describe("an offer", () => {
  it("moves only along the roads drawn, by the hands named, and no other", () => {
    expect(allowedMoves(offerStatuses, offerHands, offerMayMove)).toEqual([
      "draft > pending: employer",
      "draft > published: employer, officer",
      "draft > cancelled: employer, officer",
      "pending > draft: employer, officer",
      "pending > published: officer, system",
      "pending > cancelled: employer, officer",
      "published > suspended: employer, officer, system",
      "published > filled: employer, officer",
      "published > cancelled: employer, officer",
      "published > expired: system",
      "suspended > published: employer, officer",
      "suspended > filled: employer, officer",
      "suspended > cancelled: employer, officer",
      "suspended > expired: system",
      "expired > published: employer, officer",
      "expired > filled: employer, officer",
      "expired > cancelled: employer, officer",
    ]);
  });

  it("is over once filled or cancelled, and then only", () => {
    expect(offerStatuses.filter(isClosed)).toEqual(["filled", "cancelled"]);
  });

  it("is closed by each reason in one way", () => {
    expect(closingReasons.filter((reason) => closedAs(reason) === "filled")).toEqual(closingReasonsOf.filled);
    expect(closingReasons.filter((reason) => closedAs(reason) === "cancelled")).toEqual(closingReasonsOf.cancelled);
  });
});
