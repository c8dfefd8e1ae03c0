import { CompanyModel } from "#server/companies/company-model.ts";
import { siretFrom } from "#server/companies/siret-range.ts";
import { anyOf } from "#server/platform/filter.ts";
import { companyStatuses } from "#shared/companies/company.ts";
import { canSeeCompanySheet } from "#shared/companies/company-rules.ts";
import { isOfficer } from "#shared/kernel/actor.ts";
import type { Found } from "#shared/staff-search/staff-search-contracts.ts";
import { holds, wordsTyped } from "./name-pattern.ts";
import type { Finder } from "./search-everything.ts";

const most = 8;

/** Companies by name, commune or SIRET; a contact by name, with the company they are of. */
export const findCompanies: Finder = async (actor, typed) => {
  if (!isOfficer(actor) || !canSeeCompanySheet(actor)) return [];
  const digits = typed.replace(/\s/g, "");
  const asked = /^\d{3,14}$/.test(digits)
    ? { $or: [{ siret: siretFrom(digits) }, { "establishments.siret": siretFrom(digits) }] }
    : {
        status: anyOf(companyStatuses),
        $and: wordsTyped(typed).map((word) => ({
          $or: [{ name: holds(word) }, { "commune.name": holds(word) }, { "contacts.name": holds(word) }],
        })),
      };
  const found = await CompanyModel.find(asked, { name: 1, commune: 1, sector: 1, contacts: 1 })
    .sort({ name: 1 })
    .limit(most * 2)
    .lean();
  return found.flatMap(({ _id, name, commune, sector, contacts }): Found[] => {
    const href = `/bureau/entreprises/${_id}`;
    const named = contacts.filter((contact) => wordsTyped(typed).some((word) => holds(word).test(contact.name)));
    return [
      {
        kind: "company",
        key: `company-${_id}`,
        title: name,
        about: [commune.name, sector].filter(Boolean).join(", "),
        href,
      },
      ...named.slice(0, 3).map(
        (contact): Found => ({
          kind: "contact",
          key: `contact-${contact.id}`,
          title: contact.name,
          about: [contact.role, name, contact.phone].filter(Boolean).join(", "),
          href: `${href}#contacts`,
        }),
      ),
    ];
  });
};
