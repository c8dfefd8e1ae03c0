import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { choice, day, email, flag, listOf, optionalText, text, wholeNumber } from "#shared/kernel/input.ts";
import { plainText } from "#shared/kernel/plain-text.ts";
import { audiences } from "./job-dating.ts";

const officers = ["officer", "admin"] as const;
const params = z.object({ jobDatingId: Id });
const version = wholeNumber({ min: 0, max: 1_000_000 });
const clock = () =>
  z.preprocess(
    (typed) => (typeof typed === "string" ? typed.trim().slice(0, 5) : typed),
    z.string({ error: "required" }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not-a-clock"),
  );

export const JobDatingForm = z.object({
  title: plainText(text({ min: 3, max: 120 })),
  description: plainText(optionalText({ max: 2000 })),
  place: plainText(text({ max: 160 })),
  /** As typed: "Tulle", "Tulle (19000)" or an INSEE code. */
  commune: text({ max: 100 }),
  day: day(),
  opens: clock(),
  closes: clock(),
  slotMinutes: wholeNumber({ min: 3, max: 120 }),
  breakMinutes: wholeNumber({ min: 0, max: 60 }),
  maxMeetings: wholeNumber({ min: 1, max: 20 }),
  capacity: wholeNumber({ min: 1, max: 2000 }),
  audience: choice(audiences),
  /** Exclusive offers whose companies come. */
  offerIds: listOf(Id, { max: 80 }),
});
export type JobDatingForm = z.infer<typeof JobDatingForm>;

/** What may change after the creation. `sure`: the officer has read what it does to people. */
export const DatingEdit = JobDatingForm.pick({
  title: true,
  description: true,
  place: true,
  commune: true,
  day: true,
  opens: true,
  closes: true,
  capacity: true,
}).extend({ version, sure: flag() });
export type DatingEdit = z.infer<typeof DatingEdit>;

export const tableActs = ["addTable", "removeTable", "removeCompany"] as const;
export type TableAct = (typeof tableActs)[number];

export const officerDatingContracts = {
  listPage: contract({
    method: "get",
    path: "/bureau/evenements",
    access: officers,
    summary: "The job datings, those to come first",
    reply: "page",
  }),
  newPage: contract({
    method: "get",
    path: "/bureau/evenements/nouveau",
    access: officers,
    summary: "The form that creates a job dating",
    reply: "page",
  }),
  create: contract({
    method: "post",
    path: "/bureau/evenements",
    access: officers,
    summary: "Create a job dating, from exclusive offers or from scratch",
    body: JobDatingForm,
    reply: "page",
  }),
  page: contract({
    method: "get",
    path: "/bureau/evenements/:jobDatingId",
    access: officers,
    summary: "One job dating: companies, tables, people, what is left to do",
    params,
    reply: "page",
  }),
  editPage: contract({
    method: "get",
    path: "/bureau/evenements/:jobDatingId/modifier",
    access: officers,
    summary: "The form that changes when, where and for how many",
    params,
    reply: "page",
  }),
  edit: contract({
    method: "post",
    path: "/bureau/evenements/:jobDatingId/modifier",
    access: officers,
    summary: "Change when, where and for how many, once what it does to people was read",
    params,
    body: DatingEdit,
    reply: "page",
  }),
  addCompany: contract({
    method: "post",
    path: "/bureau/evenements/:jobDatingId/entreprises",
    access: officers,
    summary: "Add a company and its tables",
    params,
    body: z.object({ companyId: Id, tables: wholeNumber({ min: 1, max: 10 }), version }),
    reply: "page",
  }),
  changeTables: contract({
    method: "post",
    path: "/bureau/evenements/:jobDatingId/tables",
    access: officers,
    summary: "Add or remove a table, or a company, before anybody was told of a time",
    params,
    body: z.object({ companyId: Id, act: choice(tableActs), version }),
    reply: "page",
  }),
  publish: contract({
    method: "post",
    path: "/bureau/evenements/:jobDatingId/publication",
    access: officers,
    summary: "Open the registrations",
    params,
    body: z.object({ version }),
    reply: "page",
  }),
  cancel: contract({
    method: "post",
    path: "/bureau/evenements/:jobDatingId/annulation",
    access: officers,
    summary: "Cancel a job dating and tell everyone concerned",
    params,
    body: z.object({ version }),
    reply: "page",
  }),
  invite: contract({
    method: "post",
    path: "/bureau/evenements/:jobDatingId/invitations",
    access: officers,
    summary: "Invite one person who has an account",
    params,
    body: z.object({ email: email() }),
    reply: "page",
  }),
  inviteByMatch: contract({
    method: "post",
    path: "/bureau/evenements/:jobDatingId/invitations-par-profil",
    access: officers,
    summary: "Invite the people who best fit the offers of the job dating",
    params,
    body: z.object({ perOffer: wholeNumber({ min: 1, max: 100 }) }),
    reply: "page",
  }),
  removePerson: contract({
    method: "post",
    path: "/bureau/evenements/:jobDatingId/inscrits/:registrationId/annulation",
    access: officers,
    summary: "Write down that somebody will not come",
    params: z.object({ jobDatingId: Id, registrationId: Id }),
    reply: "page",
  }),
} as const;
