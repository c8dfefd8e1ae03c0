import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { choice, flag, optionalText } from "#shared/kernel/input.ts";
import { plainText } from "#shared/kernel/plain-text.ts";
import { verdicts } from "./verdict.ts";

const params = z.object({ jobDatingId: Id });

export const VerdictForm = z.object({
  verdict: choice(verdicts),
  note: plainText(optionalText({ max: 500 })),
  offerId: z.preprocess((typed) => (typed === "" ? undefined : typed), Id.optional()),
  sure: flag(),
});
export type VerdictForm = z.infer<typeof VerdictForm>;

/** The day as a company and the hall see it. */
export const tableContracts = {
  tablePage: contract({
    method: "get",
    path: "/employeur/evenements/:jobDatingId",
    access: ["employer"],
    summary: "A company's own table on the day: who comes when, who is there, and what it says after each meeting",
    params,
    reply: "page",
  }),
  giveVerdict: contract({
    method: "post",
    path: "/employeur/evenements/:jobDatingId/avis/:registrationId",
    access: ["employer"],
    summary: "Say what follows a meeting that took place: a next step, a hiring, or nothing",
    params: params.extend({ registrationId: Id }),
    body: VerdictForm,
    reply: "page",
  }),
  hallPage: contract({
    method: "get",
    path: "/ecran/:token",
    access: "anyone",
    summary: "The hall's screen: which badge sits at which table, now and next; numbers, never names",
    params: z.object({ token: z.string().regex(/^[0-9a-f]{24}\.[\w-]{32}$/) }),
    reply: "page",
  }),
} as const;
