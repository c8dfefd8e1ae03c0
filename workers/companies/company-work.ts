import { companyStateMail } from "#client/companies/company-mails.tsx";
import { AccountModel } from "#server/accounts/account-model.ts";
import { performAudit } from "#server/accounts/record-audit.ts";
import { CompanyModel } from "#server/companies/company-model.ts";
import { CompanyImportModel } from "#server/companies/import/import-model.ts";
import { CompanyMergeModel } from "#server/companies/merge/merge-model.ts";
import type { MovingPart } from "#server/companies/merge/moving-part.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { sayMail } from "#server/platform/mail/say-mail.ts";
import { closeMergesJob, remindActionsJob } from "#shared/companies/company-jobs.ts";
import { performer, type Work } from "#shared/kernel/job.ts";
import { type PerformEffect, settlement } from "#workers/settle.ts";
import { remindLateActions } from "./remind-actions.ts";
import { runImport } from "./run-import.ts";
import { closeMerges, runMerge, runUnmerge } from "./run-merge.ts";

/** What companies owe. `more` holds what later slices do when one is verified, refused or renamed (`offers`). */
export const companyWork = (more: Readonly<Record<string, PerformEffect>>): Work => {
  const settling = settlement(CompanyModel, { mail: mailState, audit: performAudit("thing"), ...more });
  return {
    performers: [...settling.performers, performer(remindActionsJob, remindLateActions)],
    recurrences: [
      ...settling.recurrences,
      { why: "Tell each officer of the actions that are past", when: "30 7 * * *", job: remindActionsJob },
    ],
  };
};

/** Tells every employer of the company; a decision taken back in the meantime is told by the next mail. */
const mailState: PerformEffect = async (companyId, status) => {
  const company = await CompanyModel.findById(companyId).lean();
  const effect = company?.effects.find(({ kind }) => kind === `mail/${status}`);
  if (!company || !effect || company.status !== status) return;
  const refusedBecause = company.status === "refused" ? company.refusalReason : null;
  const employers = await AccountModel.find({ companyId, role: "employer", status: "active" }).lean();
  for (const { _id, email } of employers)
    await dispatchMail({
      dedupeKey: `company-state-${effect.key}-${_id.toHexString()}`,
      kind: "company-state",
      to: email,
      ...sayMail(companyStateMail({ company: company.name, refusedBecause })),
    });
};

/** Files that became one: all that names a company follows, and comes back when it is undone. */
export const companyMergeWork = (parts: readonly MovingPart[]): Work => {
  const settling = settlement(CompanyMergeModel, { merge: runMerge(parts), unmerge: runUnmerge(parts) });
  return {
    performers: [...settling.performers, performer(closeMergesJob, closeMerges)],
    recurrences: [
      ...settling.recurrences,
      { why: "Forget what would undo a merge that is a day old", when: "20 * * * *", job: closeMergesJob },
    ],
  };
};

/** Lists of companies that officers sent. */
export const companyImportWork: Work = settlement(CompanyImportModel, { import: runImport });
