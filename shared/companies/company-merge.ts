import { z } from "zod";
import { Id } from "#shared/kernel/ids.ts";

/** merging → merged → closed after a day; merged → undoing → undone. Killed anywhere, it goes on to the next word. */
export const mergeStatuses = ["merging", "merged", "undoing", "undone", "closed"] as const;

/** Two files made one: what was moved, so that it can be moved back for a day. */
export const CompanyMerge = z.object({
  id: Id,
  keptId: Id,
  goneId: Id,
  keptName: z.string(),
  goneName: z.string(),
  status: z.enum(mergeStatuses),
  /** The documents that named the company that went: "offers", then each one's id. */
  moved: z.array(z.object({ part: z.string(), thingId: Id })),
  /** Contacts, lines, needs, agreements and places that the kept file took over. */
  takenIds: z.array(Id),
  /** What the kept file did not say and now says. */
  filled: z.array(z.string()),
  officerId: Id,
  createdAt: z.iso.datetime(),
  undoUntil: z.iso.datetime(),
});
export type CompanyMerge = z.infer<typeof CompanyMerge>;

/** How long two files that became one can be two again. */
export const undoHours = 24;
