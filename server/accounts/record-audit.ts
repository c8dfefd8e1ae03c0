import { createHash, randomUUID } from "node:crypto";
import { Types } from "mongoose";
import { now } from "#server/platform/clock.ts";
import { type Effect, owe } from "#server/platform/effects.ts";
import { moreThan } from "#server/platform/filter.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { type AuditAct, auditActs } from "#shared/accounts/audit.ts";
import { isStaff, type Member, type Role } from "#shared/kernel/actor.ts";
import { type AuditDocument, AuditModel, AuditStateModel, auditGenesis } from "./audit-model.ts";
import { pseudonymOf } from "./pseudonym.ts";

export type AuditEntry = {
  readonly act: AuditAct;
  /** The account that acts; null for the system. */
  readonly by: { readonly accountId: string; readonly role: Role } | null;
  /** The account it concerns. */
  readonly of?: string | null;
  /** The company or offer it concerns. */
  readonly thingId?: string | null;
  readonly detail?: string | null;
  /** Given when the same act may be told twice. */
  readonly key?: string;
};

let last: Promise<unknown> = Promise.resolve();

/** Adds one row to the end of the chain. Resolves once it is stored. */
export const recordAudit = (entry: AuditEntry): Promise<void> => {
  const mine = last.then(() => append(entry)); // in one process one at a time; between processes the index decides
  last = mine.catch(() => undefined);
  return mine;
};

const rereadMs = 3_600_000;

/** Staff opened a page that names a person. The same page within the hour is the same reading. */
export const recordReading = async (actor: Member, accountId: string, page: string): Promise<void> => {
  if (!isStaff(actor)) return;
  const recently = { at: moreThan(new Date(now().getTime() - rereadMs)), act: "identity-read" as const };
  const people = { actor: pseudonymOf(actor.accountId), person: pseudonymOf(accountId) };
  if (await AuditModel.exists({ ...people, ...recently, detail: page })) return;
  await recordAudit({ act: "identity-read", by: actor, of: accountId, detail: page });
};

/** For acts that change a document: the row is owed by the same update, and told by `performAudit`. */
export const oweAudit = (act: AuditAct, by: Member, detail = ""): Effect =>
  owe("audit", [act, by.accountId, by.role, detail, randomUUID()].join("."));

/** Performs what `oweAudit` owes; `about` says whether the document is a person or a thing. */
export const performAudit =
  (about: "person" | "thing") =>
  async (id: string, owed: string): Promise<void> => {
    const [act, accountId = "", role, detail = "", key = ""] = owed.split(".");
    await recordAudit({
      act: auditActs.find((one) => one === act) ?? "identity-read",
      by: { accountId, role: role as Role }, // written by oweAudit alone
      ...(about === "person" ? { of: id } : { thingId: id }),
      detail: detail || null,
      key,
    });
  };

/** How often another process may take the number we wanted before we give up. */
const mostTries = 100;

const append = async (entry: AuditEntry): Promise<void> => {
  const key = entry.key ?? randomUUID();
  for (let tries = 0; tries < mostTries; tries++) {
    if (entry.key && (await AuditModel.exists({ key }))) return;
    try {
      await AuditModel.create(sealed({ ...entry, key }, await endOfChain()));
      return;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
  throw new Error("the audit log could not be written");
};

type End = { readonly sequence: number; readonly hash: string };

const endOfChain = async (): Promise<End> => {
  const row = await AuditModel.findOne({}, { sequence: 1, hash: 1 }).sort({ sequence: -1 }).lean();
  if (row) return row;
  const start = (await AuditStateModel.findById("chain").lean()) ?? auditGenesis;
  return { sequence: start.startSequence, hash: start.startHash };
};

type Sealed = Omit<AuditDocument, "_id">;

const sealed = ({ act, by, of, thingId, detail, key }: AuditEntry & { key: string }, end: End): Sealed => {
  const row = {
    sequence: end.sequence + 1,
    at: now(),
    act,
    actor: by && pseudonymOf(by.accountId),
    role: by?.role ?? null,
    person: of ? pseudonymOf(of) : null,
    thingId: thingId ? new Types.ObjectId(thingId) : null,
    detail: detail ?? null,
    key,
    previous: end.hash,
  };
  return { ...row, hash: auditHash(row) };
};

/** The seal of a row: every field, and the seal of the row before. */
export const auditHash = (row: Omit<AuditDocument, "_id" | "hash">): string =>
  createHash("sha256")
    .update(
      JSON.stringify([
        row.sequence,
        row.at.toISOString(),
        row.act,
        row.actor,
        row.role,
        row.person,
        row.thingId?.toHexString() ?? null,
        row.detail,
        row.key,
        row.previous,
      ]),
    )
    .digest("hex");
