import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { importFields } from "./import-columns.ts";

const officers = ["officer", "admin"] as const;
const params = z.object({ importId: Id });

const SentSheet = z.object({ name: z.string().max(300), bytes: z.instanceof(Uint8Array) });
const Columns = z.preprocess(
  (typed) => (Array.isArray(typed) ? typed : typed === undefined ? [] : [typed]),
  z.array(z.enum([...importFields, ""], { error: "not-a-choice" })).max(60, "too-many"),
);

export const companyImportContracts = {
  newPage: contract({
    method: "get",
    path: "/bureau/entreprises/import",
    access: officers,
    summary: "The form that sends a list of companies, and the last lists sent",
    reply: "page",
  }),
  send: contract({
    method: "post",
    path: "/bureau/entreprises/import",
    access: officers,
    summary: "Read a CSV or XLSX of companies; nothing is written to the network yet",
    // Absent, or what went wrong while it arrived, is for the use-case to say.
    body: z.object({ file: SentSheet.optional().catch(undefined) }),
    reply: "page",
  }),
  importPage: contract({
    method: "get",
    path: "/bureau/entreprises/import/:importId",
    access: officers,
    summary: "What a list would do line by line, how far it went, or what it did",
    params,
    reply: "page",
  }),
  setColumns: contract({
    method: "post",
    path: "/bureau/entreprises/import/:importId/colonnes",
    access: officers,
    summary: "Say what each column holds",
    params,
    body: z.object({ column: Columns }),
    reply: "page",
  }),
  run: contract({
    method: "post",
    path: "/bureau/entreprises/import/:importId/oui",
    access: officers,
    summary: "Write the list to the network, or go on after a stop",
    params,
    reply: "page",
  }),
  stop: contract({
    method: "post",
    path: "/bureau/entreprises/import/:importId/arret",
    access: officers,
    summary: "Stop after the line under way; what is written stays",
    params,
    reply: "page",
  }),
} as const;
