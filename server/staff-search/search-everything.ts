import type { Member } from "#shared/kernel/actor.ts";
import { type Found, foundKinds } from "#shared/staff-search/staff-search-contracts.ts";
import { findCompanies } from "./find-companies.ts";
import { findEvents } from "./find-events.ts";
import { findOffers } from "./find-offers.ts";
import { findPeople } from "./find-people.ts";
import { wordsTyped } from "./name-pattern.ts";

/** One kind of thing, by its names, as this person may see it: each asks the truth with its slice's own rule. */
export type Finder = (actor: Member, typed: string) => Promise<Found[]>;

/**
 * Everything staff look for by name. It stands beside the slices, not in one: a company's slice knows no event, and an
 * event's should not know what a search page is.
 */
const finders: readonly Finder[] = [findCompanies, findPeople, findOffers, findEvents];

/** Null until something is typed that can be looked for. */
export const searchEverything = async (actor: Member, typed: string): Promise<Found[] | null> => {
  if (wordsTyped(typed).length === 0) return null;
  const found = (await Promise.all(finders.map((find) => find(actor, typed)))).flat();
  return foundKinds.flatMap((kind) => found.filter((one) => one.kind === kind));
};
