import { z } from "zod";
import { Day } from "#shared/kernel/calendar.ts";
import { PageNumber } from "#shared/kernel/page.ts";
import { actionFamilies } from "./indicators.ts";
import { periodKinds } from "./period.ts";

/** Employment zones of INSEE, or groups of communes. */
export const areaKinds = ["zones", "epci"] as const;
export type AreaKind = (typeof areaKinds)[number];

/** An area as an address names it: "zones:7511", "epci:241927201". */
const AreaName = z.string().regex(/^(zones|epci):[0-9A-Z]{2,12}$/);

/** What the figures are asked for; whatever cannot be read is left out, and the page says what it shows. */
export const BilanQuery = z.object({
  periode: z.enum(periodKinds).catch("annee").default("annee"),
  du: Day.nullable().catch(null).default(null),
  au: Day.nullable().catch(null).default(null),
  territoire: AreaName.nullable().catch(null).default(null),
  decoupage: z.enum(areaKinds).nullable().catch(null).default(null),
  action: z.enum(actionFamilies).nullable().catch(null).default(null),
  page: PageNumber.default(1),
});
export type BilanQuery = z.infer<typeof BilanQuery>;

/** The area asked for, in its two parts. */
export const areaAsked = ({ territoire }: Pick<BilanQuery, "territoire">): { kind: AreaKind; code: string } | null => {
  const [kind, code] = (territoire ?? "").split(":");
  return (kind === "zones" || kind === "epci") && code ? { kind, code } : null;
};

/** The address that asks the same. */
export const bilanAddress = (path: string, query: Partial<BilanQuery>): string => {
  const { page, ...asked } = query;
  const words = new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  if (page !== undefined && page > 1) words.set("page", String(page));
  return words.size > 0 ? `${path}?${words}` : path;
};
