import { z } from "zod";
import { foldPhone, isPhone } from "#shared/accounts/phone.ts";
import { contract } from "#shared/kernel/contract.ts";
import { optionalChoice, optionalText, text } from "#shared/kernel/input.ts";
import { plainText } from "#shared/kernel/plain-text.ts";
import { companySizes } from "./company.ts";
import { Siret } from "./siret.ts";

const name = () => plainText(text({ min: 2, max: 120 }));
const commune = () => text({ max: 100 });
const sector = () => plainText(optionalText({ max: 80 }));

const Phone = z.preprocess(
  (typed) => (typeof typed === "string" ? foldPhone(typed) || undefined : typed),
  z.string({ error: ({ input }) => (input === undefined ? "required" : "not-a-phone") }).refine(isPhone, "not-a-phone"),
);

/** "exemple.fr" or a whole address; only http ever becomes a link. */
export const Website = optionalText({ max: 200 }).pipe(
  z
    .string()
    .transform((typed) => (/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`))
    .refine((url) => URL.canParse(url) && /^https?:\/\/[^/\s]+\.[a-z]{2,}/i.test(url), "not-a-website")
    .nullable(),
);

export const NewCompany = z.object({
  siret: Siret,
  name: name(),
  /** As typed: "Tulle", "Tulle (19000)" or an INSEE code. */
  commune: commune(),
  sector: sector(),
  phone: Phone,
});
export type NewCompany = z.infer<typeof NewCompany>;

/** What a company may change of itself; its SIRET stays. */
export const CompanyChanges = z.object({
  name: name(),
  commune: commune(),
  sector: sector(),
  address: plainText(optionalText({ max: 200 })),
  website: Website,
  description: plainText(optionalText({ max: 2000 })),
  size: optionalChoice(companySizes),
  /** The instant of the last change this form was made from: an older form is refused. */
  version: z.iso.datetime({ error: "stale-form" }),
});
export type CompanyChanges = z.infer<typeof CompanyChanges>;

const access = ["employer"] as const;

export const companyContracts = {
  registerPage: contract({
    method: "get",
    path: "/employeur/inscription",
    access,
    summary: "The form that registers a company",
    reply: "page",
  }),
  register: contract({
    method: "post",
    path: "/employeur/inscription",
    access,
    summary: "Register a company, to be verified by staff",
    body: NewCompany,
    reply: "page",
  }),
  companyPage: contract({
    method: "get",
    path: "/employeur/entreprise",
    access,
    summary: "One's own company and where its verification stands",
    reply: "page",
  }),
  editCompany: contract({
    method: "post",
    path: "/employeur/entreprise",
    access,
    summary: "Change the public part of one's own company",
    body: CompanyChanges,
    reply: "page",
  }),
} as const;
