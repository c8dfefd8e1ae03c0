import { verifyAuditChain } from "#server/accounts/audit-chain.ts";
import { log } from "#server/platform/log.ts";

/** A break is an incident: the job fails, and stays among the failures an admin sees. */
export const checkAudit = async (): Promise<void> => {
  const { brokenAt, why } = await verifyAuditChain();
  if (brokenAt === null) return;
  log.error({ row: brokenAt, why }, "the audit log is not whole");
  throw new Error(`Journal rompu, ligne ${brokenAt}`);
};
