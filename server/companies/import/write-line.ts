import { Types } from "mongoose";
import { CompanyModel, toCompany } from "#server/companies/company-model.ts";
import { now } from "#server/platform/clock.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import type { LineOutcome } from "#shared/companies/company-import.ts";
import { completionOf, idOfLine } from "./complete-company.ts";
import type { ReadCompany } from "./read-line.ts";

type Line = {
  readonly importId: string;
  readonly line: number;
  readonly officerId: string;
  readonly company: ReadCompany;
};

type Written = { readonly outcome: LineOutcome; readonly companyId: string };

/** Adds a company, or fills what its file did not say. Done twice it is done once. */
export const writeLine = async (line: Line, knownId: string | null): Promise<Written> => {
  const added = idOfLine(line.importId, line.line, "company").toHexString();
  if (knownId === added) return { outcome: "created", companyId: added }; // written just before a crash
  return knownId === null ? create(line, added) : complete(line, knownId);
};

const create = async (line: Line, id: string): Promise<Written> => {
  const { contact: _contact, note: _note, ...kept } = line.company;
  try {
    await CompanyModel.create({
      _id: new Types.ObjectId(id),
      ...kept,
      description: null,
      status: "verified",
      verifiedAt: now(),
      verifiedBy: new Types.ObjectId(line.officerId),
      accompanied: false,
      contacts: contactsOf(line, line.company.contact),
      notes: notesOf(line, line.company.note),
      createdAt: now(),
      updatedAt: now(),
    });
    return { outcome: "created", companyId: id };
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    if (await CompanyModel.exists({ _id: id })) return { outcome: "created", companyId: id };
    const twin = await CompanyModel.findOne({ siret: line.company.siret ?? "" }, { _id: 1 }).lean();
    if (!twin) throw error;
    return complete(line, twin._id.toHexString()); // somebody registered it meanwhile
  }
};

const complete = async (line: Line, companyId: string): Promise<Written> => {
  const document = await CompanyModel.findById(companyId).lean();
  if (!document) throw new Error("the company went away meanwhile");
  const completion = completionOf(toCompany(document), line.company);
  if (completion === null) return { outcome: "same", companyId };
  const { set, contact, note } = completion;
  const completed = await CompanyModel.updateOne(
    { _id: companyId, updatedAt: document.updatedAt },
    {
      $set: { ...set, updatedAt: new Date(Math.max(now().getTime(), document.updatedAt.getTime() + 1)) },
      $push: { contacts: { $each: contactsOf(line, contact) }, notes: { $each: notesOf(line, note) } },
    },
  );
  return completed.matchedCount === 0 ? complete(line, companyId) : { outcome: "completed", companyId };
};

const contactsOf = (line: Line, contact: ReadCompany["contact"]) =>
  contact === null
    ? []
    : // Nobody of the list was asked: the officer says so after the first call.
      [{ id: idOfLine(line.importId, line.line, "contact"), ...contact, mayBeCalled: true }];

const notesOf = (line: Line, text: string | null) =>
  text === null
    ? []
    : [
        {
          id: idOfLine(line.importId, line.line, "note"),
          at: now(),
          by: new Types.ObjectId(line.officerId),
          kind: "note" as const,
          text,
        },
      ];
