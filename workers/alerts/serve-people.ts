import { AlertDigestModel } from "#server/alerts/alert-digest-model.ts";
import { type AlertDocument, AlertModel } from "#server/alerts/alert-model.ts";
import { compileAlert, formOf } from "#server/alerts/compile-alert.ts";
import { anyOf, lessThan } from "#server/platform/filter.ts";
import { finishDigests } from "./finish-digests.ts";
import { openDigests } from "./open-digests.ts";
import { type Person, readAgain } from "./people.ts";
import type { AlertDay } from "./read-day.ts";

type Serving = {
  readonly day: AlertDay;
  readonly instant: boolean;
  /** Which of a person's alerts write now. */
  readonly inTurn: (people: readonly Person[]) => Promise<Person[]>;
};

/** Times a person is tried whose mail another run is preparing. */
const patience = 3;

/** One mail to each of these people whose searches found something new. */
export const servePeople = async (people: readonly Person[], serving: Serving, tries = patience): Promise<void> => {
  const { day, instant, inTurn } = serving;
  const ready = await inTurn(people);
  await compileStale(ready.flatMap(({ alerts }) => alerts));
  const { digests, idle, busy } = await openDigests(ready, { day, instant });
  await finishDigests(digests);
  if (!instant) await advance(idle, day.upTo);
  if (busy.length === 0) return;
  if (tries === 0) throw new Error(`${busy.length} people are being served by another run`);
  await finishDigests(await AlertDigestModel.find({ email: anyOf(busy) }).lean());
  await servePeople(await readAgain(busy), serving, tries - 1);
};

const advance = async (people: readonly Person[], upTo: number): Promise<void> => {
  const behind = people.flatMap(({ alerts }) => alerts.filter(({ cursor }) => cursor < upTo).map(({ _id }) => _id));
  if (behind.length > 0)
    await AlertModel.updateMany({ _id: anyOf(behind), cursor: lessThan(upTo) }, { $set: { cursor: upTo } });
};

/** Keeps what was compiled again, so that it is done once after an import of the referentials. */
const compileStale = async (alerts: readonly AlertDocument[]): Promise<void> => {
  const stale = alerts.filter(({ compiled }) => formOf(compiled) === null);
  if (stale.length === 0) return;
  for (const alert of stale) alert.compiled = compileAlert(alert.query);
  const writes = stale.map(({ _id, compiled }) => ({ updateOne: { filter: { _id }, update: { $set: { compiled } } } }));
  await AlertModel.bulkWrite(writes, { ordered: false });
};
