import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { Arrival, ArrivalsAnswer, EntranceCode } from "./arrival.ts";

const officers = ["officer", "admin"] as const;
const params = z.object({ jobDatingId: Id });

const emptyIsAbsent = (typed: unknown): unknown => (typed === "" ? undefined : typed);

/** What is printed before the day, what the door does on the day, and what is left of it after. */
export const dayContracts = {
  badges: contract({
    method: "get",
    path: "/bureau/evenements/:jobDatingId/badges",
    access: officers,
    summary: "The badges to print: a number, a code and one's own times, never a name",
    params,
    reply: "page",
  }),
  sheets: contract({
    method: "get",
    path: "/bureau/evenements/:jobDatingId/feuilles",
    access: officers,
    summary: "One sheet a table to print: its times and the numbers it receives",
    params,
    reply: "page",
  }),
  balance: contract({
    method: "get",
    path: "/bureau/evenements/:jobDatingId/bilan",
    access: officers,
    summary: "Who met whom, and what followed one and three months later",
    params,
    reply: "page",
  }),
  balanceFile: contract({
    method: "get",
    path: "/bureau/evenements/:jobDatingId/bilan.csv",
    access: officers,
    summary: "The same as a table for a spreadsheet",
    params,
    reply: "page",
  }),
  doorPage: contract({
    method: "get",
    path: "/bureau/evenements/:jobDatingId/accueil",
    access: officers,
    summary: "The door: who comes in, by code, by camera or by name, with or without network",
    params,
    query: z.object({ code: EntranceCode.nullable().catch(null).default(null) }),
    reply: "page",
  }),
  checkIn: contract({
    method: "post",
    path: "/bureau/evenements/:jobDatingId/arrivees",
    access: officers,
    summary: "Check one person in, by code or by name",
    params,
    body: z.object({
      code: z.preprocess(emptyIsAbsent, EntranceCode.optional()),
      registrationId: z.preprocess(emptyIsAbsent, Id.optional()),
    }),
    reply: "page",
  }),
  undoCheckIn: contract({
    method: "post",
    path: "/bureau/evenements/:jobDatingId/arrivees/:registrationId/annulation",
    access: officers,
    summary: "Take back a check-in made by mistake",
    params: params.extend({ registrationId: Id }),
    reply: "page",
  }),
  noteUnnamed: contract({
    method: "post",
    path: "/bureau/evenements/:jobDatingId/sans-nom",
    access: officers,
    summary: "Somebody comes into a forum and gives no name; the same key counts once",
    params,
    body: z.object({ key: Arrival.shape.key }),
    reply: "page",
  }),
  undoUnnamed: contract({
    method: "post",
    path: "/bureau/evenements/:jobDatingId/sans-nom/annulation",
    access: officers,
    summary: "Take back the last one without a name",
    params,
    reply: "page",
  }),
  sendArrivals: contract({
    method: "post",
    path: "/api/v1/job-datings/:jobDatingId/arrivals",
    access: officers,
    summary: "What the door noted, perhaps without network: each check-in counts once however often it is sent",
    params,
    body: z.object({ arrivals: z.array(Arrival, { error: "not-a-list" }).max(500, "too-many") }),
    reply: ArrivalsAnswer,
  }),
  doorWorker: contract({
    method: "get",
    path: "/bureau/porte.js",
    access: officers,
    summary: "The script that keeps the door's page at hand when the network fails",
    reply: "page",
  }),
} as const;
