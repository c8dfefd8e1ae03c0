import { datingCalendar } from "#client/events/dating-calendar.ts";
import { now } from "#server/platform/clock.ts";
import { site } from "#server/platform/site.ts";
import type { Registration } from "#shared/events/job-dating.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { registrationPath } from "./answer-registration.ts";
import { readRegistration } from "./read-my-datings.ts";

/** A convocation as a file somebody downloads. @throws missing while there is no place to come to */
export const convocationOf = async (registration: Registration): Promise<string> => {
  const { dating, waiting, meetings } = await readRegistration(registration);
  if (dating.status !== "published" || registration.status !== "active" || waiting)
    throw new Failure("missing", "missing-page");
  const { publicUrl } = site();
  return datingCalendar({
    dating,
    registration,
    meetings,
    method: "PUBLISH",
    organizer: null,
    writtenAt: now(),
    site: publicUrl,
    link: `${publicUrl}${registrationPath(registration.id)}`,
  });
};
