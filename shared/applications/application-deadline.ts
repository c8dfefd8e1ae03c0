import { addDays, type Day } from "#shared/kernel/calendar.ts";
import type { ApplicationStatus } from "./application.ts";
import { lapseAfterDays, nextDeadline } from "./application-rules.ts";

/** What an interview leaves for an answer, at least. */
export const answerAfterInterviewDays = 30;

type Dates = { readonly sentOn: Day; readonly today: Day; readonly interviewOn: Day | null };

/**
 * The day something happens once an application came to this status. An interview, even a late one, leaves time for
 * its answer: without it, a second thought after sixty days would lapse again the next morning.
 */
export const deadlineAt = (status: ApplicationStatus, { sentOn, today, interviewOn }: Dates): Day | null => {
  const usual = nextDeadline(status, { sentOn, today });
  if (status !== "interview" || usual === null) return usual;
  const answerBy = addDays(latest(interviewOn ?? today, today), answerAfterInterviewDays);
  return latest(usual, answerBy);
};

/** Whether what comes next for a silent employer is a reminder, or the end. */
export const lapsesOn = (sentOn: Day): Day => addDays(sentOn, lapseAfterDays);

const latest = (one: Day, other: Day): Day => (one > other ? one : other);
