import { Types } from "mongoose";
import { AccountModel } from "#server/accounts/account-model.ts";
import { now } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { sendSignal } from "#server/platform/signals.ts";
import { communeTyped } from "#server/referentials/commune-typed.ts";
import type { Company } from "#shared/companies/company.ts";
import type { NewCompany } from "#shared/companies/company-contracts.ts";
import { canRegisterCompany } from "#shared/companies/company-rules.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import type { Commune } from "#shared/referentials/commune.ts";
import { CompanyModel, toCompany } from "./company-model.ts";

/**
 * Registers a company for staff to verify, and gives it to whoever registers it.
 * A SIRET already known is refused: nobody joins a company without its staff being asked.
 */
export const registerCompany = async (actor: Member, typed: NewCompany): Promise<Company> => {
  if (!canRegisterCompany(actor)) throw new Failure("conflict", "already-has-company");
  const commune = communeTyped(typed.commune);
  const company = await createCompany(actor, { ...typed, commune });
  await linkAccount(actor, company);
  sendSignal("staff", "moderation-changed", { companyId: company.id });
  return company;
};

type Declared = Omit<NewCompany, "commune"> & { commune: Commune };

const createCompany = async (actor: Member, { siret, name, commune, sector, phone }: Declared): Promise<Company> => {
  const at = now();
  const contact = { name: `${actor.firstName} ${actor.lastName}`, role: null, phone, email: actor.email };
  try {
    const created = await CompanyModel.create({
      siret,
      name,
      sector,
      commune,
      status: "pending",
      accompanied: false,
      contacts: [{ id: newId(), ...contact, mayBeCalled: true }],
      createdAt: at,
      updatedAt: at,
    });
    return toCompany(created);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return unfinishedRegistration(actor, siret);
  }
};

/**
 * The same person pressing twice, or coming back after a crash between the company and its link:
 * the company waits, nobody holds it, and the address they proved to be theirs is its only contact.
 */
const unfinishedRegistration = async (actor: Member, siret: string): Promise<Company> => {
  const company = await CompanyModel.findOne({ siret }).lean();
  const begun = company?.status === "pending" && company.contacts.length === 1;
  if (!company || !begun || company.contacts[0]?.email !== actor.email) throw wrongField("siret", "siret-taken");
  const held = await AccountModel.findOne({ companyId: company._id }, { _id: 1 }).lean();
  if (held && held._id.toHexString() !== actor.accountId) throw wrongField("siret", "siret-taken");
  return toCompany(company);
};

const linkAccount = async (actor: Member, company: Company): Promise<void> => {
  const companyId = new Types.ObjectId(company.id);
  const linked = await AccountModel.findOneAndUpdate(
    { _id: actor.accountId, role: "employer", $or: [{ companyId: null }, { companyId }] },
    { $set: { companyId } },
  ).lean();
  if (linked) return;
  // Another tab registered another company first: this one, just made and held by nobody, must not block its SIRET.
  await CompanyModel.deleteOne({ _id: companyId, status: "pending" });
  throw new Failure("conflict", "already-has-company");
};
