import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { listOf } from "#shared/kernel/input.ts";
import { CompanyListQuery } from "./officer-contracts.ts";

const officers = ["officer", "admin"] as const;
const count = (least: number, most: number, usual: number) =>
  z.coerce.number().int().min(least).max(most).catch(usual).default(usual);

export const RoundQuery = z.object({
  /** As typed, or an INSEE code. */
  commune: z.string().trim().max(100).catch("").default(""),
  km: count(1, 100, 20),
  combien: count(1, 15, 8),
  secteur: z.string().trim().max(120).catch("").default(""),
  /** Companies left out of the round. */
  sans: listOf(Id, { max: 50 }).catch([]),
});
export type RoundQuery = z.infer<typeof RoundQuery>;

/** The network seen from above: on a map, month by month, as a round to drive. */
export const networkContracts = {
  mapPage: contract({
    method: "get",
    path: "/bureau/entreprises/carte",
    access: officers,
    summary: "The companies on a map, commune by commune",
    query: CompanyListQuery,
    reply: "page",
  }),
  contactsPage: contract({
    method: "get",
    path: "/bureau/entreprises/contacts",
    access: officers,
    summary: "Visits, calls and mails of the last twelve months, by officer",
    reply: "page",
  }),
  roundPage: contract({
    method: "get",
    path: "/bureau/entreprises/tournee",
    access: officers,
    summary: "The companies to see around a commune, in the order of the road",
    query: RoundQuery,
    reply: "page",
  }),
} as const;
