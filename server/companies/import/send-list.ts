import { Types } from "mongoose";
import type { ListedImport } from "#client/companies/import-page.tsx";
import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { anyOf } from "#server/platform/filter.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { readSheet } from "#server/platform/sheets/read-sheet.ts";
import { SheetRefused } from "#server/platform/sheets/sheet-limits.ts";
import type { CompanyImport } from "#shared/companies/company-import.ts";
import { canKeepCompanySheet } from "#shared/companies/company-rules.ts";
import { findHeadings, type ImportField, readColumns } from "#shared/companies/import-columns.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { CompanyImportModel, toCompanyImport } from "./import-model.ts";

type Sent = { readonly name: string; readonly bytes: Uint8Array };

const dayMs = 86_400_000;

/** Reads a list and keeps it aside for a day: the network is not touched. */
export const sendList = async (actor: Member, file: Sent | undefined): Promise<CompanyImport> => {
  refuseOthers(actor);
  if (!file) throw wrongField("file", "required");
  const rows = await rowsOf(file.bytes);
  const at = findHeadings(rows);
  if (at < 0) throw wrongField("file", "no-known-column");
  const headings = (rows[at] ?? []).map((heading, column) => heading || `Colonne ${column + 1}`);
  const body = rows.slice(at + 1);
  if (body.length === 0) throw wrongField("file", "sheet-empty");
  const created = await CompanyImportModel.create({
    fileName: file.name.replace(/^.*[\\/]/, "").slice(-120) || "liste",
    status: "read",
    columns: readColumns(rows[at] ?? []).map((field) => field ?? ""),
    headings,
    firstLine: at + 2,
    rows: body,
    total: body.length,
    cursor: 0,
    counts: { created: 0, completed: 0, same: 0, left: 0 },
    report: [],
    officerId: new Types.ObjectId(actor.accountId),
    createdAt: now(),
    startedAt: null,
    endedAt: null,
    goesAt: new Date(now().getTime() + dayMs),
  });
  return toCompanyImport(created);
};

const rowsOf = async (bytes: Uint8Array): Promise<string[][]> => {
  try {
    return await readSheet(bytes);
  } catch (error) {
    throw error instanceof SheetRefused ? wrongField("file", error.fault) : error;
  }
};

export const findImport = async (actor: Member, importId: string): Promise<CompanyImport> => {
  refuseOthers(actor);
  const found = await CompanyImportModel.findById(importId).lean();
  if (!found) throw new Failure("missing", "missing-page");
  return toCompanyImport(found);
};

/** The last lists sent, without their lines. */
export const lastImports = async (): Promise<ListedImport[]> => {
  const named = { fileName: 1, status: 1, total: 1, createdAt: 1 } as const;
  const lists = await CompanyImportModel.find({}, named).sort({ createdAt: -1 }).limit(5).lean();
  return lists.map(({ _id, createdAt, ...list }) => ({
    ...list,
    id: _id.toHexString(),
    createdAt: createdAt.toISOString(),
  }));
};

/** What the officer says of the columns counts more than their headings. */
export const setColumns = async (
  actor: Member,
  importId: string,
  columns: readonly (ImportField | "")[],
): Promise<void> => {
  const { headings } = await findImport(actor, importId);
  const said = headings.map((_, at) => columns[at] ?? "");
  const fields = said.filter((field) => field !== "");
  if (new Set(fields).size !== fields.length) throw new Failure("conflict", "column-twice");
  const set = await CompanyImportModel.updateOne({ _id: importId, status: "read" }, { $set: { columns: said } });
  if (set.matchedCount === 0) throw new Failure("conflict", "import-has-begun");
};

/** The yes: from here the workers write, line by line. One list at a time (its index says so), pressed twice is once. */
export const runImport = async (actor: Member, importId: string): Promise<void> => {
  const { status, columns } = await findImport(actor, importId);
  if (status === "running" || status === "done") return;
  if (!columns.includes("name")) throw new Failure("conflict", "no-name-column");
  try {
    await CompanyImportModel.updateOne(
      { _id: importId, status: anyOf(["read", "stopped"]) },
      {
        $set: { status: "running", startedAt: now(), goesAt: new Date(now().getTime() + 90 * dayMs) },
        $push: { effects: owe("import") },
      },
    );
  } catch (error) {
    throw isDuplicate(error) ? new Failure("conflict", "other-import-runs") : error;
  }
  await enqueue(settleJob("companyImports"), { id: importId });
};

export const stopImport = async (actor: Member, importId: string): Promise<void> => {
  await findImport(actor, importId);
  await CompanyImportModel.updateOne({ _id: importId, status: "running" }, { $set: { status: "stopped" } });
};

const refuseOthers = (actor: Member): void => {
  if (!canKeepCompanySheet(actor)) throw new Failure("missing", "missing-page");
};
