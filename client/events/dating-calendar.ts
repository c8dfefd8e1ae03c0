import { type CalendarMethod, calendarFile } from "#shared/events/calendar-file.ts";
import type { DatingMeeting, JobDating, Registration } from "#shared/events/job-dating.ts";
import { endOf, slotsOf, startOf } from "#shared/events/slots.ts";
import { sayMeeting, sayWhere } from "./dating-words.ts";

type Convocation = {
  readonly dating: JobDating;
  readonly registration: Pick<Registration, "id" | "email" | "code">;
  readonly meetings: readonly DatingMeeting[];
  readonly method: CalendarMethod;
  readonly organizer: { readonly name: string; readonly address: string } | null;
  readonly writtenAt: Date;
  /** Whole addresses. */
  readonly site: string;
  readonly link: string;
};

/** A convocation as a calendar keeps it: from the first meeting to the last one, or the whole event without any. */
export const datingCalendar = (convocation: Convocation): string => {
  const { dating, registration, meetings, method, organizer, writtenAt } = convocation;
  return calendarFile({
    uid: `job-dating-${registration.id}@${new URL(convocation.site).hostname}`,
    sequence: calendarSequence(dating),
    method,
    writtenAt,
    ...hoursOf(dating, meetings),
    title: dating.title,
    place: sayWhere(dating),
    description: describe(convocation),
    organizer,
    attendee: registration.email,
  });
};

/** Both only go up, and one of them does at each change of the event, of its timetable or of who comes. */
const calendarSequence = ({ version, basis }: JobDating): number => version + basis;

const hoursOf = (dating: JobDating, meetings: readonly DatingMeeting[]): { startsAt: Date; endsAt: Date } => {
  const slots = slotsOf(dating);
  const own = meetings.flatMap(({ slot }) => slots[slot] ?? []).sort((one, other) => one.index - other.index);
  return { startsAt: own[0]?.startsAt ?? startOf(dating), endsAt: own.at(-1)?.endsAt ?? endOf(dating) };
};

const describe = ({ dating, registration, meetings, method, link }: Convocation): string =>
  method === "CANCEL"
    ? "Ce rendez-vous est annulé."
    : [
        ...meetings.map((meeting) => sayMeeting(dating, meeting)),
        `Votre code à l’entrée : ${registration.code}`,
        `Voir vos horaires, ou ne plus venir : ${link}`,
      ].join("\n");
