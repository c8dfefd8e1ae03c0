import type { PlanProps } from "#client/events/plan-page.tsx";
import { now } from "#server/platform/clock.ts";
import { isDoorOpen } from "#shared/events/arrival.ts";
import { toMeeting } from "#shared/events/dating-input.ts";
import type { JobDating, Registration } from "#shared/events/job-dating.ts";
import { firstOpenSlot, isOver } from "#shared/events/job-dating-rules.ts";
import { slotsOf } from "#shared/events/slots.ts";
import { differences } from "#shared/events/timetable/propose-changes.ts";
import type { TimetableInput } from "#shared/events/timetable/timetable.ts";
import type { Actor } from "#shared/kernel/actor.ts";
import { planFacts } from "./dating-facts.ts";
import { findTabled } from "./find-job-dating.ts";

/** The timetable as it stands, what announcing it would change, and why somebody meets nobody. */
export const readPlan = async (actor: Actor, jobDatingId: string): Promise<Omit<PlanProps, "vue" | "errors">> => {
  const dating = await findTabled(actor, jobDatingId);
  const { input, people } = await planFacts(dating);
  return {
    dating,
    people,
    why: new Map(people.map(({ id }) => [id, whyNobody(input, id)])),
    difference: differenceOf(dating),
    from: firstOpenSlot(dating, now()),
    over: isOver(dating, now()),
    missing: missingAt(dating, people),
  };
};

const soon = 10 * 60_000;

/** On the day, those who are not there though their next meeting has begun, or begins within ten minutes. */
const missingAt = (dating: JobDating, people: readonly Registration[]): Registration[] => {
  if (!dating.announced || !isDoorOpen(dating, now())) return [];
  const slots = slotsOf(dating).filter(
    ({ startsAt, endsAt }) => startsAt.getTime() <= now().getTime() + soon && endsAt > now(),
  );
  const awaited = new Set(
    dating.announced.meetings
      .filter(({ slot }) => slots.some(({ index }) => index === slot))
      .map(({ registrationId }) => registrationId),
  );
  return people.filter(({ id, arrivedAt }) => arrivedAt === null && awaited.has(id));
};

const differenceOf = ({ plan, announced }: JobDating): PlanProps["difference"] => {
  if (!plan || !announced) return null;
  const { moved, gone, gained } = differences(announced.meetings.map(toMeeting), plan.meetings.map(toMeeting));
  return { moved: moved.length, gone: gone.length, gained: gained.length };
};

const whyNobody = ({ people, companies, slots, from }: TimetableInput, id: string): string => {
  const person = people.find((one) => one.id === id);
  if (!person) return "";
  if (person.links.length === 0) return "Aucune des entreprises voulues n’est présente.";
  const free = Array.from({ length: slots }, (_, slot) => slot).filter(
    (slot) => slot >= from && !person.cannot.includes(slot),
  );
  if (free.length === 0) return "La personne n’est là à aucun créneau à venir.";
  const open = person.links.some(({ companyId }) =>
    companies
      .find((company) => company.id === companyId)
      ?.tables.some(({ closed }) => free.some((slot) => !closed.includes(slot))),
  );
  return open ? "Les tables de ses entreprises sont pleines." : "Les entreprises voulues ne sont pas là à ses heures.";
};
