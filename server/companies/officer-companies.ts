import { now, today } from "#server/platform/clock.ts";
import { countFound } from "#server/platform/count.ts";
import { atMost, lessThan } from "#server/platform/filter.ts";
import type { Company } from "#shared/companies/company.ts";
import { dormantAfterDays } from "#shared/companies/company-rules.ts";
import type { CompanyListQuery } from "#shared/companies/officer-contracts.ts";
import type { ListPage } from "#shared/kernel/page.ts";
import { CompanyModel, toCompany } from "./company-model.ts";
import { siretFrom } from "./siret-range.ts";

const pageSize = 25;

/** The network as an officer asks for it: those with an action due first, then by name. */
export const listCompanies = async (query: CompanyListQuery): Promise<ListPage<Company>> => {
  const filter = { ...wordsIn(query.q), ...viewOf(query) };
  const [total, companies] = await Promise.all([
    countFound(CompanyModel, filter),
    CompanyModel.find(filter)
      .sort(query.vue === "dormant" ? { lastContactAt: 1, name: 1 } : { name: 1 })
      .skip((query.page - 1) * pageSize)
      .limit(pageSize)
      .lean(),
  ]);
  return { items: companies.map(toCompany), total, page: query.page, pageSize };
};

export const countDormant = (): Promise<number> => CompanyModel.countDocuments(dormant());

/** Those who sleep longest. */
export const dormantCompanies = async (most: number): Promise<Company[]> =>
  (await CompanyModel.find(dormant()).sort({ lastContactAt: 1 }).limit(most).lean()).map(toCompany);

/** The sectors in use, for the filter. */
export const sectorsInUse = async (): Promise<string[]> => {
  const sectors = await CompanyModel.distinct("sector");
  return sectors.filter((sector): sector is string => typeof sector === "string" && sector !== "").sort();
};

/** Verified, and nobody spoke to it for ninety days; a company nobody ever spoke to sleeps from its first ninetieth. */
export const dormantSince = (): Date => new Date(now().getTime() - dormantAfterDays * 86_400_000);

const dormant = () => ({
  status: "verified" as const,
  $or: [{ lastContactAt: lessThan(dormantSince()) }, { lastContactAt: null, createdAt: lessThan(dormantSince()) }],
});

const viewOf = ({ vue, statut, secteur }: CompanyListQuery) => ({
  ...(statut ? { status: statut } : {}),
  ...(secteur ? { sector: secteur } : {}),
  ...(vue === "dormant" ? { $and: [dormant()] } : {}),
  ...(vue === "due" ? { "nextAction.on": atMost(today()) } : {}),
  ...(vue === "without" ? { nextAction: null } : {}),
});

/** A name, a commune or the digits of a SIRET; what is typed is looked for as it is, never as a pattern. */
const wordsIn = (typed: string) => {
  if (typed === "") return {};
  const digits = typed.replace(/\s/g, "");
  if (/^\d{3,14}$/.test(digits))
    return { $or: [{ siret: siretFrom(digits) }, { "establishments.siret": siretFrom(digits) }] };
  const pattern = new RegExp(typed.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "i");
  return { $or: [{ name: pattern }, { "commune.name": pattern }, { "contacts.name": pattern }] };
};
