import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { day, flag, optionalChoice, optionalDay, optionalText, text, wholeNumber } from "#shared/kernel/input.ts";
import { plainText } from "#shared/kernel/plain-text.ts";
import { companySizes } from "./company.ts";
import { Website } from "./company-contracts.ts";
import { foldNaf } from "./naf.ts";
import { foldSiret, isSiret } from "./siret.ts";

const officers = ["officer", "admin"] as const;
const CompanyParams = z.object({ companyId: Id });
const line = (max: number) => plainText(text({ max }));
const optionalLine = (max: number) => plainText(optionalText({ max }));

const OptionalSiret = optionalText({ max: 30 })
  .transform((typed) => (typed === null ? null : foldSiret(typed)))
  .refine((siret) => siret === null || isSiret(siret), "not-a-siret");

const OptionalNaf = optionalText({ max: 10 })
  .refine((typed) => typed === null || foldNaf(typed) !== null, "not-a-naf")
  .transform((typed) => (typed === null ? null : foldNaf(typed)));

export const SheetForm = z.object({
  siret: OptionalSiret,
  name: line(160),
  commune: text({ max: 100 }),
  address: optionalLine(200),
  naf: OptionalNaf,
  sector: optionalLine(120),
  size: optionalChoice(companySizes),
  website: Website,
  accompanied: flag(),
  version: z.iso.datetime({ error: "stale-form" }),
});
export type SheetForm = z.infer<typeof SheetForm>;

export const NeedForm = z.object({
  occupation: line(120),
  people: wholeNumber({ min: 1, max: 500 }),
  neededOn: optionalDay(),
  note: optionalLine(500),
});
export type NeedForm = z.infer<typeof NeedForm>;

export const AgreementForm = z.object({ title: line(160), signedOn: day(), endsOn: optionalDay() });
export type AgreementForm = z.infer<typeof AgreementForm>;

/** What officers write on a company's sheet beside its contacts and its thread. */
export const companySheetContracts = {
  editPage: contract({
    method: "get",
    path: "/bureau/entreprises/:companyId/fiche",
    access: officers,
    summary: "The form that changes what a company is: SIRET, activity, size, place",
    params: CompanyParams,
    reply: "page",
  }),
  edit: contract({
    method: "post",
    path: "/bureau/entreprises/:companyId/fiche",
    access: officers,
    summary: "Change what a company is, unless somebody changed it meanwhile",
    params: CompanyParams,
    body: SheetForm,
    reply: "page",
  }),
  addNeed: contract({
    method: "post",
    path: "/bureau/entreprises/:companyId/besoins",
    access: officers,
    summary: "Write down a need: an occupation, how many people, when",
    params: CompanyParams,
    body: NeedForm,
    reply: "page",
  }),
  meetNeed: contract({
    method: "post",
    path: "/bureau/entreprises/:companyId/besoins/:needId/fini",
    access: officers,
    summary: "A need is met, or is one no more: it leaves the list and stays on the thread",
    params: CompanyParams.extend({ needId: Id }),
    reply: "page",
  }),
  addAgreement: contract({
    method: "post",
    path: "/bureau/entreprises/:companyId/accords",
    access: officers,
    summary: "Keep an agreement that was signed",
    params: CompanyParams,
    body: AgreementForm,
    reply: "page",
  }),
  removeAgreement: contract({
    method: "post",
    path: "/bureau/entreprises/:companyId/accords/:agreementId/retrait",
    access: officers,
    summary: "Remove an agreement noted by mistake",
    params: CompanyParams.extend({ agreementId: Id }),
    reply: "page",
  }),
} as const;
