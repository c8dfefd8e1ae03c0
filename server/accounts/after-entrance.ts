import type { Done } from "#server/http/serve-form.ts";
import { homeOf } from "#shared/accounts/role-home.ts";
import type { Entrance } from "./sign-in.ts";

/** Where a sign-in leads: on to what was asked, or to the step that is still missing. */
export const afterEntrance = (entrance: Entrance, next: string | null): Done => {
  if ("session" in entrance) return { to: next ?? homeOf[entrance.role], session: entrance.session };
  if ("secondFactor" in entrance) return { to: `/connexion/second-code/${entrance.secondFactor}${suffix(next)}` };
  return { to: `/connexion/bienvenue/${entrance.registration}${suffix(next)}` };
};

/** What follows an address so that the way goes on after signing in. */
export const suffix = (next: string | null): string => (next ? `?suite=${encodeURIComponent(next)}` : "");
