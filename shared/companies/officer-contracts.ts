import { z } from "zod";
import { foldPhone, isPhone } from "#shared/accounts/phone.ts";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { choice, day, email, flag, optionalText, text } from "#shared/kernel/input.ts";
import { PageNumber } from "#shared/kernel/page.ts";
import { plainText } from "#shared/kernel/plain-text.ts";
import { companyStatuses, noteKinds } from "./company.ts";
import { Siret } from "./siret.ts";

const officers = ["officer", "admin"] as const;
const CompanyParams = z.object({ companyId: Id });
const ContactParams = z.object({ companyId: Id, contactId: Id });

const line = (max: number) => plainText(text({ max }));
const optionalLine = (max: number) => plainText(optionalText({ max }));

/** Ten digits, however they are spaced. */
const optionalPhone = () =>
  optionalText({ max: 30 })
    .transform((typed) => (typed === null ? null : foldPhone(typed)))
    .refine((phone) => phone === null || isPhone(phone), "not-a-phone");

const optionalEmail = () =>
  z.preprocess((value) => (typeof value === "string" && value.trim() === "" ? null : value), email().nullable());

export const ContactForm = z.object({
  name: line(120),
  role: optionalLine(120),
  phone: optionalPhone(),
  email: optionalEmail(),
  mayBeCalled: flag(),
});
export type ContactForm = z.infer<typeof ContactForm>;

export const companyViews = ["dormant", "due", "without"] as const;

/** Nobody spoke to it for that many days; "jamais" is never at all. */
export const silences = ["30", "60", "90", "180", "jamais"] as const;
export type Silence = (typeof silences)[number];

export const CompanyListQuery = z.object({
  q: optionalText({ max: 120 })
    .transform((typed) => typed ?? "")
    .catch(""),
  secteur: z.string().trim().max(120).catch("").default(""),
  statut: z.enum(companyStatuses).nullable().catch(null).default(null),
  /** Code of an employment zone. */
  zone: z.string().trim().max(10).catch("").default(""),
  /** INSEE code of one commune. */
  commune: z.string().trim().max(5).catch("").default(""),
  silence: z.enum(silences).nullable().catch(null).default(null),
  vue: z.enum(companyViews).nullable().catch(null).default(null),
  page: PageNumber.default(1),
});
export type CompanyListQuery = z.infer<typeof CompanyListQuery>;

/** What was shown when the officer opened the page: a next action changed since is not overwritten. */
const shownAction = { shownWhat: z.string().max(300).default(""), shownOn: z.string().max(10).default("") };

export const officerCompanyContracts = {
  listPage: contract({
    method: "get",
    path: "/bureau/entreprises",
    access: officers,
    summary: "The companies of the network",
    query: CompanyListQuery,
    reply: "page",
  }),
  newPage: contract({
    method: "get",
    path: "/bureau/entreprises/nouvelle",
    access: officers,
    summary: "The form that adds a company to the network",
    reply: "page",
  }),
  create: contract({
    method: "post",
    path: "/bureau/entreprises",
    access: officers,
    summary: "Add a company by its SIRET; it is verified, since an officer vouches for it",
    body: z.object({ siret: Siret, name: line(160), commune: text({ max: 100 }), sector: optionalLine(120) }),
    reply: "page",
  }),
  sheetPage: contract({
    method: "get",
    path: "/bureau/entreprises/:companyId",
    access: officers,
    summary: "A company's sheet: contacts, thread, next action, offers, positionings",
    params: CompanyParams,
    query: z.object({
      contact: z
        .union([Id, z.literal("new")])
        .nullable()
        .catch(null)
        .default(null),
    }),
    reply: "page",
  }),
  addContact: contract({
    method: "post",
    path: "/bureau/entreprises/:companyId/contacts",
    access: officers,
    summary: "Add a contact",
    params: CompanyParams,
    body: ContactForm,
    reply: "page",
  }),
  editContact: contract({
    method: "post",
    path: "/bureau/entreprises/:companyId/contacts/:contactId",
    access: officers,
    summary: "Change a contact, unless somebody changed it meanwhile",
    params: ContactParams,
    body: ContactForm.extend({ shown: z.string().max(2000) }),
    reply: "page",
  }),
  removeContact: contract({
    method: "post",
    path: "/bureau/entreprises/:companyId/contacts/:contactId/retrait",
    access: officers,
    summary: "Remove a contact",
    params: ContactParams,
    reply: "page",
  }),
  addNote: contract({
    method: "post",
    path: "/bureau/entreprises/:companyId/fil",
    access: officers,
    summary: "Keep a visit, a call, a mail or a note on the thread",
    params: CompanyParams,
    body: z.object({ kind: choice(noteKinds), text: line(4000), sure: flag() }),
    reply: "page",
  }),
  planAction: contract({
    method: "post",
    path: "/bureau/entreprises/:companyId/action",
    access: officers,
    summary: "Plan the next action and its day",
    params: CompanyParams,
    body: z.object({ what: line(200), on: day(), ...shownAction }),
    reply: "page",
  }),
  finishAction: contract({
    method: "post",
    path: "/bureau/entreprises/:companyId/action/faite",
    access: officers,
    summary: "The next action is done: it goes to the thread",
    params: CompanyParams,
    body: z.object(shownAction),
    reply: "page",
  }),
} as const;
