import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { choice, optionalText } from "#shared/kernel/input.ts";
import { plainText } from "#shared/kernel/plain-text.ts";
import { ChosenMove, MoveForm } from "./positioning-contracts.ts";

const Token = z.object({ token: z.string().min(10).max(200) });
const PositioningParams = z.object({ positioningId: Id });

/** What the person answers: yes, no, or "I stop" once the company knows. */
export const proposalAnswers = ["yes", "no", "stop"] as const;
export type ProposalAnswer = (typeof proposalAnswers)[number];

const AnswerForm = z.object({ answer: choice(proposalAnswers), note: plainText(optionalText({ max: 500 })) });

/** The candidate's and the company's side of a positioning. */
export const proposalContracts = {
  proposalPage: contract({
    method: "get",
    path: "/propositions/:token",
    access: "anyone",
    summary: "The offer proposed, behind the mail's signed link: looking consumes nothing",
    params: Token,
    reply: "page",
  }),
  answerByLink: contract({
    method: "post",
    path: "/propositions/:token",
    access: "anyone",
    summary: "Answer a proposal from the mail's link, without signing in",
    params: Token,
    body: AnswerForm,
    reply: "page",
  }),
  myProposalsPage: contract({
    method: "get",
    path: "/mes-propositions",
    access: ["candidate"],
    summary: "The offers proposed to the candidate, and where each stands",
    reply: "page",
  }),
  answerMine: contract({
    method: "post",
    path: "/mes-propositions/:positioningId",
    access: ["candidate"],
    summary: "Answer a proposal from the site",
    params: PositioningParams,
    body: AnswerForm,
    reply: "page",
  }),
  shortListPage: contract({
    method: "get",
    path: "/employeur/positionnements",
    access: ["employer"],
    summary: "The people presented to the company, those who wait for an answer first",
    reply: "page",
  }),
  shortListedPage: contract({
    method: "get",
    path: "/employeur/positionnements/:positioningId",
    access: ["employer"],
    summary: "One person presented to the company",
    params: PositioningParams,
    query: ChosenMove,
    reply: "page",
  }),
  answerShortList: contract({
    method: "post",
    path: "/employeur/positionnements/:positioningId",
    access: ["employer"],
    summary: "Answer about one person: seen, interview, no, outcome, hired",
    params: PositioningParams,
    body: MoveForm,
    reply: "page",
  }),
} as const;
