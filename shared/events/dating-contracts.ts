import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { email, listOf, optionalText, text, wholeNumber } from "#shared/kernel/input.ts";
import { plainText } from "#shared/kernel/plain-text.ts";
import { mostWishes } from "./job-dating-rules.ts";

const emptyIsAbsent = (typed: unknown): unknown =>
  typeof typed === "string" && typed.trim() === "" ? undefined : typed;

const slot = () => wholeNumber({ min: 0, max: 200 });
const name = () => plainText(optionalText({ max: 80 }));

/** What a person says when registering. Names and address are asked of those without an account only. */
export const RegistrationForm = z.object({
  firstName: name(),
  lastName: name(),
  email: z.preprocess(emptyIsAbsent, email().optional()),
  wishIds: listOf(Id, { max: mostWishes }),
  cannot: listOf(slot(), { max: 200 }),
});
export type RegistrationForm = z.infer<typeof RegistrationForm>;

/** The same typed by staff for somebody on the phone or at the desk: an address is welcome, not needed. */
export const StaffRegistrationForm = RegistrationForm.extend({
  firstName: plainText(text({ max: 80 })),
  lastName: plainText(text({ max: 80 })),
  phone: plainText(optionalText({ max: 30 })),
});
export type StaffRegistrationForm = z.infer<typeof StaffRegistrationForm>;

const params = z.object({ jobDatingId: Id });
/** An id and its seal, as the links of our mails have them. */
const token = z.object({ token: z.string().regex(/^[0-9a-f]{24}\.[\w-]{32}$/) });

export const datingContracts = {
  listPage: contract({
    method: "get",
    path: "/evenements",
    access: "anyone",
    summary: "The job datings to come that this visitor may go to",
    reply: "page",
  }),
  page: contract({
    method: "get",
    path: "/evenements/:jobDatingId",
    access: "anyone",
    summary: "One job dating: when, where, which companies, and the form to register",
    params,
    reply: "page",
  }),
  register: contract({
    method: "post",
    path: "/evenements/:jobDatingId/inscription",
    access: "anyone",
    summary: "Register for a job dating, with an account or with an address confirmed by mail",
    params,
    body: RegistrationForm,
    reply: "page",
  }),
  registerSomebody: contract({
    method: "post",
    path: "/evenements/:jobDatingId/inscrire",
    access: ["officer", "counsellor", "phoneAgent", "admin"],
    summary: "Register somebody in their name, at the desk or by phone",
    params,
    body: StaffRegistrationForm,
    reply: "page",
  }),
  askedPage: contract({
    method: "get",
    path: "/inscriptions/a-confirmer",
    access: "anyone",
    summary: "What to do once somebody registered with an address alone",
    reply: "page",
  }),
  linkPage: contract({
    method: "get",
    path: "/inscriptions/:token",
    access: "anyone",
    summary: "One registration, from the link of a mail: confirm, read one's times, cancel",
    params: token,
    reply: "page",
  }),
  linkCalendar: contract({
    method: "get",
    path: "/inscriptions/:token/agenda.ics",
    access: "anyone",
    summary: "One's convocation as a calendar file, from the link of a mail",
    params: token,
    reply: "page",
  }),
  mineCalendar: contract({
    method: "get",
    path: "/mes-evenements/:registrationId/agenda.ics",
    access: ["candidate"],
    summary: "One's own convocation as a calendar file",
    params: z.object({ registrationId: Id }),
    reply: "page",
  }),
  confirm: contract({
    method: "post",
    path: "/inscriptions/:token/confirmation",
    access: "anyone",
    summary: "Confirm a registration made with an address alone",
    params: token,
    reply: "page",
  }),
  cancelByLink: contract({
    method: "post",
    path: "/inscriptions/:token/annulation",
    access: "anyone",
    summary: "Give one's place to the next person",
    params: token,
    reply: "page",
  }),
  minePage: contract({
    method: "get",
    path: "/mes-evenements",
    access: ["candidate"],
    summary: "The job datings of whoever is signed in, with their times",
    reply: "page",
  }),
  cancelMine: contract({
    method: "post",
    path: "/mes-evenements/:registrationId/annulation",
    access: ["candidate"],
    summary: "Give one's own place to the next person",
    params: z.object({ registrationId: Id }),
    reply: "page",
  }),
  companyPage: contract({
    method: "get",
    path: "/employeur/evenements",
    access: ["employer"],
    summary: "The own tables of a company at the job datings it comes to",
    reply: "page",
  }),
} as const;
