import mongoose, { Schema } from "mongoose";
import {
  documentOptions,
  idOrNull,
  instant,
  number,
  numberOrNull,
  oneOf,
  oneOfOrNull,
  text,
  textOrNull,
} from "#server/platform/fields.ts";
import { reader, type Stored } from "#server/platform/stored.ts";
import { type AuditFault, AuditRow, auditActs, auditFaults } from "#shared/accounts/audit.ts";
import { roles } from "#shared/kernel/actor.ts";

export type AuditDocument = Stored<AuditRow> & {
  /** Two performances of one effect are one row. */
  key: string;
  previous: string;
  hash: string;
};

const fields = {
  sequence: number,
  at: instant,
  act: oneOf(auditActs),
  actor: textOrNull,
  role: oneOfOrNull(roles),
  person: textOrNull,
  thingId: idOrNull,
  detail: textOrNull,
  key: text,
  previous: text,
  hash: text,
} satisfies Record<keyof Omit<AuditDocument, "_id">, unknown>;

const schema = new Schema<AuditDocument>(fields, documentOptions);
schema.index({ sequence: 1 }, { unique: true }); // the chain cannot fork: who comes second takes the next number
schema.index({ key: 1 }, { unique: true }); // an effect performed twice is one row
schema.index({ act: 1, sequence: -1 }); // the admin's filter
schema.index({ person: 1, sequence: -1 }); // what concerns one person
schema.index({ actor: 1, sequence: -1 }); // what one colleague did
schema.index({ at: 1 }); // what is too old

const appendOnly = (): never => {
  throw new Error("the audit log is append-only");
};
for (const change of ["updateOne", "updateMany", "findOneAndUpdate", "replaceOne", "findOneAndReplace"] as const)
  schema.pre(change, appendOnly);
for (const removal of ["deleteOne", "deleteMany", "findOneAndDelete"] as const) schema.pre(removal, appendOnly);

export const AuditModel = mongoose.model<AuditDocument>("Audit", schema, "audit");

export const toAuditRow = reader(AuditRow);

/** Where the kept part of the chain begins, and how far it was found whole. One document. */
export type AuditState = {
  _id: string;
  startSequence: number;
  startHash: string;
  checkedSequence: number;
  checkedHash: string;
  checkedAt: Date | null;
  brokenAt: number | null;
  why: AuditFault | null;
};

const stateSchema = new Schema<AuditState>(
  {
    _id: text,
    startSequence: number,
    startHash: text,
    checkedSequence: number,
    checkedHash: text,
    checkedAt: { type: Date, default: null },
    brokenAt: numberOrNull,
    why: oneOfOrNull(auditFaults),
  },
  documentOptions,
);

export const AuditStateModel = mongoose.model<AuditState>("AuditState", stateSchema, "audit-state");

/** Before the first row. */
export const auditGenesis = { startSequence: 0, startHash: "0".repeat(64) } as const;
