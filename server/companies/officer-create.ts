import { Types } from "mongoose";
import { now } from "#server/platform/clock.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { communeTyped } from "#server/referentials/commune-typed.ts";
import type { Company } from "#shared/companies/company.ts";
import { canKeepCompanySheet } from "#shared/companies/company-rules.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import { CompanyModel, toCompany } from "./company-model.ts";

type Typed = { siret: string; name: string; commune: string; sector: string | null };

/** Adds a company that an officer met: it is verified, since they vouch for it. One SIRET is one company. */
export const addCompany = async (actor: Member, { siret, name, commune: typed, sector }: Typed): Promise<Company> => {
  if (!canKeepCompanySheet(actor)) throw new Failure("missing", "missing-page");
  const commune = communeTyped(typed);
  try {
    const created = await CompanyModel.create({
      siret,
      name,
      sector,
      commune,
      status: "verified",
      verifiedAt: now(),
      verifiedBy: new Types.ObjectId(actor.accountId),
      accompanied: true,
      createdAt: now(),
      updatedAt: now(),
    });
    return toCompany(created);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw wrongField("siret", "company-is-known");
  }
};
