import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { choice, optionalChoice, optionalWholeNumber, wholeNumber } from "#shared/kernel/input.ts";

const officers = ["officer", "admin"] as const;
const params = z.object({ jobDatingId: Id });
const basis = wholeNumber({ min: 0, max: 1_000_000 });
const number = () => optionalWholeNumber({ min: 0, max: 200 });
const optionalId = () =>
  z.preprocess((typed) => (typed === "" ? undefined : typed), Id.optional()).transform((id) => id ?? null);

export const planActs = ["lock", "unlock", "forbid", "allow", "add", "forget"] as const;
export type PlanAct = (typeof planActs)[number];

export const changeKinds = ["late", "absent", "tableAdded", "tableRemoved", "tableLate", "companyLeft"] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const planViews = ["entreprises", "personnes"] as const;

const ChangeFields = {
  kind: choice(changeKinds),
  registrationId: optionalId(),
  companyId: optionalId(),
  /** A table and its company in one choice: "id.2". */
  seat: z
    .preprocess(
      (typed) => (typed === "" ? undefined : typed),
      z
        .string()
        .regex(/^[0-9a-f]{24}\.\d{1,3}$/, "not-a-choice")
        .optional(),
    )
    .transform((seat) => seat ?? null),
  /** The slot somebody arrives at, or how many slots a table loses. */
  slots: number(),
};
export const ChangeQuery = z.object(ChangeFields);
export type ChangeQuery = z.infer<typeof ChangeQuery>;

export const proposalKinds = ["still", "few", "best"] as const;

export const planContracts = {
  planPage: contract({
    method: "get",
    path: "/bureau/evenements/:jobDatingId/planning",
    access: officers,
    summary: "The timetable, by company or by person, what it is worth, and who has no meeting and why",
    params,
    query: z.object({ vue: z.enum(planViews).catch("entreprises").default("entreprises") }),
    reply: "page",
  }),
  compute: contract({
    method: "post",
    path: "/bureau/evenements/:jobDatingId/planning",
    access: officers,
    summary: "Compute the timetable from wishes, matches and availability",
    params,
    reply: "page",
  }),
  steer: contract({
    method: "post",
    path: "/bureau/evenements/:jobDatingId/planning/choix",
    access: officers,
    summary: "Lock, forbid or ask for a meeting; the timetable follows",
    params,
    body: z.object({
      act: choice(planActs),
      registrationId: Id,
      companyId: Id,
      vue: optionalChoice(planViews),
    }),
    reply: "page",
  }),
  announce: contract({
    method: "post",
    path: "/bureau/evenements/:jobDatingId/planning/publication",
    access: officers,
    summary: "Tell everyone their times; refused for a timetable made before a change",
    params,
    body: z.object({ basis }),
    reply: "page",
  }),
  changePage: contract({
    method: "get",
    path: "/bureau/evenements/:jobDatingId/changement",
    access: officers,
    summary: "The answers to a late arrival, an absence or a table, each with its price",
    params,
    query: ChangeQuery,
    reply: "page",
  }),
  applyChange: contract({
    method: "post",
    path: "/bureau/evenements/:jobDatingId/changement",
    access: officers,
    summary: "Choose one of the answers to a change, and tell those concerned",
    params,
    body: z.object({ ...ChangeFields, choice: choice(proposalKinds), basis }),
    reply: "page",
  }),
} as const;
