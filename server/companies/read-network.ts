import type { ContactMonth } from "#client/companies/contacts-page.tsx";
import type { MapOfNetwork } from "#client/companies/network-map-page.tsx";
import type { Round, RoundStop } from "#client/companies/round-page.tsx";
import { sayAgo } from "#client/kernel/say.tsx";
import { AccountModel } from "#server/accounts/account-model.ts";
import { today } from "#server/platform/clock.ts";
import { anyOf, atLeast } from "#server/platform/filter.ts";
import { site } from "#server/platform/site.ts";
import { findCommune } from "#server/referentials/find-commune.ts";
import { placesOfDepartment } from "#server/referentials/places.ts";
import { companyStatuses } from "#shared/companies/company.ts";
import { dormantAfterDays } from "#shared/companies/company-rules.ts";
import type { RoundQuery } from "#shared/companies/network-contracts.ts";
import type { CompanyListQuery } from "#shared/companies/officer-contracts.ts";
import { orderRound, roadFactor } from "#shared/companies/plan-round.ts";
import { addMonths, dayOf, daysBetween } from "#shared/kernel/calendar.ts";
import { startOfDay } from "#shared/kernel/moment.ts";
import type { Commune } from "#shared/referentials/commune.ts";
import { type Coordinates, kilometresBetween } from "#shared/referentials/place.ts";
import { minutesBy } from "#shared/referentials/travel.ts";
import { CompanyModel, toCompany } from "./company-model.ts";
import { filterOf } from "./officer-companies.ts";

/** The companies a search finds, commune by commune, on the ground of the whole département. */
export const readMap = async (query: CompanyListQuery): Promise<MapOfNetwork> => {
  const asked = await filterOf(query);
  const found = await CompanyModel.find(
    { ...asked, status: query.statut ?? anyOf(companyStatuses) },
    { name: 1, commune: 1 },
  )
    .sort({ name: 1 })
    .lean();
  const communes = new Map<string, { commune: Commune; names: { id: string; name: string }[] }>();
  for (const { _id, name, commune } of found) {
    const there = communes.get(commune.code) ?? { commune, names: [] };
    there.names.push({ id: _id.toHexString(), name });
    communes.set(commune.code, there);
  }
  return {
    total: found.length,
    communes: [...communes.values()].sort(
      (one, other) => other.names.length - one.names.length || one.commune.name.localeCompare(other.commune.name, "fr"),
    ),
    ground: placesOfDepartment(site().territory).flatMap(({ lat, lon }) =>
      lat === null || lon === null ? [] : { lat, lon },
    ),
  };
};

const monthsShown = 12;

/** Visits, calls and mails of each officer, month by month, the newest first. */
export const readContacts = async (): Promise<{ months: ContactMonth[]; officers: { id: string; name: string }[] }> => {
  const first = `${addMonths(today(), 1 - monthsShown).slice(0, 7)}-01`;
  const companies = await CompanyModel.find({ lastContactAt: atLeast(startOfDay(first)) }, { notes: 1 }).lean();
  const contacts = companies
    .flatMap(({ notes }) => notes)
    .filter(({ kind, at }) => kind !== "note" && dayOf(at) >= first)
    .map(({ kind, at, by }) => ({ kind, month: dayOf(at).slice(0, 7), by: by.toHexString() }));
  const ids = [...new Set(contacts.map(({ by }) => by))];
  const people = await AccountModel.find({ _id: anyOf(ids) }, { firstName: 1, lastName: 1 }).lean();
  const names = new Map(people.map(({ _id, firstName, lastName }) => [_id.toHexString(), `${firstName} ${lastName}`]));
  const months = Array.from({ length: monthsShown }, (_, back) => addMonths(`${today().slice(0, 7)}-01`, -back));
  return {
    officers: ids.map((id) => ({ id, name: names.get(id) ?? "Compte effacé" })),
    months: months.map((day) => {
      const those = contacts.filter(({ month }) => month === day.slice(0, 7));
      const count = (wanted: (one: (typeof those)[number]) => boolean) => those.filter(wanted).length;
      return {
        day,
        total: those.length,
        visits: count(({ kind }) => kind === "visit"),
        calls: count(({ kind }) => kind === "call"),
        mails: count(({ kind }) => kind === "mail"),
        byOfficer: new Map(ids.map((id) => [id, count(({ by }) => by === id)])),
      };
    }),
  };
};

/** Whom to see around a commune: actions due first, then those nobody saw for longest; in the order of the road. */
export const readRound = async ({ commune: typed, km, combien, secteur, sans }: RoundQuery): Promise<Round | null> => {
  const start = typed === "" ? null : findCommune(typed);
  if (!start) return null;
  const around = placesOfDepartment(site().territory)
    .filter(({ lat, lon }) => lat !== null && lon !== null && kilometresBetween(start, { lat, lon }) <= km)
    .map(({ code }) => code);
  const documents = await CompanyModel.find(
    { "commune.code": anyOf([start.code, ...around]), status: "verified", ...(secteur && { sector: secteur }) },
    { notes: 0 },
  ).lean();
  const near = documents.map((document) => toCompany({ ...document, notes: [] }));
  const stops = near
    .filter(({ id }) => !sans.includes(id))
    .map((company): RoundStop => ({ company, ...company.commune, ...whyNow(company) }))
    .sort((one, other) => other.weight - one.weight || one.company.name.localeCompare(other.company.name, "fr"))
    .slice(0, combien);
  return { start, found: near.length, legs: legsOf(start, orderRound(start, stops)), back: backFrom(start, stops) };
};

type Known = Pick<RoundStop["company"], "nextAction" | "lastContactAt" | "createdAt">;

const whyNow = ({ nextAction, lastContactAt, createdAt }: Known): { why: string; weight: number } => {
  const days = daysBetween(dayOf(new Date(lastContactAt ?? createdAt)), today());
  if (nextAction && nextAction.on <= today()) return { why: `À faire : ${nextAction.what}`, weight: 100_000 + days };
  if (days >= dormantAfterDays) return { why: `Sans contact depuis ${days} jours`, weight: days };
  const last = lastContactAt && `Dernier contact ${sayAgo(dayOf(new Date(lastContactAt)), today())}`;
  return { why: last ?? "Jamais contactée", weight: days };
};

const legsOf = (start: Coordinates, stops: readonly RoundStop[]): Round["legs"] =>
  stops.map((stop, at) => {
    const km = kilometresBetween(stops[at - 1] ?? start, stop);
    return { stop, km: km * roadFactor, minutes: km < 0.1 ? 0 : minutesBy("car", km) };
  });

const backFrom = (start: Coordinates, stops: readonly RoundStop[]): Round["back"] => {
  const last = orderRound(start, stops).at(-1);
  const km = last ? kilometresBetween(last, start) : 0;
  return { km: km * roadFactor, minutes: km < 0.1 ? 0 : minutesBy("car", km) };
};
