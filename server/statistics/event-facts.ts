import { ForumContactModel, UnnamedVisitModel } from "#server/events/forums/forum-model.ts";
import { type JobDatingDocument, JobDatingModel, RegistrationModel } from "#server/events/job-dating-model.ts";
import { today } from "#server/platform/clock.ts";
import { anyOf, not, within } from "#server/platform/filter.ts";
import { addDays, type Day } from "#shared/kernel/calendar.ts";
import type { Fact } from "#shared/statistics/fact.ts";
import { batchSize, fact, facts, type Reader } from "./reading.ts";

type Held = { readonly kind: "jobDating" | "forum"; readonly day: Day; readonly commune: string };

/** Job datings and forums that took place, and who came through the door. */
export const eventFacts: Reader = async ({ from, to }) => {
  const [last = to] = [to, today()].sort();
  const found = await JobDatingModel.find(
    { day: within({ since: from, until: addDays(last, 1) }), status: "published" },
    { kind: 1, day: 1, "commune.code": 1 },
  ).lean<Pick<JobDatingDocument, "_id" | "kind" | "day" | "commune">[]>();
  const held = new Map<string, Held>(
    found.map(({ _id, kind, day, commune }) => [
      String(_id),
      { kind: kind ?? "jobDating", day, commune: commune.code },
    ]),
  );
  const events = [...held].map(([id, event]) =>
    fact({ ...happenedAt(event), indicator: "actions", key: id, ref: { kind: event.kind, id } }),
  );
  const forums = [...held.keys()].filter((id) => held.get(id)?.kind === "forum");
  return [...events, ...(await arrivals(held)), ...(await unnamed(forums, held)), ...(await atStands(forums, held))];
};

const happenedAt = ({ kind, day, commune }: Held) => ({ action: kind, day, commune });

/** Somebody without an account is known by what they registered with, for this count alone. */
const arrivals = async (held: ReadonlyMap<string, Held>): Promise<Fact[]> => {
  const asked = RegistrationModel.find(
    { jobDatingId: anyOf([...held.keys()]), arrivedAt: not(null) },
    { jobDatingId: 1, accountId: 1, personKey: 1 },
  ).lean();
  const came: Fact[] = [];
  for await (const { jobDatingId, accountId, personKey } of asked.cursor({ batchSize })) {
    const id = String(jobDatingId);
    const event = held.get(id);
    if (!event) continue;
    const ref = { kind: event.kind, id, ...(accountId && { accountId: String(accountId) }) };
    const key = accountId ? String(accountId) : personKey;
    came.push(...facts(["participations", "participants"], { ...happenedAt(event), key, ref }));
  }
  return came;
};

/** People who came into a forum and gave no name: they took part, and nobody knows who they are. */
const unnamed = async (forums: readonly string[], held: ReadonlyMap<string, Held>): Promise<Fact[]> => {
  const counts = await Promise.all(forums.map((id) => UnnamedVisitModel.countDocuments({ forumId: id })));
  return forums.flatMap((id, at) => {
    const event = held.get(id);
    const weight = counts[at] ?? 0;
    if (!event || weight === 0) return [];
    return [fact({ ...happenedAt(event), indicator: "participations", key: id, weight, ref: { kind: "forum", id } })];
  });
};

/** Those who stopped at a stand, named or counted. */
const atStands = async (forums: readonly string[], held: ReadonlyMap<string, Held>): Promise<Fact[]> => {
  const asked = ForumContactModel.find({ forumId: anyOf(forums) }, { forumId: 1, people: 1 }).lean();
  const found: Fact[] = [];
  for await (const { _id, forumId, people } of asked.cursor({ batchSize })) {
    const id = String(forumId);
    const event = held.get(id);
    if (!event) continue;
    const happened = { ...happenedAt(event), key: String(_id), weight: people, ref: { kind: "forum", id } as const };
    found.push(fact({ ...happened, indicator: "standContacts" }));
  }
  return found;
};
