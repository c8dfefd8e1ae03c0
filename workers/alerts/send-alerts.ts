import { AccountModel } from "#server/accounts/account-model.ts";
import { AlertDeliveryModel } from "#server/alerts/alert-delivery-model.ts";
import { AlertDigestModel } from "#server/alerts/alert-digest-model.ts";
import { AlertModel, toAlert } from "#server/alerts/alert-model.ts";
import { now, today } from "#server/platform/clock.ts";
import { anyOf, lessThan, not } from "#server/platform/filter.ts";
import { log } from "#server/platform/log.ts";
import type { Alert } from "#shared/alerts/alert.ts";
import { isAwake, isItsTurn, unconfirmedDays } from "#shared/alerts/alert-rules.ts";
import { pickDigest } from "#shared/alerts/pick-digest.ts";
import { finishDigest, openDigest } from "./finish-digest.ts";
import { type AlertDay, readDay } from "./read-day.ts";

/**
 * One mail to each person whose searches found something new. What a cut run had begun is finished first; then each
 * search is asked from its own cursor. Two runs at once, a late one or a cut one send each offer once.
 */
export const performSendAlerts = async (): Promise<void> => {
  let left = 0;
  const attempt = async (act: () => Promise<void>): Promise<void> => {
    await act().catch((error: unknown) => {
      left += 1;
      log.warn({ error: error instanceof Error ? error.name : "unknown" }, "alert mail left to the next run");
    });
  };
  for (const digest of await AlertDigestModel.find().lean()) await attempt(() => finishDigest(digest));
  const day = await readDay();
  if (day) for await (const alerts of peopleInTurn()) await attempt(() => serve(day, alerts));
  if (left > 0) throw new Error(`${left} alert mails left`);
  await closeRun();
};

/** The alerts whose turn it is, one person's at a time. */
async function* peopleInTurn(): AsyncGenerator<Alert[]> {
  const closed = new Set((await AccountModel.find({ status: not("active") }, { _id: 1 }).lean()).map(idOf));
  const awake = AlertModel.find({ status: anyOf(["active", "paused"] as const) })
    .sort({ email: 1 })
    .lean()
    .cursor();
  let person: Alert[] = [];
  for await (const document of awake) {
    const alert = toAlert(document);
    if (!isAwake(alert, now()) || !isItsTurn(alert, today()) || closed.has(alert.accountId ?? "")) continue;
    if (person.length > 0 && person[0]?.email !== alert.email) {
      yield person;
      person = [];
    }
    person.push(alert);
  }
  if (person.length > 0) yield person;
}

const idOf = ({ _id }: { _id: unknown }): string => String(_id);

const serve = async (day: AlertDay, alerts: readonly Alert[]): Promise<void> => {
  const email = alerts[0]?.email ?? "";
  const candidates = alerts.flatMap((alert) => day.candidatesFor(alert));
  const offerIds = [...new Set(candidates.map(({ offerId }) => offerId))];
  const sent =
    offerIds.length === 0 ? [] : await AlertDeliveryModel.find({ email, offerId: anyOf(offerIds) }, { offerId: 1 });
  const known = new Set(sent.map(({ offerId }) => offerId.toHexString()));
  const picked = pickDigest(candidates.filter(({ offerId }) => !known.has(offerId)));
  if (picked.shown.length === 0) return advance(alerts, day.upTo);
  await finishDigest(await openDigest({ email, alerts, picked, upTo: day.upTo }));
};

const advance = async (alerts: readonly Alert[], upTo: number): Promise<void> => {
  const behind = alerts.filter(({ cursor }) => cursor < upTo).map(({ id }) => id);
  if (behind.length > 0)
    await AlertModel.updateMany({ _id: anyOf(behind), cursor: lessThan(upTo) }, { $set: { cursor: upTo } });
};

/** Weekly alerts wait for the next Monday; addresses that were never confirmed are forgotten. */
const closeRun = async (): Promise<void> => {
  await AlertModel.updateMany({ frequency: "weekly", ranOn: not(today()) }, { $set: { ranOn: today() } });
  const before = new Date(now().getTime() - unconfirmedDays * 86_400_000);
  await AlertModel.deleteMany({ status: "unconfirmed", createdAt: lessThan(before) });
};
