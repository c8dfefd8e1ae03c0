import type { ApplicationStatus } from "./application.ts";

/** Who moves an application: the company (or staff for it), the candidate, the clock. */
export const applicationHands = ["employer", "candidate", "system"] as const;
export type ApplicationHand = (typeof applicationHands)[number];

type Moves = Readonly<Partial<Record<ApplicationStatus, readonly ApplicationHand[]>>>;

/** From each status, where an application may go and by whose hand. Anything else is refused. */
export const applicationTransitions = {
  new: {
    seen: ["employer"],
    interview: ["employer"],
    accepted: ["employer"],
    refused: ["employer"],
    withdrawn: ["candidate"],
    lapsed: ["system"],
  },
  seen: {
    interview: ["employer"],
    accepted: ["employer"],
    refused: ["employer"],
    withdrawn: ["candidate"],
    lapsed: ["system"],
  },
  interview: { accepted: ["employer"], refused: ["employer"], withdrawn: ["candidate"], lapsed: ["system"] },
  accepted: { refused: ["employer"], withdrawn: ["candidate"] }, // a hiring that falls through, on either side
  refused: { interview: ["employer"] }, // a second thought in the candidate's favour, never against them
  withdrawn: {},
  lapsed: { interview: ["employer"], accepted: ["employer"], refused: ["employer"] }, // a late answer beats none
} as const satisfies Record<ApplicationStatus, Moves>;

export type ApplicationMove = {
  readonly from: ApplicationStatus;
  readonly to: ApplicationStatus;
  readonly hand: ApplicationHand;
};

export const applicationMayMove = ({ from, to, hand }: ApplicationMove): boolean =>
  ((applicationTransitions[from] as Moves)[to] ?? []).includes(hand);

/** Still waiting for the employer. */
export const openApplicationStatuses = ["new", "seen", "interview"] as const satisfies readonly ApplicationStatus[];

export const isOpenApplication = (status: ApplicationStatus): boolean =>
  (openApplicationStatuses as readonly ApplicationStatus[]).includes(status);
