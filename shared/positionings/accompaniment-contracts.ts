import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { choice, email, flag, text } from "#shared/kernel/input.ts";
import { plainText } from "#shared/kernel/plain-text.ts";
import { accompanimentAnswers } from "./accompaniment.ts";

const Params = z.object({ accompanimentId: Id });
const Token = z.object({ token: z.string().min(10).max(200) });
const Answer = z.object({ answer: choice(accompanimentAnswers) });

export const SuggestForm = z.object({
  offerId: Id,
  /** Why this person for this offer: the officer reads it, and so does the person if they ask. */
  reason: plainText(text({ min: 3, max: 500 })),
  sure: flag(),
});
export type SuggestForm = z.infer<typeof SuggestForm>;

export const ProposeActionForm = z.object({
  actionId: z.preprocess((typed) => (typed === "" ? undefined : typed), z.string({ error: "required" }).pipe(Id)),
  why: plainText(text({ min: 3, max: 500 })),
  sure: flag(),
});
export type ProposeActionForm = z.infer<typeof ProposeActionForm>;

/** A counsellor and the people who agreed to be accompanied. */
export const accompanimentContracts = {
  listPage: contract({
    method: "get",
    path: "/accompagnement",
    access: ["counsellor"],
    summary: "The people a counsellor accompanies, and where each stands",
    reply: "page",
  }),
  ask: contract({
    method: "post",
    path: "/accompagnement",
    access: ["counsellor"],
    summary: "Ask somebody to be accompanied; the answer never tells whether the address has an account",
    body: z.object({ email: email() }),
    reply: "page",
  }),
  personPage: contract({
    method: "get",
    path: "/accompagnement/:accompanimentId",
    access: ["counsellor"],
    summary: "One person: CV, the exclusive offers that fit, what happens with those proposed",
    params: Params,
    reply: "page",
  }),
  suggest: contract({
    method: "post",
    path: "/accompagnement/:accompanimentId/propositions",
    access: ["counsellor"],
    summary: "Suggest the person for an exclusive offer, saying why",
    params: Params,
    body: SuggestForm,
    reply: "page",
  }),
  proposeAction: contract({
    method: "post",
    path: "/accompagnement/:accompanimentId/actions",
    access: ["counsellor"],
    summary: "Propose a collective action to the person, saying why",
    params: Params,
    body: ProposeActionForm,
    reply: "page",
  }),
  end: contract({
    method: "post",
    path: "/accompagnement/:accompanimentId/fin",
    access: ["counsellor"],
    summary: "Stop accompanying a person",
    params: Params,
    reply: "page",
  }),
  minePage: contract({
    method: "get",
    path: "/mes-accompagnements",
    access: ["candidate"],
    summary: "Who accompanies the person, who asks to, and what they see",
    reply: "page",
  }),
  answerMine: contract({
    method: "post",
    path: "/mes-accompagnements/:accompanimentId",
    access: ["candidate"],
    summary: "Accept, refuse or end an accompaniment",
    params: Params,
    body: Answer,
    reply: "page",
  }),
  linkPage: contract({
    method: "get",
    path: "/accompagnements/:token",
    access: "anyone",
    summary: "A counsellor's request behind the mail's signed link: looking consumes nothing",
    params: Token,
    reply: "page",
  }),
  answerByLink: contract({
    method: "post",
    path: "/accompagnements/:token",
    access: "anyone",
    summary: "Answer a counsellor's request from the mail's link, without signing in",
    params: Token,
    body: Answer,
    reply: "page",
  }),
} as const;
