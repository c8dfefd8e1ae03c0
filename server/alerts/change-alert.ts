import { now, today } from "#server/platform/clock.ts";
import { anyOf, not } from "#server/platform/filter.ts";
import type { Alert, AlertStatus } from "#shared/alerts/alert.ts";
import type { AlertAct, AlertChange } from "#shared/alerts/alert-contracts.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import { AlertModel, toAlert } from "./alert-model.ts";
import { markSeen } from "./alert-readers.ts";
import { addressOfLink } from "./find-alerts.ts";

/** By the person's account. */
export const changeMyAlert = (actor: Member, alertId: string, asked: AlertChange): Promise<Alert> =>
  change({ _id: alertId, accountId: actor.accountId }, asked);

/** By the link of a mail: any alert of the mailbox that got it, and of no other. */
export const changeByLink = async (token: string, { alert, ...asked }: AlertChange & { alert: string }) =>
  change({ _id: alert, email: await addressOfLink(token), confirmedAt: not(null) }, asked);

/** The rhythm that was chosen, again, after mails that nobody seemed to read. */
export const resumeRhythm = async (token: string): Promise<void> => markSeen(await addressOfLink(token));

/** Nothing more leaves for this address; asked again, it stays so. */
export const stopAllByLink = async (token: string): Promise<void> => {
  const email = await addressOfLink(token);
  await AlertModel.updateMany({ email, status: not("stopped") }, { $set: { status: "stopped", pausedUntil: null } });
};

type Owned = { _id: string } & ({ accountId: string } | { email: string; confirmedAt: ReturnType<typeof not<null>> });

/** One conditional update. What is already so is done: a second press is not a refusal. */
const change = async (owned: Owned, asked: AlertChange): Promise<Alert> => {
  const changed = await AlertModel.findOneAndUpdate(
    { ...owned, status: anyOf(changesFrom[asked.act]) },
    { $set: { ...settings(asked), changedAt: now() } },
    { returnDocument: "after" },
  ).lean();
  if (changed) return toAlert(changed);
  const alert = await AlertModel.findOne(owned).lean();
  if (!alert) throw new Failure("missing", "missing-page");
  if (alert.status !== "stopped" || asked.act === "stop") return toAlert(alert);
  throw new Failure("conflict", "alert-stopped");
};

const changesFrom: Record<AlertAct, readonly AlertStatus[]> = {
  pause: ["active", "paused"], // a pause may be made longer
  resume: ["paused"],
  frequency: ["active", "paused"],
  stop: ["unconfirmed", "active", "paused"],
};

const settings = ({ act, frequency, weekday, pauseFor }: AlertChange) => {
  switch (act) {
    case "pause":
      return { status: "paused" as const, pausedUntil: pauseFor === null ? null : inDays(Number(pauseFor)) };
    case "resume":
      return { status: "active" as const, pausedUntil: null };
    case "stop":
      return { status: "stopped" as const, pausedUntil: null };
    case "frequency":
      if (frequency === null) throw wrongField("frequency", "required");
      // A weekly one waits for its day from now on, whenever it last wrote.
      return { frequency, weekday: weekday === null ? null : Number(weekday), ranOn: today() };
  }
};

const inDays = (days: number): Date => new Date(now().getTime() + days * 86_400_000);
