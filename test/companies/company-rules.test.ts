import { describe, expect, it } from "vitest";
import { companyStatuses } from "#shared/companies/company.ts";
import {
  canEditCompany,
  canKeepCompanySheet,
  canMoveCompany,
  canRegisterCompany,
  canSeeCompanySheet,
  companyMayBecome,
  isVerified,
} from "#shared/companies/company-rules.ts";
import { companyId, whoMay } from "#test/support/actors.ts";

const company = { id: companyId, status: "pending" } as const;

describe("a company", () => {
  it("is verified or refused by officers and the admin only", () => {
    expect(whoMay((actor) => canMoveCompany(actor, company, "verified"))).toEqual(["officer", "admin"]);
    expect(whoMay((actor) => canMoveCompany(actor, company, "refused"))).toEqual(["officer", "admin"]);
    expect(whoMay((actor) => canMoveCompany(actor, company, "pending"))).toEqual([]);
  });

  it("moves only along the roads drawn", () => {
    const moves = companyStatuses.flatMap((from) =>
      companyStatuses.filter((to) => companyMayBecome(from, to)).map((to) => `${from} > ${to}`),
    );

    expect(moves).toEqual(["pending > verified", "pending > refused", "verified > refused", "refused > verified"]);
    expect(companyStatuses.filter((status) => isVerified({ status }))).toEqual(["verified"]);
  });

  it("never reads the sheet that staff keep on it", () => {
    expect(whoMay(canSeeCompanySheet)).toEqual(["officer", "counsellor", "phoneAgent", "admin"]);
    expect(whoMay(canKeepCompanySheet)).toEqual(["officer", "admin"]);
  });

  it("edits its public part, and no other company's", () => {
    expect(whoMay((actor) => canEditCompany(actor, company))).toEqual(["employer", "officer", "admin"]);
  });

  it("is registered by those who have none yet, or by an officer", () => {
    expect(whoMay(canRegisterCompany)).toEqual(["visitor", "employerWithoutCompany", "officer", "admin"]);
  });
});
