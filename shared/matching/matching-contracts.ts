import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";

export const matchingContracts = {
  leadsPage: contract({
    method: "get",
    path: "/mes-pistes",
    access: ["candidate"],
    summary: "A candidate's home: what to do, the offers that fit with their reasons, where applications stand",
    query: z.object({ page: z.coerce.number().int().min(1).max(5).catch(1) }),
    reply: "page",
  }),
} as const;
