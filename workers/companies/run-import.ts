import { CompanyModel } from "#server/companies/company-model.ts";
import { CompanyImportModel, toCompanyImport } from "#server/companies/import/import-model.ts";
import { knownCompanies } from "#server/companies/import/known-companies.ts";
import { readLine } from "#server/companies/import/read-line.ts";
import { writeLine } from "#server/companies/import/write-line.ts";
import { now } from "#server/platform/clock.ts";
import { sendSignal } from "#server/platform/signals.ts";
import type { CompanyImport, ReportLine } from "#shared/companies/company-import.ts";
import type { PerformEffect } from "#workers/settle.ts";

/** Screens are told this often, not at each line. */
const tellEvery = 25;

/**
 * Writes a list from where it stands. Each line is claimed once it is written: killed between the two, the line is
 * done again to the same effect; a second worker that comes meanwhile loses its claim and leaves.
 */
export const runImport: PerformEffect = async (importId) => {
  const document = await CompanyImportModel.findById(importId).lean();
  if (document?.status !== "running") return;
  const list = toCompanyImport(document);
  await allowUnknownSirets();
  const known = await knownCompanies();
  for (let at = list.cursor; at < list.total; at++) {
    const line = await writeOne(list, at, known);
    if (!(await claim(importId, at, line))) return whoTookIt(importId);
    if (at % tellEvery === 0) sendSignal("staff", "company-import-moved", { importId });
  }
  await CompanyImportModel.updateOne(
    { _id: importId, status: "running", cursor: list.total },
    { $set: { status: "done", endedAt: now(), rows: [] } },
  );
  sendSignal("staff", "company-import-moved", { importId });
};

/** Before lists could be imported every company had a SIRET: the index of that time would refuse a second one without. */
const allowUnknownSirets = async (): Promise<void> => {
  const indexes = await CompanyModel.collection.indexes();
  if (indexes.some(({ name }) => name === "siret_1")) await CompanyModel.collection.dropIndex("siret_1");
};

type Known = Awaited<ReturnType<typeof knownCompanies>>;

const writeOne = async (list: CompanyImport, at: number, known: Known): Promise<ReportLine | null> => {
  const read = readLine(list.columns, list.rows[at] ?? []);
  if (read.blank) return null;
  const of = { line: list.firstLine + at, name: read.name, remarks: [...read.remarks] };
  if (!read.company) return { ...of, outcome: "left", companyId: null };
  const given = { importId: list.id, line: of.line, officerId: list.officerId, company: read.company };
  const { outcome, companyId } = await writeLine(given, known.find(read.company));
  known.add({ id: companyId, ...read.company });
  return { ...of, outcome, companyId };
};

const claim = async (importId: string, at: number, line: ReportLine | null): Promise<boolean> => {
  const claimed = await CompanyImportModel.updateOne(
    { _id: importId, status: "running", cursor: at },
    {
      $set: { cursor: at + 1 },
      ...(line && { $push: { report: line }, $inc: { [`counts.${line.outcome}`]: 1 } }),
    },
  );
  return claimed.matchedCount === 1;
};

/** Stopped by a person: nothing is owed any more. Taken by another worker: it is still owed until that one ends. */
const whoTookIt = async (importId: string): Promise<void> => {
  const { status } = (await CompanyImportModel.findById(importId, { status: 1 }).lean()) ?? { status: "done" };
  if (status === "running") throw new Error("another worker writes this list");
};
