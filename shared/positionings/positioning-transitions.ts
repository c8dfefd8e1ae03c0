import type { PositioningStatus } from "./positioning-words.ts";

/** Whose act a step is: the officer's, the candidate's, the company's, the clock's. */
export const positioningHands = ["officer", "candidate", "employer", "system"] as const;
export type PositioningHand = (typeof positioningHands)[number];

type Moves = Readonly<Partial<Record<PositioningStatus, readonly PositioningHand[]>>>;

const officer = ["officer"] as const;
const company = ["employer", "officer"] as const;
const person = ["candidate", "officer"] as const;
/** A hiring elsewhere frees every other officer's card. */
const elsewhere = ["officer", "system"] as const;

/** What may happen to anyone who waits for a company's word. */
const exits = {
  refused: company,
  withdrawn: person,
  pool: officer,
  noAnswer: elsewhere,
  placedElsewhere: elsewhere,
} as const;

/** From each status, where a positioning may go and by whose hand. Anything else is refused. */
export const positioningTransitions = {
  suggested: { proposed: officer, withdrawn: officer, pool: officer, placedElsewhere: elsewhere },
  // An officer may write down a "yes" or "no" said aloud: the step then needs its note.
  proposed: {
    consented: person,
    declined: person,
    withdrawn: person,
    pool: officer,
    noAnswer: elsewhere,
    placedElsewhere: elsewhere,
  },
  consented: { submitted: officer, declined: person, withdrawn: person, pool: officer, placedElsewhere: elsewhere },
  declined: { consented: person, pool: officer },
  submitted: { seen: company, interviewPlanned: company, selected: company, ...exits },
  seen: { interviewPlanned: company, selected: company, ...exits },
  interviewPlanned: { interviewed: company, absent: company, ...exits },
  interviewed: { interviewPlanned: company, selected: company, hired: company, ...exits },
  absent: { interviewPlanned: company, ...exits },
  selected: { hired: company, ...exits },
  // A missed call does not stop the follow-up: the next one says as much.
  hired: { inPostM1: officer, inPostM3: officer, inPostM6: officer, endedEarly: company },
  inPostM1: { inPostM3: officer, inPostM6: officer, endedEarly: company },
  inPostM3: { inPostM6: officer, endedEarly: company },
  inPostM6: {},
  endedEarly: { pool: officer },
  refused: { pool: officer },
  withdrawn: {},
  pool: { proposed: officer, placedElsewhere: elsewhere },
  noAnswer: { proposed: officer, submitted: officer, pool: officer },
  placedElsewhere: {},
} as const satisfies Record<PositioningStatus, Moves>;

export type PositioningMove = {
  readonly from: PositioningStatus;
  readonly to: PositioningStatus;
  readonly hand: PositioningHand;
};

export const positioningMayMove = ({ from, to, hand }: PositioningMove): boolean =>
  ((positioningTransitions[from] as Moves)[to] ?? []).includes(hand);

/** The statuses this hand may move a positioning to, in the table's order. */
export const positioningMovesOf = (from: PositioningStatus, hand: PositioningHand): PositioningStatus[] =>
  (Object.keys(positioningTransitions[from]) as PositioningStatus[]).filter((to) =>
    positioningMayMove({ from, to, hand }),
  );
