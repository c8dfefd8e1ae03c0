import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { choice, optionalText } from "#shared/kernel/input.ts";
import { plainText } from "#shared/kernel/plain-text.ts";
import { satisfactions } from "./forum.ts";

const params = z.object({ token: z.string().regex(/^[0-9a-f]{24}\.[\w-]{32}$/) });
const yesOrNo = () => choice(["yes", "no"]);

export const wayOutQuestions = ["metCompanies", "foundLead", "wellReceived", "wouldReturn"] as const;
export type WayOutQuestion = (typeof wayOutQuestions)[number];

/** `key` is the tablet's own: sent again after a cut, it is the same questionnaire. */
export const WayOutForm = z.object({
  key: z.string({ error: "required" }).regex(/^[\w-]{8,64}$/, "not-a-key"),
  satisfaction: choice(satisfactions),
  metCompanies: yesOrNo(),
  foundLead: yesOrNo(),
  wellReceived: yesOrNo(),
  wouldReturn: yesOrNo(),
  comment: plainText(optionalText({ max: 300 })),
});
export type WayOutForm = z.infer<typeof WayOutForm>;

export const wayOutContracts = {
  wayOutPage: contract({
    method: "get",
    path: "/sortie/:token",
    access: "anyone",
    summary: "The questionnaire at a forum's way out, on a tablet without an account",
    params,
    reply: "page",
  }),
  answerWayOut: contract({
    method: "post",
    path: "/sortie/:token",
    access: "anyone",
    summary: "One questionnaire; the same key sent again is the same one",
    params,
    body: WayOutForm,
    reply: "page",
  }),
} as const;
