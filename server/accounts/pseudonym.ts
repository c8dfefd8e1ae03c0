import { createHash } from "node:crypto";

/**
 * What stands for a person where their id must not: the same person is always the same pseudonym, and once the
 * account is erased nothing leads back. Without a key, so that a restored backup knows whom to erase again.
 */
export const pseudonymOf = (accountId: string): string =>
  createHash("sha256").update(`élan emploi, a person\n${accountId}`).digest("hex").slice(0, 32);
