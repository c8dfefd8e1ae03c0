import type { Role } from "#shared/kernel/actor.ts";

/** How long a session lasts without a sight of its holder, and at all. */
export type SessionLife = { readonly idleMs: number; readonly absoluteMs: number };

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const staffLife: SessionLife = { idleMs: 30 * minute, absoluteMs: 12 * hour };

/** Those who see other people's data are asked again soon; a job seeker on a borrowed phone, each week (SEC-07). */
export const sessionLives: Readonly<Record<Role, SessionLife>> = {
  candidate: { idleMs: 7 * day, absoluteMs: 7 * day },
  employer: { idleMs: 2 * hour, absoluteMs: 7 * day },
  officer: staffLife,
  counsellor: staffLife,
  phoneAgent: staffLife,
  admin: staffLife,
};
