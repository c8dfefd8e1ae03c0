import mongoose, { Schema } from "mongoose";
import { effectField } from "#server/platform/effects.ts";
import {
  documentOptions,
  type Fields,
  id,
  idOrNull,
  instant,
  instantOrNull,
  number,
  oneOf,
  part,
  parts,
  text,
  texts,
} from "#server/platform/fields.ts";
import { type Owing, reader } from "#server/platform/stored.ts";
import { CompanyImport, importStatuses, lineOutcomes } from "#shared/companies/company-import.ts";

export type CompanyImportDocument = Owing<CompanyImport> & {
  /** A list nobody confirmed goes the next day, a report after three months. */
  goesAt: Date;
};

const fields = {
  fileName: text,
  status: oneOf(importStatuses),
  columns: texts,
  headings: texts,
  firstLine: number,
  rows: { type: [[String]], default: [] },
  total: number,
  cursor: number,
  counts: part({ created: number, completed: number, same: number, left: number }),
  report: parts({
    line: number,
    outcome: oneOf(lineOutcomes),
    companyId: idOrNull,
    name: text,
    remarks: parts({ field: text, code: text, typed: text }),
  }),
  officerId: id,
  createdAt: instant,
  startedAt: instantOrNull,
  endedAt: instantOrNull,
  goesAt: instant,
  effects: effectField,
} satisfies Fields<CompanyImportDocument>;

const schema = new Schema<CompanyImportDocument>(fields, documentOptions);
// One list is written at a time: two side by side would each add a company without a SIRET.
schema.index({ status: 1 }, { unique: true, partialFilterExpression: { status: "running" } });
schema.index({ createdAt: -1 }); // the last lists sent
schema.index({ officerId: 1 }); // an agent's own, when their account goes
schema.index({ goesAt: 1 }, { expireAfterSeconds: 0 });
schema.index({ "effects.at": 1 }); // the sweep of owed effects

export const CompanyImportModel = mongoose.model<CompanyImportDocument>("CompanyImport", schema, "companyImports");

export const toCompanyImport = reader(CompanyImport);
