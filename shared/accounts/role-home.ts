import type { Role } from "#shared/kernel/actor.ts";

/** Where each role begins its day. */
export const homeOf: Record<Role, string> = {
  candidate: "/mes-pistes",
  employer: "/employeur/offres",
  officer: "/bureau",
  counsellor: "/accompagnement",
  phoneAgent: "/telephone/retours-entretien",
  admin: "/admin/moderation",
};
