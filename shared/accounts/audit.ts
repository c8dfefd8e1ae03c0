import { z } from "zod";
import { roles } from "#shared/kernel/actor.ts";
import { Id } from "#shared/kernel/ids.ts";

/** What the audit log keeps: acts on a person's data or on who may see them. Never the content itself. */
export const auditActs = [
  "identity-read",
  "data-exported",
  "erasure-asked",
  "account-erased",
  "role-changed",
  "account-disabled",
  "account-enabled",
  "staff-created",
  "second-factor-reset",
  "company-verified",
  "company-refused",
  "offer-published",
  "offer-refused",
] as const;
export type AuditAct = (typeof auditActs)[number];

/** Twelve months: the longest a log of accesses may be kept (CNIL, délib. 2021-122). */
export const auditKeptDays = 365;

/** One row. People are pseudonyms: whoever has no account any more cannot be found again. */
export const AuditRow = z.object({
  sequence: z.int(),
  at: z.iso.datetime(),
  act: z.enum(auditActs),
  /** Who acted; null for the system. */
  actor: z.string().nullable(),
  role: z.enum(roles).nullable(),
  /** Whom it concerns; null when it is a thing. */
  person: z.string().nullable(),
  /** The company or offer it concerns. */
  thingId: Id.nullable(),
  /** A code: the role given, the page read, the reason of an erasure. */
  detail: z.string().nullable(),
});
export type AuditRow = z.infer<typeof AuditRow>;

/** How the last check of the chain ended; `brokenAt` is the first row that does not hold. */
export type AuditCheck = { readonly rows: number; readonly brokenAt: number | null; readonly why: AuditFault | null };

export const auditFaults = ["altered", "missing", "cut", "rewritten"] as const;
export type AuditFault = (typeof auditFaults)[number];
