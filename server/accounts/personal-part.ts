import type { Held } from "#shared/accounts/personal-file.ts";
import type { Role } from "#shared/kernel/actor.ts";

/** Whom a file is made for, or whom is erased. */
export type Person = {
  readonly accountId: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string | null;
  readonly role: Role;
  readonly companyId: string | null;
};

/**
 * What one slice holds about people. Each slice with personal data gives one; `server/personal-parts.ts` lists them.
 * Erasing may be cut anywhere and is then done again: it must be harmless twice.
 */
export type PersonalPart = {
  /** The heading above it, in the person's file. */
  readonly title: string;
  readonly read: (person: Person) => Promise<readonly Held[]>;
  readonly erase: (person: Person) => Promise<void>;
  /** What is kept no longer than this, though its person is still here. Says how much went. */
  readonly forgetBefore?: (limit: Date) => Promise<number>;
};
