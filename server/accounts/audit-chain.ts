import { now } from "#server/platform/clock.ts";
import { lessThan } from "#server/platform/filter.ts";
import { log } from "#server/platform/log.ts";
import { type AuditCheck, type AuditFault, auditKeptDays } from "#shared/accounts/audit.ts";
import { type AuditDocument, AuditModel, type AuditState, AuditStateModel, auditGenesis } from "./audit-model.ts";
import { auditHash } from "./record-audit.ts";

/**
 * Walks the chain from its first kept row to its end. It finds a row changed, removed or put in, an end cut off
 * since the last check, and a chain written anew. The result is kept for the admin's page.
 */
export const verifyAuditChain = async (): Promise<AuditCheck> => {
  const state = await auditState();
  const walked = await walk(state);
  const fault = walked.fault ?? endFault(state, walked);
  const set = fault
    ? { brokenAt: fault.at, why: fault.why, checkedAt: now() }
    : { brokenAt: null, why: null, checkedAt: now(), checkedSequence: walked.sequence, checkedHash: walked.hash };
  await AuditStateModel.updateOne({ _id: "chain" }, { $set: set, $setOnInsert: auditGenesis }, { upsert: true });
  // the end goes to the log too: whoever rewrites the database does not hold what was printed
  log.info({ sequence: walked.sequence, hash: walked.hash }, "audit chain read");
  return { rows: walked.rows, brokenAt: fault?.at ?? null, why: fault?.why ?? null };
};

export const auditState = async (): Promise<AuditState> =>
  (await AuditStateModel.findById("chain").lean()) ?? {
    _id: "chain",
    ...auditGenesis,
    checkedSequence: 0,
    checkedHash: "",
    checkedAt: null,
    brokenAt: null,
    why: null,
  };

type Fault = { readonly at: number; readonly why: AuditFault };
type Walked = { rows: number; sequence: number; hash: string; checkedSeen: string | null; fault: Fault | null };

const walk = async (state: AuditState): Promise<Walked> => {
  const { startSequence: sequence, startHash: hash } = state;
  const walked: Walked = { rows: 0, sequence, hash, checkedSeen: null, fault: null };
  const rows = AuditModel.find().sort({ sequence: 1 }).lean().cursor({ batchSize: 500 });
  for await (const row of rows) {
    if (row.sequence <= state.startSequence) continue; // a forgetting that was cut: its rest goes the next time
    walked.fault = faultOf(row, walked);
    if (walked.fault) return walked;
    if (row.sequence === state.checkedSequence) walked.checkedSeen = row.hash;
    Object.assign(walked, { rows: walked.rows + 1, sequence: row.sequence, hash: row.hash });
  }
  return walked;
};

const faultOf = (row: AuditDocument, before: Walked): Fault | null => {
  if (row.sequence !== before.sequence + 1) return { at: before.sequence + 1, why: "missing" };
  return row.previous !== before.hash || row.hash !== auditHash(row) ? { at: row.sequence, why: "altered" } : null;
};

/** What was whole at the last check must still be there, as it was. */
const endFault = (state: AuditState, walked: Walked): Fault | null => {
  if (state.checkedSequence <= state.startSequence) return null;
  if (walked.sequence < state.checkedSequence) return { at: walked.sequence + 1, why: "cut" };
  return walked.checkedSeen === state.checkedHash ? null : { at: state.checkedSequence, why: "rewritten" };
};

/** Forgets rows older than a year: the chain then begins after the last one forgotten. */
export const forgetOldAudit = async (): Promise<number> => {
  const limit = new Date(now().getTime() - auditKeptDays * 86_400_000);
  const newestOld = await AuditModel.findOne({ at: lessThan(limit) })
    .sort({ sequence: -1 })
    .lean();
  if (!newestOld) return 0;
  const start = { startSequence: newestOld.sequence, startHash: newestOld.hash };
  const blank = { checkedSequence: 0, checkedHash: "" };
  await AuditStateModel.updateOne({ _id: "chain" }, { $set: start, $setOnInsert: blank }, { upsert: true });
  // the driver's own command: the model refuses every removal
  const gone = await AuditModel.collection.deleteMany({ sequence: { $lte: newestOld.sequence } });
  return gone.deletedCount;
};
