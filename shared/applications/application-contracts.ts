import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { choice, optionalChoice, optionalText, text } from "#shared/kernel/input.ts";
import { optionalMoment } from "#shared/kernel/moment.ts";
import { PageNumber } from "#shared/kernel/page.ts";
import { plainText } from "#shared/kernel/plain-text.ts";
import { applicationStatuses, refusalReasons } from "./application.ts";
import { answers } from "./application-answers.ts";

export const longestMessage = 2000;

const OfferSlug = z.object({ slug: z.string().max(200) });
const ApplicationId = z.object({ applicationId: Id });
const AnswerPath = z.object({ applicationId: Id, answer: z.enum(answers) });

export const applicationContracts = {
  applyPage: contract({
    method: "get",
    path: "/offres/:slug/postuler",
    access: ["candidate"],
    summary: "What will be sent to the employer, and a few words to add",
    params: OfferSlug,
    reply: "page",
  }),
  apply: contract({
    method: "post",
    path: "/offres/:slug/postuler",
    access: ["candidate"],
    summary: "Apply to an open offer, once",
    params: OfferSlug,
    body: z.object({ message: plainText(optionalText({ max: longestMessage })) }),
    reply: "page",
  }),
  myApplicationsPage: contract({
    method: "get",
    path: "/mes-candidatures",
    access: ["candidate"],
    summary: "One's own applications, each with its steps",
    query: z.object({ page: PageNumber }),
    reply: "page",
  }),
  myApplicationPage: contract({
    method: "get",
    path: "/mes-candidatures/:applicationId",
    access: ["candidate"],
    summary: "One of one's own applications",
    params: ApplicationId,
    reply: "page",
  }),
  withdraw: contract({
    method: "post",
    path: "/mes-candidatures/:applicationId/retrait",
    access: ["candidate"],
    summary: "Withdraw an application: the company no longer reads the CV",
    params: ApplicationId,
    reply: "page",
  }),
  nudge: contract({
    method: "post",
    path: "/mes-candidatures/:applicationId/relance",
    access: ["candidate"],
    summary: "Remind the employer, once, after ten days",
    params: ApplicationId,
    reply: "page",
  }),
} as const;

export const receivedContracts = {
  listPage: contract({
    method: "get",
    path: "/employeur/candidatures",
    access: ["employer"],
    summary: "The applications one's company received, new ones first",
    query: z.object({
      offre: z.coerce.number().int().positive().nullable().catch(null).default(null),
      page: PageNumber,
    }),
    reply: "page",
  }),
  page: contract({
    method: "get",
    path: "/employeur/candidatures/:applicationId",
    access: ["employer"],
    summary: "An application with its CV, or the button that opens it for the first time",
    params: ApplicationId,
    reply: "page",
  }),
  read: contract({
    method: "post",
    path: "/employeur/candidatures/:applicationId/lecture",
    access: ["employer"],
    summary: "Open an application: the candidate is told that it was read",
    params: ApplicationId,
    reply: "page",
  }),
  answerPage: contract({
    method: "get",
    path: "/employeur/candidatures/:applicationId/reponse/:answer",
    access: ["employer"],
    summary: "A ready text for an interview, a yes or a no, to be changed before it is sent",
    params: AnswerPath,
    query: z.object({ motif: z.enum(refusalReasons).nullable().catch(null).default(null) }),
    reply: "page",
  }),
  answer: contract({
    method: "post",
    path: "/employeur/candidatures/:applicationId/reponse/:answer",
    access: ["employer"],
    summary: "Answer an application",
    params: AnswerPath,
    body: z.object({
      /** The status on the page that was answered from: a colleague may have answered meanwhile. */
      from: choice(applicationStatuses),
      text: plainText(text({ max: longestMessage })),
      reason: optionalChoice(refusalReasons),
      interviewAt: optionalMoment(),
    }),
    reply: "page",
  }),
} as const;
