import type { FollowUp } from "#shared/positionings/positioning.ts";
import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";

/** What a card of the board says. */
export type CardFacts = {
  readonly id: string;
  readonly offerId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly offerTitle: string;
  readonly companyName: string;
  /** Whether the offer still takes people. */
  readonly offerOpen: boolean;
  readonly status: PositioningStatus;
  readonly statusAt: string;
  readonly interviewAt: string | null;
  readonly startsOn: string | null;
  readonly nextFollowUp: FollowUp | null;
  /** The follow-up call at which somebody asked the officer to come between, still open. */
  readonly mediation: FollowUp | null;
  /** Somebody must act, and the wait is long. */
  readonly late: boolean;
  /** The person or the company just moved it. */
  readonly live: boolean;
  /** Another offer on which the same person is under way, in words: "Soudeur, Métal Vézère". */
  readonly elsewhere: string | null;
};

/** The moment of a page: pages ask no clock. */
export type Moment = { readonly now: Date; readonly today: string };
