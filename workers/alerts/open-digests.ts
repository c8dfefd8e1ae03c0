import { Types } from "mongoose";
import { type AlertDigest, AlertDigestModel } from "#server/alerts/alert-digest-model.ts";
import { now } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { anyOf } from "#server/platform/filter.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { type Candidate, type Picked, pickDigest } from "#shared/alerts/pick-digest.ts";
import { alreadyGot } from "./already-got.ts";
import type { Person } from "./people.ts";
import type { AlertDay } from "./read-day.ts";

type Opening = {
  readonly day: AlertDay;
  /** Their mails do not move the cursors: the morning's run looks again at what they left. */
  readonly instant: boolean;
};

export type Opened = {
  readonly digests: readonly AlertDigest[];
  /** For whom there is nothing new. */
  readonly idle: readonly Person[];
  /** For whom another run is preparing a mail. */
  readonly busy: readonly string[];
};

/** Writes down what each mail will hold. */
export const openDigests = async (people: readonly Person[], { day, instant }: Opening): Promise<Opened> => {
  const wanted = people.map((person) => ({
    person,
    candidates: person.alerts.flatMap((alert) => day.candidatesFor(alert)),
  }));
  const got = await alreadyGot(wanted.map(({ person: { email }, candidates }) => ({ email, offers: candidates })));
  const planned: AlertDigest[] = [];
  const idle: Person[] = [];
  for (const { person, candidates } of wanted) {
    const picked = pickDigest(candidates.filter((candidate) => !got(person.email, candidate)));
    if (picked.shown.length === 0) idle.push(person);
    else planned.push(digestOf(person, { picked, upTo: instant ? 0 : day.upTo, instant }));
  }
  const { digests, busy } = await insert(planned);
  return { digests, idle, busy };
};

const insert = async (planned: readonly AlertDigest[]): Promise<Pick<Opened, "digests" | "busy">> => {
  if (planned.length === 0) return { digests: [], busy: [] };
  try {
    await AlertDigestModel.insertMany(planned, { ordered: false, lean: true });
    return { digests: planned, busy: [] };
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  const kept = await AlertDigestModel.find({ _id: anyOf(planned.map(({ _id }) => _id)) }, { _id: 1 }).lean();
  const ours = new Set(kept.map(({ _id }) => String(_id)));
  return {
    digests: planned.filter(({ _id }) => ours.has(String(_id))),
    busy: planned.filter(({ _id }) => !ours.has(String(_id))).map(({ email }) => email),
  };
};

type Decided = { readonly picked: Picked; readonly upTo: number; readonly instant: boolean };

const digestOf = ({ email, alerts }: Person, { picked, upTo, instant }: Decided): AlertDigest => {
  // Below the cursors' reach, what has no room never comes back by itself; above it, it must be claimed too.
  const unshown = picked.rest.filter(({ sequence }) => sequence > upTo);
  return {
    _id: newId(),
    email,
    instant,
    state: "planned",
    alerts: alerts.map(({ _id, cursor }) => ({ alertId: _id, cursor })),
    upTo,
    offers: [...picked.shown.map(asPlanned(true)), ...unshown.map(asPlanned(false))],
    more: [...countByAlert(picked.rest)].map(([alertId, count]) => ({ alertId: idOf(alertId), count })),
    at: now(),
  };
};

const asPlanned =
  (shown: boolean) =>
  ({ offerId, alertId, distanceKm, closeness, likeness }: Candidate) => ({
    offerId: idOf(offerId),
    alertId: idOf(alertId),
    shown,
    distanceKm,
    closeness,
    likeness,
  });

const idOf = (id: string): Types.ObjectId => new Types.ObjectId(id);

const countByAlert = (rest: readonly Candidate[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { alertId } of rest) counts.set(alertId, (counts.get(alertId) ?? 0) + 1);
  return counts;
};
