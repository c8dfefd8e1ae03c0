import { describe, expect, it } from "vitest";
import { AnonymousCv, anonymousCv } from "#shared/cvs/anonymous-cv.ts";
import { contactRequestStatuses } from "#shared/cvs/contact-request.ts";
import { cvStatuses, cvVisibilities } from "#shared/cvs/cv.ts";
import {
  canAskContact,
  canBeMatched,
  canSearchLibrary,
  contactTransitions,
  type Ties,
  viewOf,
} from "#shared/cvs/cv-rules.ts";
import { tulle } from "#test/offers/an-offer.ts";
import { companyId, everyone, otherCompanyId, whoMay } from "#test/support/actors.ts";
import { aCv } from "./a-cv.ts";

/** Not counsellors: they see the people who said yes to them, and through that alone. */
const staff = ["officer", "phoneAgent", "admin"];
const own: Ties = { company: { id: companyId, status: "verified" }, contactAccepted: false };
const seenBy = (given: Parameters<typeof aCv>[0], ties: Ties = own): Record<string, string> =>
  Object.fromEntries(
    Object.entries(everyone).flatMap(([name, actor]) => {
      const sight = viewOf(aCv(given), actor, ties);
      return sight ? [[name, sight]] : [];
    }),
  );
const named = (...names: string[]) => Object.fromEntries(names.map((name) => [name, "named"]));

describe("a CV is seen", () => {
  it.each([
    ["hidden", named("candidate")],
    ["staff", named("candidate", ...staff)],
    ["anonymous", { ...named("candidate", ...staff), employer: "anonymous" }],
    ["named", named("candidate", "employer", ...staff)],
  ] as const)("as its person decided: %s", (visibility, seen) => {
    expect(seenBy({ visibility })).toEqual(seen);
  });

  it.each([
    ["is not verified", { company: { id: companyId, status: "pending" }, contactAccepted: false }],
    ["was refused, even after a yes", { company: { id: companyId, status: "refused" }, contactAccepted: true }],
    ["is another's", { company: { id: otherCompanyId, status: "pending" }, contactAccepted: true }],
    ["is unknown", { company: null, contactAccepted: false }],
  ] as const)("by no employer whose company %s", (_, ties) => {
    expect(seenBy({ visibility: "named" }, ties)).toEqual(named("candidate", ...staff));
  });

  it("with its name by the company that got a yes, unless it was hidden since", () => {
    const ties = { ...own, contactAccepted: true };

    expect(seenBy({ visibility: "anonymous" }, ties)).toMatchObject({ employer: "named" });
    expect(seenBy({ visibility: "staff" }, ties)).toEqual(named("candidate", ...staff));
    expect(seenBy({ visibility: "hidden" }, ties)).toEqual(named("candidate"));
  });

  it("never by a company shut out, whatever was said before", () => {
    const shutOut = { visibility: "named", blockedCompanyIds: [companyId] } as const;

    expect(seenBy({ ...shutOut, blockedCompanyIds: [companyId] }, { ...own, contactAccepted: true })).toEqual(
      named("candidate", ...staff),
    );
  });

  it("by its person alone once withdrawn", () => {
    expect(seenBy({ visibility: "named", status: "withdrawn" })).toEqual(named("candidate"));
  });
});

describe("the library", () => {
  it("opens to staff and to verified companies", () => {
    expect(whoMay((actor) => canSearchLibrary(actor, own.company))).toEqual(["employer", ...staff]);
    expect(whoMay((actor) => canSearchLibrary(actor, { id: companyId, status: "pending" }))).toEqual(staff);
    expect(whoMay((actor) => canSearchLibrary(actor, null))).toEqual(staff);
  });

  it("lets a company ask for contact where it sees no name, and nobody else", () => {
    expect(whoMay((actor) => canAskContact(aCv(), actor, own))).toEqual(["employer"]);
    expect(whoMay((actor) => canAskContact(aCv({ visibility: "named" }), actor, own))).toEqual([]);
    expect(whoMay((actor) => canAskContact(aCv({ visibility: "staff" }), actor, own))).toEqual([]);
    expect(whoMay((actor) => canAskContact(aCv({ blockedCompanyIds: [companyId] }), actor, own))).toEqual([]);
  });

  it.each(contactRequestStatuses)(
    "lets a person change their mind about a request (%s), which is asked once",
    (status) => {
      expect(contactTransitions[status]).not.toContain(status);
      expect(contactTransitions[status]).not.toContain("asked");
    },
  );
});

describe("a CV without the person", () => {
  it("holds nothing that was not let in", () => {
    const cv = aCv({
      otherWanted: "CANARY",
      experiences: [{ occupation: null, label: "CANARY", months: 3 }],
      diplomas: ["CANARY"],
      about: "CANARY 06 12 34 56 78",
      commune: { ...tulle, postcode: "CANARY" },
    });

    const anonymous = anonymousCv(cv);

    expect(JSON.stringify(anonymous)).not.toMatch(/CANARY/);
    expect(JSON.stringify(anonymous)).not.toContain(cv.accountId);
    expect(AnonymousCv.strict().parse(anonymous)).toEqual(anonymous);
  });
});

describe("a CV is matched", () => {
  it("while it is active and not hidden", () => {
    const matched = cvStatuses.flatMap((status) =>
      cvVisibilities
        .filter((visibility) => canBeMatched({ status, visibility }))
        .map((visibility) => `${status} ${visibility}`),
    );

    expect(matched).toEqual(["active staff", "active anonymous", "active named"]);
  });
});
