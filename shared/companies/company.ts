import { z } from "zod";
import { Day } from "#shared/kernel/calendar.ts";
import { Id } from "#shared/kernel/ids.ts";
import { Commune } from "#shared/referentials/commune.ts";

export const companyStatuses = ["pending", "verified", "refused"] as const;
export type CompanyStatus = (typeof companyStatuses)[number];

export const companySizes = ["alone", "under10", "under50", "under250", "over250"] as const;
export type CompanySize = (typeof companySizes)[number];

export const noteKinds = ["visit", "call", "mail", "note"] as const;
export type NoteKind = (typeof noteKinds)[number];

export const CompanyContact = z.object({
  id: Id,
  name: z.string(),
  role: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  mayBeCalled: z.boolean(),
});
export type CompanyContact = z.infer<typeof CompanyContact>;

/** One line of the thread: what staff did with the company. Kept, never edited. */
export const CompanyNote = z.object({
  id: Id,
  at: z.iso.datetime(),
  by: Id,
  kind: z.enum(noteKinds),
  text: z.string(),
});
export type CompanyNote = z.infer<typeof CompanyNote>;

export const NextAction = z.object({
  what: z.string(),
  on: Day,
  officerId: Id,
  /** The day on which a mail said that it is past; none did while it is missing or null. */
  remindedOn: Day.nullable().optional(),
});
export type NextAction = z.infer<typeof NextAction>;

/** What it looks for, said on a visit or by telephone, before any offer is written. */
export const CompanyNeed = z.object({
  id: Id,
  occupation: z.string(),
  people: z.int(),
  neededOn: Day.nullable(),
  note: z.string().nullable(),
  at: z.iso.datetime(),
  by: Id,
  metAt: z.iso.datetime().nullable(),
});
export type CompanyNeed = z.infer<typeof CompanyNeed>;

/** A paper signed with the Département: a convention, a charter. */
export const CompanyAgreement = z.object({
  id: Id,
  title: z.string(),
  signedOn: Day,
  endsOn: Day.nullable(),
  by: Id,
});
export type CompanyAgreement = z.infer<typeof CompanyAgreement>;

/** Another place of the same company, kept on its sheet since two files became one. */
export const Establishment = z.object({
  id: Id,
  siret: z.string(),
  commune: Commune,
  address: z.string().nullable(),
});
export type Establishment = z.infer<typeof Establishment>;

/** One company, known by the SIRET of its main establishment; null when a list that was imported did not say it. */
export const Company = z.object({
  id: Id,
  siret: z.string().nullable(),
  establishments: z.array(Establishment),
  name: z.string(),
  /** NAF code of its activity ("47.11F"), when known. */
  naf: z.string().nullable(),
  sector: z.string().nullable(),
  commune: Commune,
  address: z.string().nullable(),
  size: z.enum(companySizes).nullable(),
  website: z.string().nullable(),
  description: z.string().nullable(),
  status: z.enum(companyStatuses),
  /** What is said to the employer of a refused company. */
  refusalReason: z.string().nullable(),
  verifiedAt: z.iso.datetime().nullable(),
  verifiedBy: Id.nullable(),
  /** Followed by an officer: its hidden offers are signed "entreprise accompagnée par le Département". */
  accompanied: z.boolean(),
  contacts: z.array(CompanyContact),
  notes: z.array(CompanyNote),
  needs: z.array(CompanyNeed),
  agreements: z.array(CompanyAgreement),
  nextAction: NextAction.nullable(),
  /** Companies that look alike, and that an officer said are others. */
  otherIds: z.array(Id),
  lastContactAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Company = z.infer<typeof Company>;

/** What anyone may know of a company whose offer shows its name. */
export const PublicCompany = Company.pick({
  id: true,
  name: true,
  sector: true,
  commune: true,
  website: true,
  description: true,
});
export type PublicCompany = z.infer<typeof PublicCompany>;
