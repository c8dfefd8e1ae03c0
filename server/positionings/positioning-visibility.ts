import { anyOf } from "#server/platform/filter.ts";
import { type Actor, isOfficer } from "#shared/kernel/actor.ts";

/** The positionings an actor may list; `canSeePositioning` is the same rule for one. */
export const positioningsVisibleTo = (actor: Actor) => {
  if (isOfficer(actor)) return {};
  if (actor.role === "candidate") return { accountId: actor.accountId, "steps.status": "proposed" } as const;
  if (actor.role === "employer" && actor.companyId !== null)
    return { companyId: actor.companyId, "steps.status": "submitted" } as const;
  return { _id: anyOf<string>([]) };
};
