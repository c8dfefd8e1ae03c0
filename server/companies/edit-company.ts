import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { communeTyped } from "#server/referentials/commune-typed.ts";
import type { CompanyChanges } from "#shared/companies/company-contracts.ts";
import { canEditCompany } from "#shared/companies/company-rules.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { CompanyModel } from "./company-model.ts";
import { findCompany } from "./find-company.ts";

/** Changes the public part of a company; its offers then take its new name. */
export const editCompany = async (actor: Member, companyId: string, changes: CompanyChanges): Promise<void> => {
  const company = await findCompany(companyId);
  if (!canEditCompany(actor, company)) throw new Failure("missing", "missing-page");
  const { version, commune: typedCommune, ...kept } = changes;
  const commune = communeTyped(typedCommune);
  const edited = await CompanyModel.updateOne(
    { _id: companyId, updatedAt: new Date(version) },
    {
      $set: { ...kept, commune, updatedAt: laterThan(version) },
      ...(kept.name !== company.name && { $push: { effects: owe("offers", "renamed") } }),
    },
  );
  if (edited.matchedCount === 0) throw new Failure("conflict", "stale-form");
  await enqueue(settleJob("companies"), { id: companyId });
};

/** Two changes in one millisecond are still two versions. */
const laterThan = (version: string): Date => new Date(Math.max(now().getTime(), Date.parse(version) + 1));
