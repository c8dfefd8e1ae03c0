import { datingMovedMail } from "#client/events/dating-mails.tsx";
import { jobDatingById, peopleOf } from "#server/events/find-job-dating.ts";
import { RegistrationModel } from "#server/events/job-dating-model.ts";
import { refillPlan } from "#server/events/refill-plan.ts";
import type { PerformEffect } from "#workers/settle.ts";
import { mailRegistered, timesOf, timesTold } from "./mail-registered.ts";
import { tellQueue } from "./tell-places.ts";

/** The day, the hours, the place or the number of places changed: each hears once, with the calendar up to date. */
export const tellFacts: PerformEffect = async (jobDatingId, version) => {
  const dating = await jobDatingById(jobDatingId);
  if (dating.status !== "published") return;
  const { placed, waiting } = await peopleOf(dating);
  for (const person of [...placed, ...waiting]) {
    const has = placed.includes(person);
    const meetings = has ? timesOf(dating, person.id) : [];
    await mailRegistered(person, {
      dating,
      dedupeKey: `dating-facts-${person.id}-${version}`,
      say: (link) => datingMovedMail({ dating, link, meetings }),
      ...(has && { calendar: { dating, meetings, method: "REQUEST" as const } }),
    });
    if (dating.announced && has)
      await RegistrationModel.updateOne({ _id: person.id }, { $set: { toldTimes: timesTold(meetings) } });
  }
  await tellNewPlaces(jobDatingId, "");
};

/** More places, or fewer: the waiting list moves, and free meetings go to whoever came in. */
export const tellNewPlaces: PerformEffect = async (jobDatingId) => {
  await tellQueue(await jobDatingById(jobDatingId));
  await refillPlan(jobDatingId);
};
