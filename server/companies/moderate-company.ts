import { Types } from "mongoose";
import { oweAudit } from "#server/accounts/record-audit.ts";
import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { newId } from "#server/platform/fields.ts";
import { sendSignal } from "#server/platform/signals.ts";
import { partReader } from "#server/platform/stored.ts";
import { Company, type CompanyStatus } from "#shared/companies/company.ts";
import { canMoveCompany, canVerifyCompany } from "#shared/companies/company-rules.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { CompanyModel } from "./company-model.ts";
import { findCompany } from "./find-company.ts";

/** Says that a company is what it says; its waiting offers are then published by the workers. */
export const verifyCompany = (actor: Member, companyId: string): Promise<void> =>
  move(actor, companyId, { to: "verified", reason: null });

/** Refuses a company, saying why to its employer; its offers then go offline. */
export const refuseCompany = (actor: Member, companyId: string, reason: string): Promise<void> =>
  move(actor, companyId, { to: "refused", reason });

const longestQueue = 200;

/** Oldest first: who waited longest is answered first. */
export const companiesToVerify = async (): Promise<JudgedCompany[]> => {
  const oldest = CompanyModel.find({ status: "pending" }, judged.fields).sort({ createdAt: 1 }).limit(longestQueue);
  return (await oldest.batchSize(longestQueue).lean()).map(judged.read);
};

/** The last ones refused: a mistake can be mended. */
export const companiesRefused = async (): Promise<JudgedCompany[]> => {
  const last = CompanyModel.find({ status: "refused" }, judged.fields).sort({ createdAt: -1 }).limit(20);
  return (await last.lean()).map(judged.read);
};

const judged = partReader(Company, ["id", "name", "sector", "refusalReason", "siret", "commune", "createdAt"]);
type JudgedCompany = ReturnType<typeof judged.read>;

type Verdict = { to: Exclude<CompanyStatus, "pending">; reason: string | null };

const move = async (actor: Member, companyId: string, { to, reason }: Verdict): Promise<void> => {
  const company = await findCompany(companyId);
  if (!canVerifyCompany(actor)) throw new Failure("missing", "missing-page");
  if (!canMoveCompany(actor, company, to)) throw new Failure("conflict", "changed-meanwhile");
  const at = now();
  const verified = to === "verified";
  const moved = await CompanyModel.updateOne(
    { _id: companyId, status: company.status },
    {
      $set: {
        status: to,
        refusalReason: reason,
        verifiedAt: verified ? at : null,
        verifiedBy: verified ? new Types.ObjectId(actor.accountId) : null,
        updatedAt: at,
      },
      $push: {
        notes: { id: newId(), at, by: new Types.ObjectId(actor.accountId), kind: "note", text: noteOf(reason) },
        effects: { $each: [owe("mail", to), owe("offers", to), oweAudit(audited[to], actor)] },
      },
    },
  );
  if (moved.matchedCount === 0) throw new Failure("conflict", "changed-meanwhile");
  await enqueue(settleJob("companies"), { id: companyId });
  sendSignal("staff", "moderation-changed", { companyId });
};

const audited = { verified: "company-verified", refused: "company-refused" } as const;

const noteOf = (reason: string | null): string => (reason === null ? "Entreprise vérifiée." : `Refusée : ${reason}`);
