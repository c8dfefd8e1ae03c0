import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { PageNumber } from "#shared/kernel/page.ts";

/** What waits for an officer this morning. */
export const deskContracts = {
  todayPage: contract({
    method: "get",
    path: "/bureau",
    access: ["officer", "admin"],
    summary: "What waits, oldest first, each with its next action",
    query: z.object({ qui: z.enum(["moi", "tous"]).nullable().catch(null).default(null), page: PageNumber }),
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
  markTodo: contract({
    method: "post",
    path: "/bureau/a-faire",
    access: ["officer", "admin"],
    summary: "A line of today is done, postponed or handed to a colleague",
    body: z.object({
      key: z.string().max(80, "too-long"),
      since: z.string().max(30, "too-long"),
      act: z.union([z.enum(["done", "tomorrow", "week"]), Id], { error: "not-a-choice" }),
      qui: z.enum(["moi", "tous"]).catch("moi"),
    }),
    reply: "page",
  }),
  unmarkTodo: contract({
    method: "post",
    path: "/bureau/a-faire/annulation",
    access: ["officer", "admin"],
    summary: "Take back what was just said of a line",
    body: z.object({ key: z.string().max(80, "too-long"), qui: z.enum(["moi", "tous"]).catch("moi") }),
    reply: "page",
  }),
} as const;
