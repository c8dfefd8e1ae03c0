import { describe, expect, it } from "vitest";
import { type Application, applicationStatuses } from "#shared/applications/application.ts";
import {
  canApply,
  canMoveApplication,
  canNudge,
  canReadApplicationCv,
  canSeeApplication,
  canWithdraw,
  nextDeadline,
} from "#shared/applications/application-rules.ts";
import {
  applicationHands,
  applicationMayMove,
  isOpenApplication,
} from "#shared/applications/application-transitions.ts";
import { offerStatuses } from "#shared/offers/offer-words.ts";
import { anOffer } from "#test/offers/an-offer.ts";
import { candidateId, companyId, whoMay } from "#test/support/actors.ts";
import { allowedMoves } from "#test/support/every-move.ts";

const today = "2026-11-22";
/** Not counsellors: they see the people who said yes to them, and through that alone. */
const staff = ["officer", "phoneAgent", "admin"];
const anApplication = (given: Partial<Application> = {}) =>
  ({ accountId: candidateId, companyId, status: "new", nudgedAt: null, ...given }) as const;

describe("an application", () => {
  it("moves only along the roads drawn, by the hands named, and no other", () => {
    expect(allowedMoves(applicationStatuses, applicationHands, applicationMayMove)).toEqual([
      "new > seen: employer",
      "new > interview: employer",
      "new > accepted: employer",
      "new > refused: employer",
      "new > withdrawn: candidate",
      "new > lapsed: system",
      "seen > interview: employer",
      "seen > accepted: employer",
      "seen > refused: employer",
      "seen > withdrawn: candidate",
      "seen > lapsed: system",
      "interview > accepted: employer",
      "interview > refused: employer",
      "interview > withdrawn: candidate",
      "interview > lapsed: system",
      "accepted > refused: employer",
      "accepted > withdrawn: candidate",
      "refused > interview: employer",
      "lapsed > interview: employer",
      "lapsed > accepted: employer",
      "lapsed > refused: employer",
    ]);
    expect(applicationStatuses.filter(isOpenApplication)).toEqual(["new", "seen", "interview"]);
  });

  it("is sent by candidates, to an open offer that is not exclusive", () => {
    expect(whoMay((actor) => canApply(actor, anOffer(), today))).toEqual(["candidate", "otherCandidate"]);
    expect(whoMay((actor) => canApply(actor, anOffer({ expiresOn: "2026-11-21" }), today))).toEqual([]);
    const positioned = anOffer({ exclusive: true, positionedAccountIds: [candidateId] });
    expect(whoMay((actor) => canApply(actor, positioned, today))).toEqual([]);
  });

  it.each(offerStatuses.filter((status) => status !== "published"))("is not sent to an offer that is %s", (status) => {
    expect(whoMay((actor) => canApply(actor, anOffer({ status }), today))).toEqual([]);
  });

  it("is seen by its candidate, its company and staff", () => {
    expect(whoMay((actor) => canSeeApplication(actor, anApplication()))).toEqual(["candidate", "employer", ...staff]);
  });

  it("is answered by its company or an officer, and withdrawn by its candidate alone", () => {
    expect(whoMay((actor) => canMoveApplication(actor, anApplication(), "refused"))).toEqual([
      "employer",
      "officer",
      "admin",
    ]);
    expect(whoMay((actor) => canWithdraw(actor, anApplication()))).toEqual(["candidate"]);
    expect(whoMay((actor) => canMoveApplication(actor, anApplication(), "lapsed"))).toEqual([]);
    expect(whoMay((actor) => canWithdraw(actor, anApplication({ status: "refused" })))).toEqual([]);
  });

  it("takes its CV back from the company when it is withdrawn", () => {
    const withdrawn = anApplication({ status: "withdrawn" });

    expect(whoMay((actor) => canReadApplicationCv(actor, withdrawn))).toEqual(["candidate", ...staff]);
    expect(whoMay((actor) => canReadApplicationCv(actor, anApplication()))).toEqual([
      "candidate",
      "employer",
      ...staff,
    ]);
  });
});

describe("a nudge", () => {
  const sentOn = "2026-11-12";

  it("is given once, after ten days without an answer, by the candidate", () => {
    expect(whoMay((actor) => canNudge(actor, anApplication(), { sentOn, today }))).toEqual(["candidate"]);
    expect(whoMay((actor) => canNudge(actor, anApplication(), { sentOn: "2026-11-13", today }))).toEqual([]);
    const nudged = anApplication({ nudgedAt: "2026-11-22T08:00:00.000Z" });
    expect(whoMay((actor) => canNudge(actor, nudged, { sentOn, today }))).toEqual([]);
    expect(whoMay((actor) => canNudge(actor, anApplication({ status: "refused" }), { sentOn, today }))).toEqual([]);
  });
});

describe("the next deadline of an application", () => {
  const sentOn = "2026-11-22";

  it.each([
    ["new", "2026-11-22", "2026-11-25"],
    ["new", "2026-11-25", "2026-11-29"],
    ["new", "2026-11-29", "2027-01-21"],
    ["seen", "2026-11-22", "2027-01-21"],
    ["interview", "2026-12-22", "2027-01-21"],
    ["new", "2027-02-01", "2027-01-21"],
    ["accepted", "2026-11-22", null],
    ["refused", "2026-11-22", null],
    ["withdrawn", "2026-11-22", null],
    ["lapsed", "2027-01-22", null],
  ] as const)("while %s on %s is %s", (status, day, deadline) => {
    expect(nextDeadline(status, { sentOn, today: day })).toBe(deadline);
  });
});
