import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";

/** What waits for an officer this morning. */
export const deskContracts = {
  todayPage: contract({
    method: "get",
    path: "/bureau",
    access: ["officer", "admin"],
    summary: "What waits, oldest first, each with its next action",
    query: z.object({ qui: z.enum(["moi", "tous"]).nullable().catch(null).default(null) }),
    reply: "page",
  }),
  setAsideStrongMatches: contract({
    method: "post",
    path: "/bureau/offres-exclusives/:offerId/profils-vus",
    access: ["officer", "admin"],
    summary: "Take the new strong matches of an offer off today's list",
    params: z.object({ offerId: Id }),
    reply: "page",
  }),
} as const;
