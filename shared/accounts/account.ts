import { z } from "zod";
import { roles } from "#shared/kernel/actor.ts";
import { Id } from "#shared/kernel/ids.ts";

export const accountStatuses = ["active", "disabled"] as const;
export type AccountStatus = (typeof accountStatuses)[number];

/** One person who signs in. The hash of a password never leaves the server's model. */
export const Account = z.object({
  id: Id,
  /** Lower-case, unique: one address is one account. */
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string().nullable(),
  role: z.enum(roles),
  /** The company an employer acts for; null for every other role. */
  companyId: Id.nullable(),
  status: z.enum(accountStatuses),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().nullable(),
});
export type Account = z.infer<typeof Account>;
