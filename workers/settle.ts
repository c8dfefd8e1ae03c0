import mongoose, { type Model } from "mongoose";
import { lastRestore } from "#server/backup/restore-state.ts";
import { now } from "#server/platform/clock.ts";
import type { Effect } from "#server/platform/effects.ts";
import { anyOf } from "#server/platform/filter.ts";
import { log } from "#server/platform/log.ts";
import { holdingMails } from "#server/platform/mail/held.ts";
import { performer, type Work } from "#shared/kernel/job.ts";
import { settleJob, sweepJob } from "#shared/kernel/settle-jobs.ts";

/** Performs one kind of effect for one document: reads the truth again, may run twice without harm. */
export type PerformEffect = (id: string, detail: string) => Promise<void>;

/** The same where the document was read whole with its effects: that is the truth already. */
export type PerformWith<Found> = (id: string, detail: string, found: Found) => Promise<void>;

type Owing = { effects: Effect[] };
type AnyModel = { readonly collection: { readonly collectionName: string } };

/** Whatever is older than this was left behind. */
const sweepAfterMs = 30_000;

/**
 * The work of performing what the documents of one collection owe: at once when asked, and by a sweep each minute.
 * An effect's kind is "mail" or "mail/accepted": the part after the slash is handed on as the detail.
 */
export const settlement = (model: AnyModel, kinds: Readonly<Record<string, PerformEffect>>): Work =>
  settlementOf({ model, kinds, read: (owing, id) => owing.findById(id, { effects: 1 }).lean() });

/** The same where the effects speak of their document: it is read once for all. */
export const settlementOfWhole = <Found extends Owing>(
  model: Model<Found>,
  kinds: Readonly<Record<string, PerformWith<Found>>>,
): Work =>
  settlementOf({
    model,
    kinds: kinds as Kinds, // handed what `read` found, which is a Found
    read: (owing, id) => owing.findById(id).lean(),
  });

type Kinds = Readonly<Record<string, PerformWith<unknown>>>;

type Settled = {
  model: AnyModel;
  kinds: Kinds;
  read: (owing: Model<Owing>, id: string) => PromiseLike<Owing | null>;
};

const settlementOf = ({ model, kinds, read }: Settled): Work => {
  const owing = model as unknown as Model<Owing>; // a model with effectField: only that field is touched here
  const collection = model.collection.collectionName;
  const settle = async (id: string): Promise<void> => {
    const found = await read(owing, id);
    if (!found) return;
    const failures: unknown[] = [];
    const performed: string[] = [];
    for (const effect of found.effects)
      await performOne(kinds, { id, effect, found }).then(
        () => performed.push(effect.key),
        (error) => failures.push(error),
      );
    if (performed.length > 0) await owing.updateOne({ _id: id }, { $pull: { effects: { key: anyOf(performed) } } });
    if (failures.length > 0) throw failures[0];
  };
  const sweep = async (): Promise<void> => {
    const before = new Date(now().getTime() - sweepAfterMs);
    const left = await owing
      .find({ "effects.at": mongoose.trusted({ $lt: before }) }, { _id: 1 })
      .limit(500)
      .lean();
    for (const { _id } of left)
      await settle(String(_id)).catch((error) => log.warn({ err: error, collection }, "effect left"));
  };
  return {
    performers: [performer(settleJob(collection), ({ id }) => settle(id)), performer(sweepJob(collection), sweep)],
    recurrences: [{ why: `Perform what ${collection} still owe`, when: "* * * * *", job: sweepJob(collection) }],
  };
};

type OneEffect = { id: string; effect: Effect; found: Owing };

const performOne = async (kinds: Kinds, { id, effect, found }: OneEffect): Promise<void> => {
  const [kind = "", detail = ""] = effect.kind.split("/");
  const perform = kinds[kind];
  if (!perform) throw new Error(`nobody performs the effect "${kind}"`);
  const ofAnotherTime = effect.at < (lastRestore() ?? effect.at);
  await (ofAnotherTime ? holdingMails(() => perform(id, detail, found)) : perform(id, detail, found));
};
