import type { Company } from "#shared/companies/company.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { CompanyModel, toCompany } from "./company-model.ts";

/** @throws missing when there is none */
export const findCompany = async (companyId: string): Promise<Company> => {
  const company = await CompanyModel.findById(companyId).lean();
  if (!company) throw new Failure("missing", "missing-page");
  return toCompany(company);
};

/** The company an employer acts for; null while none is registered. */
export const findOwnCompany = async (actor: Member): Promise<Company | null> => {
  if (actor.role !== "employer" || actor.companyId === null) return null;
  const company = await CompanyModel.findById(actor.companyId).lean();
  return company ? toCompany(company) : null;
};

export const isThere = async (companyId: string): Promise<boolean> =>
  (await CompanyModel.exists({ _id: companyId })) !== null;
