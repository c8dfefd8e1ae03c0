import type { Link, TimetableInput, TimetableMeeting } from "#shared/events/timetable/timetable.ts";

/** The same numbers for the same seed, on every machine. */
export const chanceOf = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export type DatingSize = {
  readonly people: number;
  readonly companies: number;
  readonly slots: number;
  readonly links: number;
  readonly maxMeetings: number;
  /** Share of (person, slot) at which somebody cannot be there. */
  readonly away?: number;
  readonly tables?: number;
};

/** A job dating nobody has met: wishes for some companies, matches with others, some more wanted than the rest. */
export const randomDating = (seed: number, size: DatingSize): TimetableInput => {
  const chance = chanceOf(seed);
  const companies = Array.from({ length: size.companies }, (_, index) => ({
    id: `c${index}`,
    tables: Array.from({ length: size.tables ?? 1 }, (_table, number) => ({ number: number + 1, closed: [] })),
  }));
  const people = Array.from({ length: size.people }, (_, index) => ({
    id: `p${index}`,
    links: linksOf(chance, size),
    cannot: Array.from({ length: size.slots }, (_slot, slot) => slot).filter(() => chance() < (size.away ?? 0)),
  }));
  const { slots, maxMeetings } = size;
  return { slots, from: 0, maxMeetings, people, companies, past: [], locked: [], added: [], forbidden: [] };
};

const linksOf = (chance: () => number, { companies, links }: DatingSize): Link[] => {
  const chosen = new Set<number>();
  // The square makes the first companies the most wanted, as on the day.
  for (let index = 0; index < links; index += 1) chosen.add(Math.floor(chance() ** 2 * companies));
  return [...chosen].map((company) => ({ companyId: `c${company}`, worth: 1 + Math.floor(chance() * 400) }));
};

/** The same with meetings locked and pairs forbidden, at random. */
export const withLocks = (seed: number, input: TimetableInput): TimetableInput => {
  const chance = chanceOf(seed * 31 + 7);
  const linked = input.people.flatMap(({ id, links }) => links.map(({ companyId }) => ({ personId: id, companyId })));
  const locked: TimetableMeeting[] = [];
  for (const pair of linked) {
    const meeting = { ...pair, table: 1, slot: Math.floor(chance() * input.slots) };
    const clashes = locked.some(
      (one) => one.slot === meeting.slot && (one.personId === meeting.personId || one.companyId === meeting.companyId),
    );
    const own = locked.filter(({ personId }) => personId === pair.personId).length;
    if (chance() < 0.2 && !clashes && own < input.maxMeetings) locked.push(meeting);
  }
  const isLocked = (pair: { personId: string; companyId: string }): boolean =>
    locked.some(({ personId, companyId }) => personId === pair.personId && companyId === pair.companyId);
  return { ...input, locked, forbidden: linked.filter((pair) => !isLocked(pair) && chance() < 0.15) };
};
