import type { Types } from "mongoose";
import { idFor } from "#server/platform/fields.ts";
import type { Company } from "#shared/companies/company.ts";
import type { ReadCompany } from "./read-line.ts";

/** The fields a list may fill; what an officer wrote is never overwritten. */
const filled = ["siret", "address", "naf", "sector", "size", "website"] as const;

export type Completion = {
  readonly set: Readonly<Record<string, unknown>>;
  readonly contact: ReadCompany["contact"];
  readonly note: string | null;
};

/** What a line would add to a file that is there; null when it knows nothing more. */
export const completionOf = (company: Company, line: ReadCompany): Completion | null => {
  const set = Object.fromEntries(
    filled.flatMap((field) => (company[field] === null && line[field] !== null ? [[field, line[field]]] : [])),
  );
  const contact = line.contact && !knowsContact(company, line.contact) ? line.contact : null;
  const note = line.note !== null && !company.notes.some(({ text }) => text === line.note) ? line.note : null;
  return Object.keys(set).length === 0 && contact === null && note === null ? null : { set, contact, note };
};

const knowsContact = ({ contacts }: Company, found: NonNullable<ReadCompany["contact"]>): boolean =>
  contacts.some(
    ({ name, phone, email }) =>
      (found.email !== null && email === found.email) ||
      (found.phone !== null && phone === found.phone) ||
      (name.toLowerCase() === found.name.toLowerCase() && found.email === null && found.phone === null),
  );

/** The same id each time a line is written: done again after a crash, it is the same company, contact or note. */
export const idOfLine = (importId: string, line: number, what: "company" | "contact" | "note"): Types.ObjectId =>
  idFor(`${importId} ${line} ${what}`);
