import { anyOf } from "#server/platform/filter.ts";
import { type Actor, readsFiles } from "#shared/kernel/actor.ts";

/** The applications an actor may list; `canSeeApplication` is the same rule for one. */
export const applicationsVisibleTo = (actor: Actor) => {
  if (readsFiles(actor)) return {};
  if (actor.role === "candidate") return { accountId: actor.accountId };
  if (actor.role === "employer" && actor.companyId !== null) return { companyId: actor.companyId };
  return { _id: anyOf<string>([]) };
};
