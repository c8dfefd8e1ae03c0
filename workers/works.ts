import type { Work } from "#shared/kernel/job.ts";

/** Everything the workers do, slice by slice. */
export const works: readonly Work[] = [];
