import { z } from "zod";
import { Id } from "#shared/kernel/ids.ts";

export const cvViewKinds = ["anonymous", "named", "staff"] as const;
export type CvViewKind = (typeof cvViewKinds)[number];

/** Who looked at whose CV, and what they saw: the person reads this journal. */
export const CvView = z.object({
  id: Id,
  cvId: Id,
  accountId: Id,
  viewerId: Id,
  /** Null when staff looked. */
  companyId: Id.nullable(),
  companyName: z.string().nullable(),
  at: z.iso.datetime(),
  kind: z.enum(cvViewKinds),
});
export type CvView = z.infer<typeof CvView>;
