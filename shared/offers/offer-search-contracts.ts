import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { optionalText, text } from "#shared/kernel/input.ts";
import { OfferSearch } from "./offer-search.ts";
import { contractTypes, payPeriods, remoteShares, schedules } from "./offer-words.ts";

const ListedOffer = z.object({
  id: Id,
  title: z.string(),
  occupation: z.object({ code: z.string(), label: z.string() }),
  commune: z.object({ code: z.string(), name: z.string() }),
  /** As the crow flies, from the commune searched around. */
  distanceKm: z.number().optional(),
  contract: z.enum(contractTypes),
  /** Gross, in euros. */
  pay: z.object({ min: z.number(), max: z.number(), period: z.enum(payPeriods), currency: z.literal("EUR") }),
  publishedAt: z.iso.datetime(),
  /** The end of its last day. */
  expiresAt: z.iso.datetime({ offset: true }),
  url: z.url(),
});

const Named = z.object({ code: z.string(), label: z.string() });

const WholeOffer = ListedOffer.extend({
  reference: z.int(),
  description: z.string(),
  /** Null when the employer asked not to be named. */
  employer: z.string().nullable(),
  durationMonths: z.number().nullable(),
  weeklyHours: z.number(),
  schedules: z.array(z.enum(schedules)),
  /** Null: as soon as possible. */
  startsOn: z.string().nullable(),
  posts: z.int(),
  remote: z.enum(remoteShares),
  withoutCar: z.boolean(),
  diploma: z.string().nullable(),
  experience: z.object({ months: z.int(), required: z.boolean() }),
  required: z.object({ skills: z.array(Named), licences: z.array(Named) }),
  appreciated: z.object({ skills: z.array(Named), licences: z.array(Named) }),
});

const Counts = z.array(z.object({ value: z.string(), label: z.string(), count: z.int() }));

const FoundOffers = z.object({
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
  correctedQuery: z.string().optional(),
  /** No offer has all the words: these have at least half of them. */
  relaxed: z.boolean().optional(),
  /** The index is away: the newest offers, without regard to words and distance. */
  simplified: z.boolean().optional(),
  offers: z.array(ListedOffer),
  facets: z.object({
    contract: Counts,
    schedule: Counts,
    family: Counts,
    occupation: Counts,
    communes: Counts,
    remote: Counts,
    since: Counts,
    withoutCar: Counts,
  }),
});

export const offerSearchContracts = {
  home: contract({
    method: "get",
    path: "/",
    access: "anyone",
    summary: "The entrance: one question, two fields, and what is new.",
    reply: "page",
  }),
  listPage: contract({
    method: "get",
    path: "/offres",
    access: "anyone",
    summary: "Offers found, page by page, with what narrows them.",
    query: OfferSearch,
    reply: "page",
  }),
  offerPage: contract({
    method: "get",
    path: "/offres/:slug",
    access: "anyone",
    summary: "One offer; gone (410) with similar ones when it is over.",
    params: z.object({ slug: text({ max: 200 }) }),
    /** `de`: the INSEE code of the commune to measure from. */
    query: z.object({ de: optionalText({ max: 10 }).catch(null) }),
    reply: "page",
  }),
  search: contract({
    method: "get",
    path: "/api/v1/offers",
    access: "anyone",
    summary: "Published offers found by words, place and facets; each facet counts as if it alone were open.",
    query: OfferSearch,
    reply: FoundOffers,
  }),
  offer: contract({
    method: "get",
    path: "/api/v1/offers/:id",
    access: "anyone",
    summary: "One published offer.",
    params: z.object({ id: Id }),
    reply: WholeOffer,
  }),
  feed: contract({
    method: "get",
    path: "/offres.atom",
    access: "anyone",
    summary: "The newest offers of a search as an Atom feed.",
    query: OfferSearch,
    reply: "page",
  }),
  sitemap: contract({
    method: "get",
    path: "/sitemap.xml",
    access: "anyone",
    summary: "The address of every published offer, for search engines.",
    reply: "page",
  }),
  robots: contract({
    method: "get",
    path: "/robots.txt",
    access: "anyone",
    summary: "What crawlers need not read.",
    reply: "page",
  }),
};
export type ListedOffer = z.input<typeof ListedOffer>;
export type WholeOffer = z.input<typeof WholeOffer>;
export type FoundOffers = z.input<typeof FoundOffers>;
