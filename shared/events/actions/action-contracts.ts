import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import {
  choice,
  day,
  email,
  flag,
  listOf,
  optionalDay,
  optionalText,
  optionalWholeNumber,
  text,
  wholeNumber,
} from "#shared/kernel/input.ts";
import { plainText } from "#shared/kernel/plain-text.ts";
import { participationAnswers } from "./action-rules.ts";
import { actionKinds, actionStepKinds, type attendances, outcomes, resultMoments } from "./collective-action.ts";

const officers = ["officer", "admin"] as const;
const ActionParams = z.object({ actionId: Id });
const StepParams = z.object({ actionId: Id, stepId: Id });
const ParticipationParams = z.object({ actionId: Id, participationId: Id });
const Token = z.object({ token: z.string().min(10).max(200) });
const Answer = z.object({ answer: choice(participationAnswers) });

export const ActionForm = z.object({
  kind: choice(actionKinds),
  title: plainText(text({ min: 3, max: 120 })),
  commune: text({ max: 100 }),
  places: wholeNumber({ min: 1, max: 500 }),
  asksM12: flag(),
  /** The days of the usual steps; those left empty are added later. */
  informationMeeting: optionalDay(),
  cvWorkshop: optionalDay(),
  interviewTraining: optionalDay(),
  companyVisit: optionalDay(),
  jobDating: optionalDay(),
});
export type ActionForm = z.infer<typeof ActionForm>;

export const StepForm = z.object({
  stepKind: choice(actionStepKinds),
  day: day(),
  place: plainText(optionalText({ max: 160 })),
});
export type StepForm = z.infer<typeof StepForm>;

const reason = () => plainText(optionalText({ max: 500 }));
export const ProposeForm = z.object({ email: email(), reason: reason(), sure: flag() });

/** One line a person: `<participation>:<attendance>`; an empty one says nothing. */
export const AttendanceForm = z.object({
  people: listOf(z.string().regex(/^[0-9a-f]{24}:(present|absent|excused)$/, "not-a-choice"), { max: 500 }),
});

export const ResultForm = z.object({ moment: choice(resultMoments), outcome: choice(outcomes) });

/** One number for the whole group: nobody's status is ever written down. */
export const BeneficiariesForm = z.object({ beneficiaries: optionalWholeNumber({ min: 0, max: 500 }) });

export const attendanceValue = (participationId: string, was: (typeof attendances)[number]): string =>
  `${participationId}:${was}`;

/** Collective actions: a group, its steps, who came, what became of each. */
export const actionContracts = {
  listPage: contract({
    method: "get",
    path: "/bureau/actions",
    access: officers,
    summary: "The collective actions, the newest first",
    reply: "page",
  }),
  newPage: contract({
    method: "get",
    path: "/bureau/actions/nouvelle",
    access: officers,
    summary: "The form that creates a collective action",
    reply: "page",
  }),
  create: contract({
    method: "post",
    path: "/bureau/actions",
    access: officers,
    summary: "Create a collective action",
    body: ActionForm.extend({ formKey: Id }),
    reply: "page",
  }),
  page: contract({
    method: "get",
    path: "/bureau/actions/:actionId",
    access: officers,
    summary: "One action: its steps, its people, what is still to be written down",
    params: ActionParams,
    reply: "page",
  }),
  addStep: contract({
    method: "post",
    path: "/bureau/actions/:actionId/etapes",
    access: officers,
    summary: "Add a step to an action",
    params: ActionParams,
    body: StepForm,
    reply: "page",
  }),
  propose: contract({
    method: "post",
    path: "/bureau/actions/:actionId/personnes",
    access: officers,
    summary: "Propose an action to somebody, who answers for themselves",
    params: ActionParams,
    body: ProposeForm,
    reply: "page",
  }),
  stepPage: contract({
    method: "get",
    path: "/bureau/actions/:actionId/etapes/:stepId",
    access: officers,
    summary: "Who came to a step: one list to tick",
    params: StepParams,
    reply: "page",
  }),
  attend: contract({
    method: "post",
    path: "/bureau/actions/:actionId/etapes/:stepId",
    access: officers,
    summary: "Write down who came to a step",
    params: StepParams,
    body: AttendanceForm,
    reply: "page",
  }),
  result: contract({
    method: "post",
    path: "/bureau/actions/:actionId/personnes/:participationId/resultat",
    access: officers,
    summary: "Write down what became of somebody, at the end or months later",
    params: ParticipationParams,
    body: ResultForm,
    reply: "page",
  }),
  cancel: contract({
    method: "post",
    path: "/bureau/actions/:actionId/annulation",
    access: officers,
    summary: "Cancel an action; those who had said yes are told",
    params: ActionParams,
    reply: "page",
  }),
  balancePage: contract({
    method: "get",
    path: "/bureau/actions/:actionId/bilan",
    access: officers,
    summary: "The balance of an action, to print",
    params: ActionParams,
    reply: "page",
  }),
  beneficiaries: contract({
    method: "post",
    path: "/bureau/actions/:actionId/beneficiaires",
    access: officers,
    summary: "Write down how many of the group receive the RSA, as one number",
    params: ActionParams,
    body: BeneficiariesForm,
    reply: "page",
  }),
  balanceFile: contract({
    method: "get",
    path: "/bureau/actions/:actionId/bilan.csv",
    access: officers,
    summary: "The balance of an action as CSV",
    params: ActionParams,
    reply: "page",
  }),
  linkPage: contract({
    method: "get",
    path: "/actions/:token",
    access: "anyone",
    summary: "An action proposed, behind the mail's signed link: looking consumes nothing",
    params: Token,
    reply: "page",
  }),
  answerByLink: contract({
    method: "post",
    path: "/actions/:token",
    access: "anyone",
    summary: "Say yes, no, or that one stops, from the mail's link",
    params: Token,
    body: Answer,
    reply: "page",
  }),
  minePage: contract({
    method: "get",
    path: "/mes-actions",
    access: ["candidate"],
    summary: "The actions proposed to the person, and those they take part in",
    reply: "page",
  }),
  answerMine: contract({
    method: "post",
    path: "/mes-actions/:participationId",
    access: ["candidate"],
    summary: "Answer a proposed action from the site",
    params: z.object({ participationId: Id }),
    body: Answer,
    reply: "page",
  }),
} as const;
