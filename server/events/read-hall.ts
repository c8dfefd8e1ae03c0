import { sayBadge, tableNumber } from "#client/events/dating-words.ts";
import type { HallProps, HallTable, Seat } from "#client/events/hall-page.tsx";
import { now } from "#server/platform/clock.ts";
import { readLink, signLink } from "#server/platform/signed-link.ts";
import { wasThere } from "#shared/events/arrival.ts";
import type { JobDating, Registration } from "#shared/events/job-dating.ts";
import { type Slot, slotsOf } from "#shared/events/slots.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { jobDatingById, peopleOf } from "./find-job-dating.ts";

const purpose = "job-dating-hall";

/** Opened by whoever has the link: a screen of the hall has no session, and it shows numbers alone. */
export const hallPath = (jobDatingId: string): string => `/ecran/${signLink(purpose, jobDatingId)}`;

export const readHall = async (token: string): Promise<HallProps> => {
  const id = readLink(purpose, token);
  if (id === null) throw new Failure("missing", "missing-page");
  const dating = await jobDatingById(id);
  if (dating.status === "draft") throw new Failure("missing", "missing-page");
  const { placed } = await peopleOf(dating);
  const at = now();
  const slots = slotsOf(dating);
  const running = slots.find(({ startsAt }, index) => startsAt <= at && at < endOfTurn(slots, index)) ?? null;
  const next = slots.find(({ startsAt }) => startsAt > at) ?? null;
  return {
    dating,
    at,
    tables: dating.announced ? tablesOf(dating, { placed, running, next }) : [],
    nowLabel: running?.label ?? null,
    nextLabel: next?.label ?? null,
    minutesToNext: next && running ? Math.ceil((next.startsAt.getTime() - at.getTime()) / 60_000) : null,
    figures: figuresOf(dating, placed, at),
  };
};

/** The break after a slot is still its turn: people walk to the next table when it is called. */
const endOfTurn = (slots: readonly Slot[], index: number): Date =>
  slots[index + 1]?.startsAt ?? slots[index]?.endsAt ?? new Date(0);

type Turn = { placed: readonly Registration[]; running: Slot | null; next: Slot | null };

const tablesOf = (dating: JobDating, { placed, running, next }: Turn): HallTable[] => {
  const people = new Map(placed.map((person) => [person.id, person]));
  const meetings = dating.announced?.meetings ?? [];
  const seatAt = (slot: Slot | null, companyId: string, table: number): Seat => {
    const meeting = meetings.find(
      (one) => one.slot === slot?.index && one.companyId === companyId && one.table === table,
    );
    const person = people.get(meeting?.registrationId ?? "");
    return person ? { badge: sayBadge(person), there: person.arrivedAt !== null } : null;
  };
  return dating.companies.flatMap(({ companyId, name, tables }) =>
    tables.map(({ number, closed }) => ({
      number: tableNumber(dating, companyId, number),
      company: name,
      now: seatAt(running, companyId, number),
      next: seatAt(next, companyId, number),
      closedNow: running !== null && closed.includes(running.index),
    })),
  );
};

const figuresOf = (dating: JobDating, placed: readonly Registration[], at: Date): HallProps["figures"] => {
  const slots = slotsOf(dating);
  const people = new Map(placed.map((person) => [person.id, person]));
  const meetings = dating.announced?.meetings ?? [];
  const isDone = ({ registrationId, slot }: (typeof meetings)[number]): boolean => {
    const [person, hours] = [people.get(registrationId), slots[slot]];
    return person !== undefined && hours !== undefined && hours.endsAt <= at && wasThere(person, hours.endsAt);
  };
  const begun = new Set(
    meetings.filter(({ slot }) => (slots[slot]?.startsAt ?? at) < at).map(({ registrationId }) => registrationId),
  );
  return {
    planned: meetings.length,
    done: meetings.filter(isDone).length,
    arrived: placed.filter(({ arrivedAt }) => arrivedAt !== null).length,
    expected: placed.length,
    missing: placed.filter(({ id, arrivedAt }) => arrivedAt === null && begun.has(id)).length,
  };
};
