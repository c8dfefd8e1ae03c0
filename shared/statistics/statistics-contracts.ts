import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { BilanQuery } from "./bilan-query.ts";
import { indicators } from "./indicators.ts";

const officers = ["officer", "admin"] as const;

/** The first day of a quarter that is over; anything else is the last one. */
export const OutsideQuery = z.object({ trimestre: z.string().max(10).catch("").default("") });
export type OutsideQuery = z.infer<typeof OutsideQuery>;

/** What the service produced, for the desk; and a sheet that may leave it. */
export const statisticsContracts = {
  bilanPage: contract({
    method: "get",
    path: "/bureau/bilans",
    access: officers,
    summary: "Every figure of a period, a territory, an action",
    query: BilanQuery,
    reply: "page",
  }),
  bilanCsv: contract({
    method: "get",
    path: "/bureau/bilans.csv",
    access: officers,
    summary: "The figures and their tables, as CSV",
    query: BilanQuery,
    reply: "page",
  }),
  bilanXlsx: contract({
    method: "get",
    path: "/bureau/bilans.xlsx",
    access: officers,
    summary: "The figures and their tables, as a workbook",
    query: BilanQuery,
    reply: "page",
  }),
  reportPage: contract({
    method: "get",
    path: "/bureau/bilans/rapport",
    access: officers,
    summary: "The report of a period, to print",
    query: BilanQuery,
    reply: "page",
  }),
  outsidePage: contract({
    method: "get",
    path: "/bureau/bilans/diffusion",
    access: officers,
    summary: "The figures of a quarter that may leave the desk, small groups hidden",
    query: OutsideQuery,
    reply: "page",
  }),
  outsideCsv: contract({
    method: "get",
    path: "/bureau/bilans/diffusion.csv",
    access: officers,
    summary: "The same as CSV",
    query: OutsideQuery,
    reply: "page",
  }),
  outsideXlsx: contract({
    method: "get",
    path: "/bureau/bilans/diffusion.xlsx",
    access: officers,
    summary: "The same as a workbook",
    query: OutsideQuery,
    reply: "page",
  }),
  indicatorPage: contract({
    method: "get",
    path: "/bureau/bilans/:indicator",
    access: officers,
    summary: "One figure: month by month, by area, by action, and the list behind it",
    params: z.object({ indicator: z.enum(indicators) }),
    query: BilanQuery,
    reply: "page",
  }),
} as const;
