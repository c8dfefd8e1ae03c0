import { z } from "zod";
import { Id } from "#shared/kernel/ids.ts";
import { matchLevels } from "./positioning-words.ts";

/** A person who fits an exclusive offer very well, found by a worker: told to the desk once. */
export const StrongMatch = z.object({
  id: Id,
  offerId: Id,
  cvId: Id,
  accountId: Id,
  score: z.number(),
  level: z.enum(matchLevels),
  /** The rules that made the score; the first ones where none is kept. */
  weightsVersion: z.int().default(1),
  foundAt: z.iso.datetime(),
  /** When an officer took it off today's list; null while it waits. */
  seenAt: z.iso.datetime().nullable(),
});
export type StrongMatch = z.infer<typeof StrongMatch>;
