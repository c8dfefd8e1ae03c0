import { z } from "zod";
import { Id } from "#shared/kernel/ids.ts";
import { importFields } from "./import-columns.ts";

/** read → running ⇄ stopped → done. Nothing is written to the network before somebody said yes. */
export const importStatuses = ["read", "running", "stopped", "done"] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** What became of a line. `left`: it could not be read, and nothing of it was written. */
export const lineOutcomes = ["created", "completed", "same", "left"] as const;
export type LineOutcome = (typeof lineOutcomes)[number];

/** What is wrong with one cell; it stops its line, or is left out of it with a remark. */
export const LineRemark = z.object({ field: z.enum(importFields), code: z.string(), typed: z.string() });
export type LineRemark = z.infer<typeof LineRemark>;

export const ReportLine = z.object({
  /** As the file numbers it, from 1. */
  line: z.int(),
  outcome: z.enum(lineOutcomes),
  companyId: Id.nullable(),
  name: z.string(),
  remarks: z.array(LineRemark),
});
export type ReportLine = z.infer<typeof ReportLine>;

/** One list of companies that an officer sent. */
export const CompanyImport = z.object({
  id: Id,
  fileName: z.string(),
  status: z.enum(importStatuses),
  /** What each column holds; "" is left aside. */
  columns: z.array(z.enum([...importFields, ""])),
  headings: z.array(z.string()),
  /** The file's line of the first row. */
  firstLine: z.int(),
  rows: z.array(z.array(z.string())),
  total: z.int(),
  cursor: z.int(),
  counts: z.object({ created: z.int(), completed: z.int(), same: z.int(), left: z.int() }),
  report: z.array(ReportLine),
  officerId: Id,
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
});
export type CompanyImport = z.infer<typeof CompanyImport>;
