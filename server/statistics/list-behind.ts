import { shortName } from "#client/positionings/positioning-words.ts";
import type { Behind } from "#client/statistics/bilan-facts.ts";
import { CompanyModel } from "#server/companies/company-model.ts";
import { ActionModel } from "#server/events/actions/action-model.ts";
import { JobDatingModel } from "#server/events/job-dating-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { anyOf } from "#server/platform/filter.ts";
import { namesOf, type PersonName } from "#server/positionings/describe-cards.ts";
import { PositioningModel } from "#server/positionings/positioning-model.ts";
import { positioningsVisibleTo } from "#server/positionings/positioning-visibility.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { type ListPage, pageCount } from "#shared/kernel/page.ts";
import type { Fact, FactRef } from "#shared/statistics/fact.ts";
import { type Indicator, indicatorSpecs } from "#shared/statistics/indicators.ts";

const pageSize = 40;

/** The things behind a figure, the newest first; one line each for those who are counted once. */
export const listBehind = async (
  actor: Member,
  indicator: Indicator,
  { facts, page: asked }: { readonly facts: readonly Fact[]; readonly page: number },
): Promise<ListPage<Behind> | null> => {
  const { listed, how } = indicatorSpecs[indicator];
  if (!listed) return null;
  const newest = [...facts].sort((one, other) => other.day.localeCompare(one.day) || one.key.localeCompare(other.key));
  const lines = how === "distinct" ? [...new Map(newest.map((fact) => [fact.key, fact])).values()] : newest;
  const page = Math.min(asked, pageCount({ total: lines.length, pageSize }));
  const shown = lines.slice((page - 1) * pageSize, page * pageSize);
  return { items: await described(actor, shown), total: lines.length, page, pageSize };
};

type Known = { readonly what: string; readonly about: string; readonly href: string };

const described = async (actor: Member, facts: readonly Fact[]): Promise<Behind[]> => {
  const refs = facts.flatMap(({ ref }) => ref ?? []);
  const [people, ...known] = await Promise.all([
    namesOf(refs.flatMap(({ accountId }) => accountId ?? [])),
    ...finders.map(({ kinds, find }) =>
      find(
        refs.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id),
        actor,
      ),
    ),
  ]);
  const things = new Map(known.flatMap((some) => [...some]));
  return facts.map(({ day, ref, weight }) => lineOf(ref, { day, weight, people, things }));
};

type Around = {
  readonly day: string;
  readonly weight: number;
  readonly people: ReadonlyMap<string, PersonName>;
  readonly things: ReadonlyMap<string, Known>;
};

/** Somebody who left, or a card nobody may open, is still a line: the list is as long as the figure says. */
const lineOf = (ref: FactRef | null, { day, weight, people, things }: Around): Behind => {
  const thing = ref && things.get(ref.id);
  if (!ref || !thing) return { day, what: "Fiche effacée", about: "", href: null, kind: null };
  const person = ref.accountId === undefined ? undefined : people.get(ref.accountId);
  const counted = weight > 1 ? { what: `${weight} personnes`, about: thing.what } : null;
  const named = person ? { what: shortName(person), about: thing.what } : null;
  return { day, kind: ref.kind, href: thing.href, ...(counted ?? named ?? { what: thing.what, about: thing.about }) };
};

type Finder = {
  readonly kinds: readonly FactRef["kind"][];
  readonly find: (ids: readonly string[], actor: Member) => Promise<Iterable<readonly [string, Known]>>;
};

const positionings: Finder["find"] = async (ids, actor) => {
  const cards = await PositioningModel.find(
    { _id: anyOf(ids), ...positioningsVisibleTo(actor) },
    { offerId: 1 },
  ).lean();
  const titles = await offerTitles(cards.map(({ offerId }) => String(offerId)));
  return cards.map(({ _id, offerId }) => {
    const { title, companyName } = titles.get(String(offerId)) ?? { title: "Offre effacée", companyName: "" };
    const about = [title, companyName].filter(Boolean).join(", ");
    return [String(_id), { what: about, about: "", href: `/bureau/positionnements/${_id}` }] as const;
  });
};

const offerTitles = async (ids: readonly string[]) => {
  const offers = await OfferModel.find(
    { _id: anyOf(ids) },
    { title: 1, companyName: 1, exclusive: 1, companyId: 1 },
  ).lean();
  return new Map(offers.map(({ _id, ...offer }) => [String(_id), offer]));
};

/** An exclusive offer has its page on the desk; the others are reached by their company. */
const offers: Finder["find"] = async (ids) =>
  [...(await offerTitles(ids))].map(([id, { title, companyName, exclusive, companyId }]) => [
    id,
    {
      what: title,
      about: companyName,
      href: exclusive ? `/bureau/offres-exclusives/${id}` : `/bureau/entreprises/${companyId}`,
    },
  ]);

const companies: Finder["find"] = async (ids) => {
  const found = await CompanyModel.find({ _id: anyOf(ids) }, { name: 1, commune: 1 }).lean();
  return found.map(({ _id, name, commune }) => [
    String(_id),
    { what: name, about: commune.name, href: `/bureau/entreprises/${_id}` },
  ]);
};

const actions: Finder["find"] = async (ids) => {
  const found = await ActionModel.find({ _id: anyOf(ids) }, { title: 1, commune: 1 }).lean();
  return found.map(({ _id, title, commune }) => [
    String(_id),
    { what: title, about: commune.name, href: `/bureau/actions/${_id}/bilan` },
  ]);
};

const events: Finder["find"] = async (ids) => {
  const found = await JobDatingModel.find({ _id: anyOf(ids) }, { title: 1, commune: 1 }).lean();
  return found.map(({ _id, title, commune }) => [
    String(_id),
    { what: title, about: commune.name, href: `/bureau/evenements/${_id}/bilan` },
  ]);
};

const finders: readonly Finder[] = [
  { kinds: ["positioning"], find: positionings },
  { kinds: ["offer"], find: offers },
  { kinds: ["company"], find: companies },
  { kinds: ["action"], find: actions },
  { kinds: ["jobDating", "forum"], find: events },
];
