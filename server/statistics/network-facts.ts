import { type CompanyDocument, CompanyModel } from "#server/companies/company-model.ts";
import { atLeast } from "#server/platform/filter.ts";
import type { Fact } from "#shared/statistics/fact.ts";
import { batchSize, dayIn, facts, instantsOf, type Reader } from "./reading.ts";

/**
 * Visits, calls and mails on the thread of each company; a plain note is no contact. Each contact also sets
 * `lastContactAt`: a company with one in the span had its last one no earlier.
 */
export const networkFacts: Reader = async (span) => {
  const instants = instantsOf(span);
  const asked = CompanyModel.find(
    { lastContactAt: atLeast(instants.since) },
    { "notes.at": 1, "notes.kind": 1, "commune.code": 1 },
  ).lean<Pick<CompanyDocument, "_id" | "notes" | "commune">[]>();
  const found: Fact[] = [];
  for await (const { _id, notes, commune } of asked.cursor({ batchSize }))
    for (const { at, kind } of notes) {
      const day = kind === "note" ? null : dayIn(instants, at);
      if (day === null) continue;
      const key = String(_id);
      const ref = { kind: "company", id: key } as const;
      found.push(...facts(["contacts", "companiesContacted"], { day, key, commune: commune.code, ref }));
    }
  return found;
};
