import { createHash } from "node:crypto";
import { Types } from "mongoose";
import { now } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { noPart } from "#server/platform/filter.ts";
import type { Company, CompanyContact } from "#shared/companies/company.ts";
import { canKeepCompanySheet } from "#shared/companies/company-rules.ts";
import type { ContactForm } from "#shared/companies/officer-contracts.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import { CompanyModel } from "./company-model.ts";
import { findCompany } from "./find-company.ts";

/** More names than a factory gives; beyond it the sheet is a directory. */
const mostContacts = 40;

/** A contact as it was shown, in a few letters: a form older than the contact is refused. */
export const printOf = (contact: CompanyContact): string =>
  createHash("sha256").update(JSON.stringify(contact)).digest("base64url").slice(0, 16);

export const addContact = async (actor: Member, companyId: string, typed: ContactForm): Promise<Company> => {
  const company = await sheetOf(actor, companyId);
  if (company.contacts.length >= mostContacts) throw wrongField("name", "too-many");
  const { name, phone, email } = typed;
  await CompanyModel.updateOne(
    { _id: companyId, contacts: noPart({ name, phone, email }) }, // pressed twice is once
    { $push: { contacts: { id: newId(), ...typed } }, $set: { updatedAt: now() } },
  );
  return findCompany(companyId);
};

export const editContact = async (
  actor: Member,
  { companyId, contactId }: { companyId: string; contactId: string },
  { shown, ...typed }: ContactForm & { shown: string },
): Promise<void> => {
  const company = await sheetOf(actor, companyId);
  const contact = company.contacts.find(({ id }) => id === contactId);
  if (!contact) throw new Failure("conflict", "contact-was-removed");
  if (printOf(contact) !== shown) throw new Failure("conflict", "stale-form");
  const others = company.contacts.map((one) => stored(one.id === contactId ? { ...one, ...typed } : one));
  const edited = await CompanyModel.updateOne(
    { _id: companyId, updatedAt: new Date(company.updatedAt) },
    { $set: { contacts: others, updatedAt: laterThan(company.updatedAt) } },
  );
  if (edited.matchedCount === 0) throw new Failure("conflict", "stale-form");
};

/** Removing twice is removing once. */
export const removeContact = async (actor: Member, companyId: string, contactId: string): Promise<void> => {
  await sheetOf(actor, companyId);
  await CompanyModel.updateOne(
    { _id: companyId },
    { $pull: { contacts: { id: new Types.ObjectId(contactId) } }, $set: { updatedAt: now() } },
  );
};

export const sheetOf = async (actor: Member, companyId: string): Promise<Company> => {
  if (!canKeepCompanySheet(actor)) throw new Failure("missing", "missing-page");
  return findCompany(companyId);
};

const stored = ({ id, ...contact }: CompanyContact) => ({ id: new Types.ObjectId(id), ...contact });

/** Two changes in one millisecond are still two. */
const laterThan = (instant: string): Date => new Date(Math.max(now().getTime(), Date.parse(instant) + 1));
