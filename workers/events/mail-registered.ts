import { datingCalendar } from "#client/events/dating-calendar.ts";
import type { Mail } from "#client/kernel/mail.tsx";
import { registrationPath } from "#server/events/answer-registration.ts";
import { now } from "#server/platform/clock.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { sayMail } from "#server/platform/mail/say-mail.ts";
import { mailSender } from "#server/platform/mail/transport.ts";
import { site } from "#server/platform/site.ts";
import type { CalendarMethod } from "#shared/events/calendar-file.ts";
import type { DatingMeeting, JobDating, Registration } from "#shared/events/job-dating.ts";
import { endOf } from "#shared/events/slots.ts";

/** What a mail does to the reader's calendar. */
export type InCalendar = {
  readonly dating: JobDating;
  readonly meetings: readonly DatingMeeting[];
  readonly method: CalendarMethod;
};

type Told = {
  readonly dating: JobDating;
  readonly dedupeKey: string;
  readonly say: (link: string) => Mail;
  readonly calendar?: InCalendar;
};

/** People in staff's hand may have no address: staff tells them. Once all is over, there is nothing left to tell. */
export const mailRegistered = async (
  person: Registration,
  { dating, dedupeKey, say, calendar }: Told,
): Promise<void> => {
  if (person.email === null) return;
  const link = registrationPath(person.id);
  const ics = calendar && { ics: calendarOf(person, link, calendar) };
  await dispatchMail({
    dedupeKey,
    kind: "dating-registration",
    to: person.email,
    uselessAfter: endOf(dating),
    ...sayMail(say(link)),
    ...ics,
  });
};

const calendarOf = (registration: Registration, path: string, calendar: InCalendar): string => {
  const { publicUrl } = site();
  return datingCalendar({
    ...calendar,
    registration,
    organizer: mailSender(),
    writtenAt: now(),
    site: publicUrl,
    link: `${publicUrl}${path}`,
  });
};

/** What somebody knows of their times, in one line: only a difference is worth a mail. */
export const timesTold = (meetings: readonly DatingMeeting[]): string =>
  meetings.map(({ companyId, table, slot }) => `${companyId} ${table} ${slot}`).join(", ");

export const timesOf = ({ announced }: JobDating, registrationId: string): DatingMeeting[] =>
  (announced?.meetings ?? [])
    .filter((meeting) => meeting.registrationId === registrationId)
    .sort((one, other) => one.slot - other.slot);
