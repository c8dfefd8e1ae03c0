/** A person and a company: who may meet, must meet, or must not. */
export type Pair = { readonly personId: string; readonly companyId: string };

/** `slot` counts from 0; `table` is the company's own number, from 1. */
export type TimetableMeeting = Pair & { readonly table: number; readonly slot: number };

/** `worth` is what a meeting is worth, a whole number from 1 to 1000. Whoever is not linked never meets. */
export type Link = { readonly companyId: string; readonly worth: number };

export type TimetablePerson = {
  readonly id: string;
  readonly links: readonly Link[];
  /** The slots at which the person cannot be there. */
  readonly cannot: readonly number[];
};

export type TimetableTable = { readonly number: number; readonly closed: readonly number[] };
export type TimetableCompany = { readonly id: string; readonly tables: readonly TimetableTable[] };

export type TimetableInput = {
  readonly slots: number;
  /** The first slot that may still be filled: whatever is before it is past. */
  readonly from: number;
  readonly maxMeetings: number;
  readonly people: readonly TimetablePerson[];
  readonly companies: readonly TimetableCompany[];
  /** Meetings that stay exactly as they are: those that took place, those an officer locked. */
  readonly past: readonly TimetableMeeting[];
  readonly locked: readonly TimetableMeeting[];
  /** Pairs an officer wants to see meet, before anything else. */
  readonly added: readonly Pair[];
  readonly forbidden: readonly Pair[];
};

export type Figures = {
  readonly meetings: number;
  readonly withOne: number;
  readonly withTwo: number;
  readonly score: number;
};

export type Timetable = {
  readonly meetings: readonly TimetableMeeting[];
  readonly figures: Figures;
  /** What no timetable can beat: the best set of meetings when nobody minds the hour. */
  readonly possible: Figures;
  /** Whether it is as good as that bound: nothing better exists. */
  readonly proved: boolean;
  /** What one more place at each company would bring: the proof, to be checked by `checkOptimal`. */
  readonly prices: Readonly<Record<string, number>>;
  /** Pairs that were asked for and found no place. */
  readonly notPlaced: readonly Pair[];
};
