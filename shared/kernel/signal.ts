import { z } from "zod";

/**
 * What a screen that is open is told at once. It names what changed and holds no personal data:
 * the screen asks the server again, which decides what this person may see.
 */
export const Signal = z.object({
  /** `staff` reaches officers and admins; `account:<id>` one person's open pages; `servers` no page at all. */
  room: z.string().regex(/^(staff|servers|account:[0-9a-f]{24})$/),
  /** kebab-case, for instance `positioning-changed`, `strong-match`. */
  name: z.string(),
  /** Ids only. */
  ids: z.record(z.string(), z.string()),
  at: z.iso.datetime(),
});
export type Signal = z.infer<typeof Signal>;
