import { type Actor, isStaff, type Role } from "#shared/kernel/actor.ts";
import type { Account } from "./account.ts";

type Person = Pick<Account, "id" | "status" | "role" | "companyId">;

export const canManageAccounts = (actor: Actor): boolean => actor.role === "admin";

/** An admin never shuts the door on themselves: one admin at least can always come back in. */
export const canChangeAccount = (actor: Actor, account: Person): boolean =>
  actor.role === "admin" && actor.accountId !== account.id;

export const canSeeAccount = (actor: Actor, account: Person): boolean =>
  actor.role !== "visitor" && (actor.accountId === account.id || isStaff(actor));

export const canSignIn = (account: Person): boolean => account.status === "active";

/** Roles a person takes alone; the others are given by an admin. */
export const openRoles = ["candidate", "employer"] as const satisfies readonly Role[];

/** Only an employer acts for a company, and an employer without one can do nothing yet. */
export const roleFitsCompany = ({ role, companyId }: Pick<Account, "role" | "companyId">): boolean =>
  role === "employer" || companyId === null;
