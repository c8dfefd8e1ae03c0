import type { ClosingReason, OfferStatus } from "./offer-words.ts";

/** Whose hand moves an offer: the company's own, an officer's, or the clock's. */
export const offerHands = ["employer", "officer", "system"] as const;
export type OfferHand = (typeof offerHands)[number];

type Moves = Readonly<Partial<Record<OfferStatus, readonly OfferHand[]>>>;

/** From each status, where an offer may go and by whose hand. Anything else is refused. */
export const offerTransitions = {
  // The system publishes what waited for its company when staff verify the company.
  draft: { pending: ["employer"], published: ["employer", "officer"], cancelled: ["employer", "officer"] },
  pending: { draft: ["employer", "officer"], published: ["officer", "system"], cancelled: ["employer", "officer"] },
  published: {
    suspended: ["employer", "officer", "system"],
    filled: ["employer", "officer"],
    cancelled: ["employer", "officer"],
    expired: ["system"],
  },
  suspended: {
    published: ["employer", "officer"],
    filled: ["employer", "officer"],
    cancelled: ["employer", "officer"],
    expired: ["system"],
  },
  // What became of an expired offer may still be said; a new last day opens it again.
  expired: { published: ["employer", "officer"], filled: ["employer", "officer"], cancelled: ["employer", "officer"] },
  filled: {},
  cancelled: {},
} as const satisfies Record<OfferStatus, Moves>;

export type OfferMove = { readonly from: OfferStatus; readonly to: OfferStatus; readonly hand: OfferHand };

export const offerMayMove = ({ from, to, hand }: OfferMove): boolean =>
  ((offerTransitions[from] as Moves)[to] ?? []).includes(hand);

/** Closing says why; the reason tells a filled offer from an abandoned one. */
export const closingReasonsOf = {
  filled: ["filledByUs", "filledOtherwise"],
  cancelled: ["abandoned", "noApplication", "notQualified"],
} as const satisfies Partial<Record<OfferStatus, readonly ClosingReason[]>>;

/** The status a closing reason leads to. */
export const closedAs = (reason: ClosingReason): "filled" | "cancelled" =>
  (closingReasonsOf.filled as readonly ClosingReason[]).includes(reason) ? "filled" : "cancelled";

/** Nothing more happens to it. */
export const isClosed = (status: OfferStatus): boolean => Object.keys(offerTransitions[status]).length === 0;
