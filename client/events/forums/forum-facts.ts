import type { ForumContact, Stand } from "#shared/events/forums/forum.ts";
import type { ForumTotals, StandFigures, WayOutFigures } from "#shared/events/forums/forum-balance.ts";
import type { JobDating, Registration } from "#shared/events/job-dating.ts";
import type { Offer } from "#shared/offers/offer.ts";

/** A forum as its officer's pages have it. */
export type ForumFacts = {
  readonly forum: JobDating;
  readonly placed: readonly Registration[];
  readonly waiting: readonly Registration[];
  readonly visitors: { readonly came: number; readonly unnamed: number };
  readonly figures: readonly StandFigures[];
  readonly totals: ForumTotals;
  readonly wayOut: WayOutFigures;
  readonly wayOutPath: string;
  readonly over: boolean;
  readonly today: string;
};

/** A stand as everybody may read it. */
export type StandShown = { readonly stand: Stand; readonly offers: readonly Offer[] };

export type NamedContact = { readonly contact: ForumContact; readonly name: string | null };
