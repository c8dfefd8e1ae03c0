import { z } from "zod";
import { Id } from "./ids.ts";
import { type Job, job } from "./job.ts";

const OneDocument = z.object({ id: Id }); // made once: zod compiles a schema at its first parse

/** Performs what one document still owes (see server/platform/effects.ts). Asked right after the write. */
export const settleJob = (collection: string): Job<{ id: string }> =>
  job({
    name: `settle-${collection}`,
    queue: "routine",
    attempts: 6,
    data: OneDocument,
    key: ({ id }) => `${collection}-${id}`,
  });

/** Finds the documents whose effects were left behind by a crash or a lost queue. */
export const sweepJob = (collection: string): Job<Record<string, never>> =>
  job({ name: `sweep-${collection}`, queue: "routine", attempts: 1, data: z.strictObject({}), key: () => collection });
