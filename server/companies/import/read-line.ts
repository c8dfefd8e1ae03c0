import { findCommune } from "#server/referentials/find-commune.ts";
import { foldPhone, isPhone } from "#shared/accounts/phone.ts";
import type { CompanySize } from "#shared/companies/company.ts";
import type { LineRemark } from "#shared/companies/company-import.ts";
import type { ImportField } from "#shared/companies/import-columns.ts";
import { foldNaf, sectorOfNaf } from "#shared/companies/naf.ts";
import { foldSiret, isSiret } from "#shared/companies/siret.ts";
import { email, text } from "#shared/kernel/input.ts";
import { plainText } from "#shared/kernel/plain-text.ts";
import type { Commune } from "#shared/referentials/commune.ts";

export type ReadContact = { name: string; role: string | null; phone: string | null; email: string | null };

/** A line of a list as the network would keep it. */
export type ReadCompany = {
  readonly siret: string | null;
  readonly name: string;
  readonly commune: Commune;
  readonly address: string | null;
  readonly naf: string | null;
  readonly sector: string | null;
  readonly size: CompanySize | null;
  readonly website: string | null;
  readonly contact: ReadContact | null;
  readonly note: string | null;
};

/** `company` is null when the line cannot be kept; remarks on other cells only leave those cells out. */
export type ReadLine = {
  readonly blank: boolean;
  readonly company: ReadCompany | null;
  readonly name: string;
  readonly remarks: readonly LineRemark[];
};

type Columns = readonly (ImportField | "")[];

/** Reads one line, cell by cell; SIRET, name and commune decide whether it is kept. */
export const readLine = (columns: Columns, row: readonly string[]): ReadLine => {
  const typed = (field: ImportField): string => tidy(row[columns.indexOf(field)] ?? "");
  const remarks: LineRemark[] = [];
  const wrong = (field: ImportField, code: string): null => {
    remarks.push({ field, code, typed: typed(field).slice(0, 80) });
    return null;
  };
  const name = nameOf(typed("name"), wrong);
  const siret = siretOf(typed("siret"), wrong);
  const commune = communeOf({ commune: typed("commune"), postcode: typed("postcode") }, wrong);
  const kept = remarks.length === 0 && name !== null && commune !== null;
  const naf = typed("naf") === "" ? null : (foldNaf(typed("naf")) ?? wrong("naf", "not-a-naf"));
  const company = kept && {
    siret,
    name,
    commune,
    naf,
    address: short(typed("address"), 200),
    sector: short(typed("sector"), 120) ?? (naf === null ? null : sectorOfNaf(naf)),
    size: sizeOf(typed("size")),
    website: websiteOf(typed("website")),
    contact: contactOf(typed, wrong),
    note: short(typed("note"), 500),
  };
  const blank = row.every((cell) => cell.trim() === "");
  return { blank, company: company || null, name: typed("name").slice(0, 160), remarks };
};

type Wrong = (field: ImportField, code: string) => null;

const Line = plainText(text({ max: 500 }));

/** As a form would read it: no control character, no markup. */
const tidy = (cell: string): string => {
  const read = Line.safeParse(cell);
  return read.success ? String(read.data).replace(/\s+/g, " ") : cell.replace(/<[^>]*>/g, " ").trim();
};

const short = (typed: string, max: number): string | null => (typed === "" ? null : typed.slice(0, max));

const nameOf = (typed: string, wrong: Wrong): string | null =>
  typed.length < 2 ? wrong("name", "required") : typed.slice(0, 160);

/** A table loses the zeros a SIRET begins with. */
const siretOf = (typed: string, wrong: Wrong): string | null => {
  if (typed === "") return null;
  const digits = foldSiret(typed);
  const siret = /^\d{11,13}$/.test(digits) ? digits.padStart(14, "0") : digits;
  return isSiret(siret) ? siret : wrong("siret", "not-a-siret");
};

const communeOf = ({ commune, postcode }: { commune: string; postcode: string }, wrong: Wrong): Commune | null => {
  const code = /^\d{4}$/.test(postcode) ? `0${postcode}` : postcode;
  if (commune === "" && code === "") return wrong("commune", "required");
  return findCommune(`${commune} ${code}`.trim()) ?? wrong("commune", "unknown-commune");
};

const contactOf = (typed: (field: ImportField) => string, wrong: Wrong): ReadContact | null => {
  const name = `${typed("contactFirstName")} ${typed("contactName")}`.trim();
  const phone = phoneOf(typed("contactPhone"), wrong);
  const mail = email().safeParse(typed("contactEmail"));
  const address = mail.success ? mail.data : null;
  if (typed("contactEmail") !== "" && address === null) wrong("contactEmail", "not-an-email");
  if (name === "" && phone === null && address === null) return null;
  return { name: name.slice(0, 120) || "Standard", role: short(typed("contactRole"), 120), phone, email: address };
};

const phoneOf = (typed: string, wrong: Wrong): string | null => {
  if (typed === "") return null;
  const phone = foldPhone(/^\d{9}$/.test(typed.replace(/\s/g, "")) ? `0${typed}` : typed);
  return isPhone(phone) ? phone : wrong("contactPhone", "not-a-phone");
};

const sizeOf = (typed: string): CompanySize | null => {
  const most = Math.max(...(typed.replace(/\s(?=\d{3})/g, "").match(/\d+/g) ?? []).map(Number));
  if (!Number.isFinite(most)) return null;
  if (most <= 1) return "alone";
  if (most < 10) return "under10";
  if (most < 50) return "under50";
  return most < 250 ? "under250" : "over250";
};

const websiteOf = (typed: string): string | null => {
  const url = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  return /^https?:\/\/[^/\s]+\.[a-z]{2,}/i.test(url) && URL.canParse(url) ? url.slice(0, 200) : null;
};
