import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { optionalChoice } from "#shared/kernel/input.ts";
import { queueNames } from "#shared/kernel/job.ts";
import { PageNumber } from "#shared/kernel/page.ts";
import { dispatchReasons, resendableStates } from "./dispatch-reasons.ts";

export const dispatchStateNames = ["pending", "sending", "sent", "bounced", "unknown"] as const;

const access = ["admin"] as const;

/** In addresses: the mails that an older version settled without saying why. */
export const notedNowhere = "non-notee";
const reasonsAsked = [...dispatchReasons, notedNowhere] as const;

export const backOfficeContracts = {
  tasksPage: contract({
    method: "get",
    path: "/admin/taches",
    access,
    summary: "The timetable, the queues and the failed jobs",
    reply: "page",
  }),
  runTask: contract({
    method: "post",
    path: "/admin/taches/:name/lancement",
    access,
    summary: "Run a job of the timetable now",
    params: z.object({ name: z.string().regex(/^[a-z0-9-]{1,80}$/i) }),
    reply: "page",
  }),
  retryTask: contract({
    method: "post",
    path: "/admin/taches/echecs/:queue/:jobId",
    access,
    summary: "Try a failed job again",
    params: z.object({ queue: z.enum(queueNames), jobId: z.string().max(200) }),
    reply: "page",
  }),
  mailsPage: contract({
    method: "get",
    path: "/admin/courriers",
    access,
    summary: "Mails sent, waiting, refused and unknown",
    query: z.object({ etat: optionalChoice(dispatchStateNames).catch(null), page: PageNumber.default(1) }),
    reply: "page",
  }),
  resendAllPage: contract({
    method: "get",
    path: "/admin/courriers/renvoi",
    access,
    summary: "How many mails ended alike, and what sending them again would do",
    query: z.object({
      etat: z.enum(resendableStates).catch("bounced"),
      raison: z.enum(reasonsAsked).catch(notedNowhere),
    }),
    reply: "page",
  }),
  resendAll: contract({
    method: "post",
    path: "/admin/courriers/renvoi",
    access,
    summary: "Send again all the mails that had ended alike by then",
    body: z.object({
      state: z.enum(resendableStates),
      reason: z.enum(reasonsAsked),
      until: z.iso.datetime(),
    }),
    reply: "page",
  }),
  resendMail: contract({
    method: "post",
    path: "/admin/courriers/:dispatchId/renvoi",
    access,
    summary: "Send an unknown mail again, knowingly",
    params: z.object({ dispatchId: Id }),
    reply: "page",
  }),
} as const;

const MailParams = z.object({ mailId: z.string().regex(/^[a-zA-Z0-9_-]{1,120}$/) });

/** Development only: the mails that would have left. */
export const mailViewerContracts = {
  mailList: contract({
    method: "get",
    path: "/dev/mails",
    access: "anyone",
    summary: "Mails written to files",
    reply: "page",
  }),
  mailBody: contract({
    method: "get",
    path: "/dev/mails/:mailId",
    access: "anyone",
    summary: "One mail",
    params: MailParams,
    reply: "page",
  }),
  mailHtml: contract({
    method: "get",
    path: "/dev/mails/:mailId/html",
    access: "anyone",
    summary: "One mail as a mailbox shows it",
    params: MailParams,
    reply: "page",
  }),
} as const;
