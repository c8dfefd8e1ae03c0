import { z } from "zod";
import { Id } from "#shared/kernel/ids.ts";

export const contactRequestStatuses = ["asked", "accepted", "declined"] as const;
export type ContactRequestStatus = (typeof contactRequestStatuses)[number];

/** A company asks the person behind an anonymous CV for a name and a way to reach them. One per CV and company. */
export const ContactRequest = z.object({
  id: Id,
  cvId: Id,
  accountId: Id,
  companyId: Id,
  companyName: z.string(),
  employerAccountId: Id,
  offerId: Id.nullable(),
  message: z.string(),
  status: z.enum(contactRequestStatuses),
  askedAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
});
export type ContactRequest = z.infer<typeof ContactRequest>;
