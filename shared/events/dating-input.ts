import type { JobDating, Registration } from "./job-dating.ts";
import { slotsAway } from "./job-dating-rules.ts";
import { slotsOf } from "./slots.ts";
import type { Link, TimetableInput, TimetableMeeting } from "./timetable/timetable.ts";

/** What a match is worth, 0 to 100, by "registration company"; a pair that may not meet is absent. */
export type MatchScores = ReadonlyMap<string, number>;

export const pairKey = (registrationId: string, companyId: string): string => `${registrationId} ${companyId}`;

type Facts = {
  readonly people: readonly Registration[];
  readonly scores: MatchScores;
  /** Pairs never to be brought together: the person shut the company out. */
  readonly shutOut: ReadonlySet<string>;
  readonly from: number;
};

/** The first wish is worth more than the best match without one; a match tips the balance between equal wishes. */
const worthOfWish = [500, 450, 410, 380, 360] as const;
/** Below this a company nobody wished for is not proposed. */
const leastMatch = 50;

/** A job dating as the timetable wants it. */
export const timetableInput = (dating: JobDating, { people, scores, shutOut, from }: Facts): TimetableInput => {
  const known = new Set(people.map(({ id }) => id));
  const announced = (dating.announced?.meetings ?? []).filter(({ slot }) => slot < from);
  return {
    slots: slotsOf(dating).length,
    from,
    maxMeetings: dating.maxMeetings,
    people: people.map((person) => ({
      id: person.id,
      links: linksOf(dating, { person, scores, shutOut }),
      cannot: slotsAway(person),
    })),
    companies: dating.companies.map(({ companyId, tables }) => ({ id: companyId, tables })),
    past: announced.map(toMeeting),
    locked: dating.locked
      .filter(({ slot, registrationId }) => slot >= from && known.has(registrationId))
      .map(toMeeting),
    added: dating.added.filter(({ registrationId }) => known.has(registrationId)).map(toPair),
    forbidden: dating.forbidden.map(toPair),
  };
};

type OnePerson = { person: Registration; scores: MatchScores; shutOut: ReadonlySet<string> };

const linksOf = ({ companies }: JobDating, { person, scores, shutOut }: OnePerson): Link[] =>
  companies.flatMap(({ companyId }) => {
    const key = pairKey(person.id, companyId);
    if (shutOut.has(key)) return [];
    const rank = person.wishIds.indexOf(companyId);
    const match = scores.get(key) ?? 0;
    // Whoever named no company leaves the choice to us: any table is better than none.
    if (rank < 0 && match < leastMatch && person.wishIds.length > 0) return [];
    return [{ companyId, worth: (worthOfWish[rank] ?? 0) + Math.round(match) + 1 }];
  });

const toPair = ({ registrationId, companyId }: { registrationId: string; companyId: string }) => ({
  personId: registrationId,
  companyId,
});

export const toMeeting = (meeting: { registrationId: string; companyId: string; table: number; slot: number }) => ({
  ...toPair(meeting),
  table: meeting.table,
  slot: meeting.slot,
});

export const fromMeeting = ({ personId, companyId, table, slot }: TimetableMeeting) => ({
  registrationId: personId,
  companyId,
  table,
  slot,
});
