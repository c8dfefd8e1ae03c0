import { companyPage, companyTyped } from "#client/companies/company-page.tsx";
import { companyNotices, companyWords } from "#client/companies/company-words.ts";
import { registerPage } from "#client/companies/register-page.tsx";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { site } from "#server/platform/site.ts";
import type { Company } from "#shared/companies/company.ts";
import { companyContracts } from "#shared/companies/company-contracts.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { editCompany } from "./edit-company.ts";
import { findOwnCompany } from "./find-company.ts";
import { registerCompany } from "./register-company.ts";

export const companyRouter = routes(companyWords);

servePage(companyRouter, companyContracts.registerPage, async ({ actor }) =>
  (await findOwnCompany(actor)) ? { to: "/employeur/entreprise" } : registerPage({ typed: {}, errors: {} }),
);

serveForm(companyRouter, companyContracts.register, {
  handle: ({ actor, body }) => registerCompany(actor, body),
  done: () => ({ to: "/employeur/entreprise", notice: companyNotices.registered }),
  again: (_input, { typed, errors }) => registerPage({ typed, errors }),
});

servePage(companyRouter, companyContracts.companyPage, async ({ actor }) => {
  const company = await findOwnCompany(actor);
  if (!company) return { to: "/employeur/inscription" };
  const version = company.updatedAt;
  return companyPage({ company, version, phone: site().phone, typed: companyTyped(company), errors: {} });
});

serveForm(companyRouter, companyContracts.editCompany, {
  handle: async ({ actor, body }) => editCompany(actor, (await ownCompany(actor)).id, body),
  done: () => ({ to: "/employeur/entreprise", notice: companyNotices.saved }),
  again: async ({ actor }, { typed, errors, failure }) => {
    const company = await ownCompany(actor);
    const version = failure.code === "stale-form" ? company.updatedAt : String(typed.version ?? company.updatedAt);
    return companyPage({ company, version, phone: site().phone, typed, errors });
  },
});

const ownCompany = async (actor: Member): Promise<Company> => {
  const company = await findOwnCompany(actor);
  if (!company) throw new Failure("missing", "missing-page");
  return company;
};
