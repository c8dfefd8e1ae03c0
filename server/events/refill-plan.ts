import { now } from "#server/platform/clock.ts";
import { toMeeting } from "#shared/events/dating-input.ts";
import { isOver } from "#shared/events/job-dating-rules.ts";
import { proposeChanges } from "#shared/events/timetable/propose-changes.ts";
import { planFacts } from "./dating-facts.ts";
import { jobDatingById } from "./find-job-dating.ts";
import { writeAnnounced } from "./write-announced.ts";

/**
 * After somebody gave up an announced place: their meetings go to whoever may use them, the next of the waiting list
 * first of all. Nobody else's meeting moves, so that no officer has to be asked. Run twice, it finds nothing to do.
 */
export const refillPlan = async (jobDatingId: string): Promise<void> => {
  const dating = await jobDatingById(jobDatingId);
  if (!dating.announced || dating.status !== "published" || isOver(dating, now())) return;
  const { input, people } = await planFacts(dating);
  const here = new Set(people.map(({ id }) => id));
  const { meetings } = dating.announced;
  const kept = meetings.filter(({ slot, registrationId }) => slot < input.from || here.has(registrationId));
  if (kept.length === meetings.length) return;
  const [still] = proposeChanges(input, kept.map(toMeeting));
  if (still) await writeAnnounced(dating, still);
};
