import { CompanyModel, toCompany } from "#server/companies/company-model.ts";
import { anyOf } from "#server/platform/filter.ts";
import type { Company } from "#shared/companies/company.ts";
import type { CompanyImport, LineOutcome, ReportLine } from "#shared/companies/company-import.ts";
import { completionOf } from "./complete-company.ts";
import { emptyNetwork, type KnownCompanies, knownCompanies } from "./known-companies.ts";
import { type ReadCompany, type ReadLine, readLine } from "./read-line.ts";

export type ListPreview = { readonly lines: readonly ReportLine[]; readonly counts: Record<LineOutcome, number> };

/** What each line would do, were it written now. Blank lines are not lines. */
export const previewList = async (list: CompanyImport): Promise<ListPreview> => {
  const known = await knownCompanies();
  const read = list.rows.map((row) => readLine(list.columns, row));
  const found = await companiesOf(read, known);
  const inFile = emptyNetwork();
  const outcomeOf = (company: ReadCompany, at: number): Pick<ReportLine, "outcome" | "companyId"> => {
    const there = found.get(known.find(company) ?? "");
    if (there) return { outcome: completionOf(there, company) ? "completed" : "same", companyId: there.id };
    const again = inFile.find(company) !== null;
    inFile.add({ id: String(at), ...company });
    return { outcome: again ? "completed" : "created", companyId: null };
  };
  const lines = read.flatMap(({ blank, company, name, remarks }, at): ReportLine[] => {
    if (blank) return [];
    const would = company ? outcomeOf(company, at) : { outcome: "left" as const, companyId: null };
    return [{ line: list.firstLine + at, name, remarks: [...remarks], ...would }];
  });
  const counts = { created: 0, completed: 0, same: 0, left: 0 };
  for (const { outcome } of lines) counts[outcome] += 1;
  return { lines, counts };
};

const batch = 500;

const companiesOf = async (
  lines: readonly ReadLine[],
  known: KnownCompanies,
): Promise<ReadonlyMap<string, Company>> => {
  const ids = [...new Set(lines.flatMap(({ company }) => (company ? (known.find(company) ?? []) : [])))];
  const found = new Map<string, Company>();
  for (let from = 0; from < ids.length; from += batch) {
    const some = await CompanyModel.find({ _id: anyOf(ids.slice(from, from + batch)) }).lean();
    for (const company of some.map(toCompany)) found.set(company.id, company);
  }
  return found;
};
