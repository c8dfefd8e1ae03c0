import { datingConfirmMail, datingLeftMail, datingPlaceMail } from "#client/events/dating-mails.tsx";
import { jobDatingById, peopleOf } from "#server/events/find-job-dating.ts";
import { RegistrationModel, toRegistration } from "#server/events/job-dating-model.ts";
import { refillPlan } from "#server/events/refill-plan.ts";
import type { JobDating, Registration } from "#shared/events/job-dating.ts";
import type { PerformEffect } from "#workers/settle.ts";
import { type InCalendar, mailRegistered, timesOf } from "./mail-registered.ts";

/** After a registration, a change of wishes or somebody's leaving: each hears once where they stand. */
export const tellPlaces: PerformEffect = async (registrationId, detail) => {
  const found = await RegistrationModel.findById(registrationId).lean();
  if (!found) return;
  const registration = toRegistration(found);
  const dating = await jobDatingById(registration.jobDatingId);
  if (registration.status === "unconfirmed" && dating.status === "published")
    await mailRegistered(registration, {
      dating,
      dedupeKey: `dating-confirm-${registrationId}-${detail}`,
      say: (link) => datingConfirmMail({ dating, link }),
    });
  if (registration.status === "cancelled" && found.toldPlace === "placed") await tellLeft(dating, registration);
  await tellQueue(dating);
  if (registration.status === "cancelled") await refillPlan(dating.id);
};

/** Their calendar is set free; the same letter twice would be one too many, so what they were told is forgotten. */
const tellLeft = async (dating: JobDating, person: Registration): Promise<void> => {
  await mailRegistered(person, {
    dating,
    dedupeKey: keyOf(`dating-left-${person.id}-${person.queuedAt ?? ""}`),
    say: () => datingLeftMail({ dating }),
    calendar: { dating, meetings: timesOf(dating, person.id), method: "CANCEL" },
  });
  await RegistrationModel.updateOne(
    { _id: person.id, status: "cancelled" },
    { $set: { toldPlace: null, toldTimes: null } },
  );
};

/** The waiting list fills itself: whoever has come into a place is told, and nobody twice the same thing. */
export const tellQueue = async (dating: JobDating): Promise<void> => {
  if (dating.status !== "published") return;
  const { placed, waiting } = await peopleOf(dating);
  const told = await toldPlaces(dating.id);
  for (const [people, state] of [
    [placed, "placed"],
    [waiting, "waiting"],
  ] as const)
    for (const person of people) {
      const before = told.get(person.id) ?? null;
      if (before === state) continue;
      const calendar = calendarOf(dating, { person, state, before });
      await mailRegistered(person, {
        dating,
        // Whoever loses a place, then gets it back, hears of both: the event's version tells the two letters apart.
        dedupeKey: keyOf(`dating-${state}-${person.id}-${person.queuedAt ?? ""}-${dating.version}`),
        say: (link) => datingPlaceMail({ dating, link, code: person.code, waiting: state === "waiting" }),
        ...(calendar && { calendar }),
      });
      await RegistrationModel.updateOne({ _id: person.id }, { $set: { toldPlace: state } });
    }
};

type Moved = { person: Registration; state: "placed" | "waiting"; before: string | null };

/** A place enters the calendar; one that is lost (fewer places than before) leaves it. */
const calendarOf = (dating: JobDating, { person, state, before }: Moved): InCalendar | null => {
  if (state === "placed") return { dating, meetings: timesOf(dating, person.id), method: "REQUEST" };
  return before === "placed" ? { dating, meetings: [], method: "CANCEL" } : null;
};

const keyOf = (words: string): string => words.replace(/[^\w.:-]/g, "");

const toldPlaces = async (jobDatingId: string): Promise<ReadonlyMap<string, string | null>> => {
  const told = await RegistrationModel.find({ jobDatingId, status: "active" }, { toldPlace: 1 }).lean();
  return new Map(told.map(({ _id, toldPlace }) => [_id.toHexString(), toldPlace]));
};
