import { Types } from "mongoose";
import { sayLabel } from "#client/alerts/say-alert.ts";
import { countAttempt } from "#server/http/rate-limit.ts";
import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { idFor, newId } from "#server/platform/fields.ts";
import { not } from "#server/platform/filter.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { lastSequence } from "#server/platform/sequence.ts";
import type { AlertFrequency } from "#shared/alerts/alert.ts";
import { alertsPerAddress, asksSomething } from "#shared/alerts/alert-rules.ts";
import type { Actor } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import type { OfferSearch } from "#shared/offers/offer-search.ts";
import { type AlertDocument, AlertModel } from "./alert-model.ts";
import { compileAlert } from "./compile-alert.ts";
import { type UnderstoodSearch, understandSearch } from "./understand-search.ts";

export type Rhythm = { readonly frequency: AlertFrequency; readonly weekday: number | null };

type Asked = {
  readonly asked: OfferSearch;
  readonly rhythm: Rhythm;
  /** Gross euros a month for a full-time job, at least. */
  readonly payPerMonth: number | null;
  readonly email: string | undefined;
  readonly ip: string;
};

const perIp = { name: "alert-ip", most: 30, minutes: 60 };
// The address may be somebody else's: nobody gets more than a few unasked mails a day.
const perEmail = { name: "alert-email", most: 5, minutes: 24 * 60 };

/** Keeps a search. Whoever is signed in gets it at once; an address alone is asked by mail first, and never told apart. */
export const saveAlert = async (
  actor: Actor,
  { asked, rhythm, payPerMonth, email, ip }: Asked,
): Promise<{ active: boolean }> => {
  if (actor.role === "visitor") await countAttempt(perIp, ip);
  const understood = await understandSearch(asked, payPerMonth === null ? null : perHour(payPerMonth));
  refuseUseless(understood);
  if (actor.role !== "visitor") {
    if (await isFull(actor.email)) throw new Failure("conflict", "too-many-alerts");
    await create(understood, { rhythm, email: actor.email, accountId: new Types.ObjectId(actor.accountId) });
    return { active: true };
  }
  if (email === undefined) throw wrongField("email", "required");
  await countAttempt(perEmail, email);
  const id = await create(understood, { rhythm, email, accountId: null });
  await enqueue(settleJob("alerts"), { id });
  return { active: false };
};

/** A full-time month is 35 hours a week, 52 weeks a year. */
const perHour = (centsPerMonth: number): number => Math.round((centsPerMonth * 12) / (35 * 52));

const refuseUseless = ({ query, unknownPlace }: UnderstoodSearch): void => {
  if (unknownPlace) throw new Failure("invalid", "alert-place-unknown");
  if (!asksSomething(query)) throw new Failure("invalid", "alert-asks-nothing");
};

export const isFull = async (email: string): Promise<boolean> =>
  (await AlertModel.countDocuments({ email, status: not("stopped"), confirmedAt: not(null) })) >= alertsPerAddress;

type Owner = { rhythm: Rhythm; email: string; accountId: Types.ObjectId | null };

/**
 * It starts behind the newest offer: its first mail holds only what comes after. The same search asked again in the same ten
 * minutes of the clock is a second press of the button, unless the first was stopped meanwhile.
 */
const create = async (understood: UnderstoodSearch, owner: Owner): Promise<string> => {
  const tenMinutes = Math.floor(now().getTime() / 600_000);
  const alert = await alertOf(understood, owner);
  const _id = idFor(JSON.stringify([owner, understood.query, tenMinutes]));
  try {
    await AlertModel.create({ ...alert, _id });
    return _id.toHexString();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    if (await AlertModel.exists({ _id, status: not("stopped") })) return _id.toHexString();
    return (await AlertModel.create({ ...alert, _id: newId() }))._id.toHexString();
  }
};

const alertOf = async (
  { query, typed }: UnderstoodSearch,
  { rhythm, email, accountId }: Owner,
): Promise<Omit<AlertDocument, "_id">> => {
  const proved = accountId !== null;
  return {
    accountId,
    email,
    label: sayLabel(query),
    query,
    typed,
    compiled: compileAlert(query),
    ...rhythm,
    status: proved ? "active" : "unconfirmed",
    pausedUntil: null,
    cursor: await lastSequence("offers"),
    createdAt: now(),
    changedAt: now(),
    confirmedAt: proved ? now() : null,
    lastSentAt: null,
    ranOn: null,
    effects: proved ? [] : [owe("confirm")],
  };
};
