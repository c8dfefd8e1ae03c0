import { datingReminderMail } from "#client/events/dating-mails.tsx";
import { peopleOf } from "#server/events/find-job-dating.ts";
import { JobDatingModel, toJobDating } from "#server/events/job-dating-model.ts";
import { today } from "#server/platform/clock.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { mailRegistered, timesOf } from "./mail-registered.ts";

const daysBefore = 2;

/** Once a person and a day: asked again in the same day, or after a crash, nobody hears twice. */
export const remindPeople = async (): Promise<void> => {
  const day = addDays(today(), daysBefore);
  const found = await JobDatingModel.find({ day, status: "published" }).lean();
  for (const dating of found.map(toJobDating)) {
    const { placed } = await peopleOf(dating);
    for (const person of placed) {
      const meetings = timesOf(dating, person.id);
      await mailRegistered(person, {
        dating,
        dedupeKey: `dating-reminder-${person.id}-${day}`,
        say: (link) => datingReminderMail({ dating, link, meetings, code: person.code }),
      });
    }
  }
};
