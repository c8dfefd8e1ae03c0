import { anyOf, atLeast } from "#server/platform/filter.ts";
import { type Actor, isStaff } from "#shared/kernel/actor.ts";
import type { Day } from "#shared/kernel/calendar.ts";

/** Open to anyone: the same rule as `isPublic`, said to MongoDB. */
export const publicOffers = (today: Day) =>
  ({ status: "published", exclusive: false, expiresOn: atLeast(today) }) as const;

/** The offers an actor manages: an employer's own, all of them for staff, none for others. */
export const offersManagedBy = (actor: Actor) => {
  if (isStaff(actor)) return {};
  return { companyId: actor.role === "employer" ? actor.companyId : anyOf<string>([]) };
};
