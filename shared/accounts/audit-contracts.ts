import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { email, optionalChoice } from "#shared/kernel/input.ts";
import { PageNumber } from "#shared/kernel/page.ts";
import { auditActs } from "./audit.ts";

const access = ["admin"] as const;

export const auditContracts = {
  auditPage: contract({
    method: "get",
    path: "/admin/journal",
    access,
    summary: "The log of sensitive acts, newest first, and whether its chain is whole",
    query: z.object({
      acte: optionalChoice(auditActs).catch(null),
      qui: email().nullable().catch(null).default(null),
      page: PageNumber.default(1),
    }),
    reply: "page",
  }),
  checkAudit: contract({
    method: "post",
    path: "/admin/journal/controle",
    access,
    summary: "Read the whole chain again now",
    reply: "page",
  }),
} as const;
