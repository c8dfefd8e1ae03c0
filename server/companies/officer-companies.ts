import { now, today } from "#server/platform/clock.ts";
import { countFound } from "#server/platform/count.ts";
import { anyOf, atMost, lessThan } from "#server/platform/filter.ts";
import { letters } from "#server/platform/letters.ts";
import { partReader } from "#server/platform/stored.ts";
import { type Area, areaOf } from "#server/referentials/areas.ts";
import { Company } from "#shared/companies/company.ts";
import { dormantAfterDays } from "#shared/companies/company-rules.ts";
import type { CompanyListQuery, Silence } from "#shared/companies/officer-contracts.ts";
import type { ListPage } from "#shared/kernel/page.ts";
import { CompanyModel } from "./company-model.ts";
import { siretFrom } from "./siret-range.ts";

const pageSize = 25;

/** The network as an officer asks for it: those with an action due first, then by name. */
export const listCompanies = async (query: CompanyListQuery): Promise<ListPage<ListedCompany>> => {
  const filter = await filterOf(query);
  const [total, companies] = await Promise.all([
    countFound(CompanyModel, filter),
    CompanyModel.find(filter, listed.fields)
      .sort(query.vue === "dormant" ? { lastContactAt: 1, name: 1 } : { name: 1 })
      .skip((query.page - 1) * pageSize)
      .limit(pageSize)
      .lean(),
  ]);
  return { items: companies.map(listed.read), total, page: query.page, pageSize };
};

const listed = partReader(Company, [
  "id",
  "name",
  "commune",
  "sector",
  "status",
  "lastContactAt",
  "nextAction",
  "createdAt",
]);
export type ListedCompany = ReturnType<typeof listed.read>;

/** The same companies, for a list or a map. */
export const filterOf = async (query: CompanyListQuery) => ({
  ...wordsIn(query.q),
  ...viewOf(query),
  ...silentFor(query.silence),
  ...(await placeOf(query)),
});

const silentFor = (silence: Silence | null) => {
  if (silence === null) return {};
  if (silence === "jamais") return { lastContactAt: null };
  return { lastContactAt: lessThan(new Date(now().getTime() - Number(silence) * 86_400_000)) };
};

const placeOf = async ({ commune, zone }: CompanyListQuery) => {
  if (commune !== "") return { "commune.code": commune };
  if (zone === "") return {};
  const codes = await communesInUse();
  return { "commune.code": anyOf(codes.filter((code) => areaOf("employment-zones", code)?.code === zone)) };
};

const communesInUse = async (): Promise<string[]> => {
  const codes = await CompanyModel.distinct("commune.code");
  return codes.filter((code): code is string => typeof code === "string");
};

/** The employment zones where there are companies; none before the official list is imported. */
export const areasInUse = async (): Promise<Area[]> => {
  const areas = (await communesInUse()).flatMap((code) => areaOf("employment-zones", code) ?? []);
  return [...new Map(areas.map((area) => [area.code, area])).values()].sort((one, other) =>
    one.name.localeCompare(other.name, "fr"),
  );
};

/** Each of the two is counted by its index; together they would be read. */
export const countDormant = async (): Promise<number> => {
  const counts = await Promise.all(dormant().$or.map((part) => CompanyModel.countDocuments(part)));
  return counts.reduce((sum, count) => sum + count, 0);
};

/** Those who sleep longest. */
export const dormantCompanies = async (most: number): Promise<ListedCompany[]> =>
  (await CompanyModel.find(dormant(), listed.fields).sort({ lastContactAt: 1 }).limit(most).lean()).map(listed.read);

/** The sectors in use, for the filter. */
export const sectorsInUse = async (): Promise<string[]> => {
  const sectors = await CompanyModel.distinct("sector");
  return sectors.filter((sector): sector is string => typeof sector === "string" && sector !== "").sort();
};

/** Verified, and nobody spoke to it for ninety days; a company nobody ever spoke to sleeps from its first ninetieth. */
export const dormantSince = (): Date => new Date(now().getTime() - dormantAfterDays * 86_400_000);

const dormant = () => ({
  $or: [
    { status: "verified" as const, lastContactAt: lessThan(dormantSince()) },
    { status: "verified" as const, lastContactAt: null, createdAt: lessThan(dormantSince()) },
  ],
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
  const pattern = new RegExp(letters(typed), "i");
  return { $or: [{ name: pattern }, { "commune.name": pattern }, { "contacts.name": pattern }] };
};
