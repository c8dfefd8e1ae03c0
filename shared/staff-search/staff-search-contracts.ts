import { z } from "zod";
import { staffRoles } from "#shared/kernel/actor.ts";
import { contract } from "#shared/kernel/contract.ts";

/** What the search finds, in the order in which it is shown. */
export const foundKinds = ["company", "contact", "person", "offer", "event"] as const;
export type FoundKind = (typeof foundKinds)[number];

/** One thing found, with the page where it is. */
export type Found = {
  readonly kind: FoundKind;
  readonly key: string;
  readonly title: string;
  readonly about: string;
  readonly href: string;
};

export const staffSearchContracts = {
  searchPage: contract({
    method: "get",
    path: "/bureau/recherche",
    access: staffRoles,
    summary: "Companies, contacts, people one may see, offers and events, by their names",
    query: z.object({ q: z.string().trim().max(100).catch("").default("") }),
    reply: "page",
  }),
} as const;
