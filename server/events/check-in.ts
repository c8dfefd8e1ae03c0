import { now, today } from "#server/platform/clock.ts";
import { anyOf, atLeast, not } from "#server/platform/filter.ts";
import { sendSignal } from "#server/platform/signals.ts";
import {
  type Arrival,
  type ArrivalAnswer,
  type ArrivalOutcome,
  type ArrivalsAnswer,
  arrivalTime,
} from "#shared/events/arrival.ts";
import type { JobDating, Registration } from "#shared/events/job-dating.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { findToRun, peopleOf } from "./find-job-dating.ts";
import { countUnnamed, noteUnnamed, takeBackUnnamed } from "./forums/count-unnamed.ts";
import { JobDatingModel, RegistrationModel, toRegistration } from "./job-dating-model.ts";

/** What a door noted, in its order; each check-in gets its own answer, and one that is refused stops no other. */
export const checkInAll = async (
  actor: Member,
  jobDatingId: string,
  arrivals: readonly Arrival[],
): Promise<ArrivalsAnswer> => {
  const dating = await findToRun(actor, jobDatingId);
  const answers: ArrivalAnswer[] = [];
  for (const arrival of arrivals) answers.push(await checkIn(dating, arrival));
  if (answers.some(({ outcome }) => changesScreens.has(outcome))) tellScreens(jobDatingId);
  return { answers, arrived: await arrivedOf(jobDatingId), unnamed: await countUnnamed(jobDatingId) };
};

/** Takes a check-in back: the wrong line was pressed. */
export const undoCheckIn = async (
  actor: Member,
  { jobDatingId, registrationId }: { jobDatingId: string; registrationId: string },
): Promise<void> => {
  await findToRun(actor, jobDatingId);
  const undone = await RegistrationModel.updateOne(
    { _id: registrationId, jobDatingId, arrivedAt: not(null) },
    { $set: { arrivedAt: null, arrivalKey: null, updatedAt: now() } },
  );
  if (undone.matchedCount === 0) throw new Failure("missing", "missing-page");
  tellScreens(jobDatingId);
};

const changesScreens: ReadonlySet<ArrivalOutcome> = new Set(["arrived", "counted", "uncounted"]);

const tellScreens = (jobDatingId: string): void => sendSignal("staff", "job-dating-changed", { jobDatingId });

const checkIn = async (dating: JobDating, arrival: Arrival): Promise<ArrivalAnswer> => {
  const answer = answering(arrival.key);
  if (arrival.undoes !== undefined) return answer(await takeBackUnnamed(dating, arrival.undoes));
  if (arrival.unnamed) return answer(await noteUnnamed(dating, arrival));
  const person = await personOf(dating, arrival);
  if (!person) return answer(await whyUnknown(dating, arrival));
  const { id: registrationId } = person;
  if (person.arrivedAt !== null) return answer({ ...known(person, arrival), registrationId });
  const at = arrivalTime(dating, new Date(arrival.at), now());
  if (at === null) return answer({ outcome: "notToday", registrationId });
  if (person.status !== "active") return answer({ outcome: "notComing", registrationId });
  if (await isWaiting(dating, person)) return answer({ outcome: "waiting", registrationId });
  const written = await RegistrationModel.findOneAndUpdate(
    { _id: registrationId, status: "active", arrivedAt: null },
    { $set: { arrivedAt: at, arrivalKey: arrival.key, updatedAt: now() } },
    { returnDocument: "after" },
  ).lean();
  if (written) return answer({ outcome: "arrived", registrationId, at: at.toISOString() });
  // Another door was faster by a blink, or the person gave up in the same one: read what is true now.
  return checkIn(dating, arrival);
};

type Answered = Partial<ArrivalAnswer> & Pick<ArrivalAnswer, "outcome">;

const answering =
  (key: string) =>
  (answered: Answered): ArrivalAnswer => ({ key, registrationId: null, at: null, elsewhere: null, ...answered });

/** The same check-in sent again is no second one. */
const known = ({ arrivedAt, arrivalKey }: Registration, { key }: Arrival): Answered => ({
  outcome: arrivalKey === key ? "arrived" : "already",
  at: arrivedAt,
});

const personOf = async ({ id }: JobDating, { code, registrationId }: Arrival): Promise<Registration | null> => {
  const found = registrationId
    ? await RegistrationModel.findOne({ _id: registrationId, jobDatingId: id }).lean()
    : await RegistrationModel.findOne({ jobDatingId: id, code: code ?? "" }).lean();
  return found ? toRegistration(found) : null;
};

/** Letters of another event of these days have their own sentence: people come to the wrong hall. */
const whyUnknown = async ({ id }: JobDating, { code }: Arrival): Promise<Answered> => {
  if (code === undefined) return { outcome: "unknownCode" };
  const others = await JobDatingModel.find({ day: atLeast(addDays(today(), -1)), status: "published" }, { title: 1 })
    .limit(200)
    .lean();
  const ids = others.map(({ _id }) => _id.toHexString()).filter((one) => one !== id);
  const found = await RegistrationModel.findOne({ jobDatingId: anyOf(ids), code }, { jobDatingId: 1 }).lean();
  const elsewhere = others.find(({ _id }) => found?.jobDatingId.equals(_id))?.title;
  return elsewhere === undefined ? { outcome: "unknownCode" } : { outcome: "otherEvent", elsewhere };
};

const isWaiting = async (dating: JobDating, { id }: Registration): Promise<boolean> =>
  (await peopleOf(dating)).waiting.some((one) => one.id === id);

const arrivedOf = async (jobDatingId: string): Promise<ArrivalsAnswer["arrived"]> => {
  const found = await RegistrationModel.find({ jobDatingId, arrivedAt: not(null) }, { arrivedAt: 1 })
    .limit(5000)
    .lean();
  return found.flatMap(({ _id, arrivedAt }) =>
    arrivedAt ? [{ registrationId: _id.toHexString(), at: arrivedAt.toISOString() }] : [],
  );
};
