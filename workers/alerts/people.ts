import { AccountModel } from "#server/accounts/account-model.ts";
import { type AlertDocument, AlertModel } from "#server/alerts/alert-model.ts";
import { now } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import { isAwake } from "#shared/alerts/alert-rules.ts";

/** A mailbox and the alerts of it that may write now. */
export type Person = { readonly email: string; readonly alerts: readonly AlertDocument[] };

const together = 200;

/** Everyone who has an alert awake, some of them at a time: the store is asked once for all of these. */
export async function* peopleAwake(): AsyncGenerator<Person[]> {
  const documents = AlertModel.find({ status: anyOf(["active", "paused"] as const) })
    .sort({ email: 1 })
    .lean()
    .cursor();
  const isClosed = await closedAccounts();
  let some: Person[] = [];
  for await (const person of grouped(documents)) {
    const alerts = person.alerts.filter((alert) => isAwakeNow(alert) && !isClosed(alert));
    if (alerts.length === 0) continue;
    some.push({ ...person, alerts });
    if (some.length < together) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

/** The same people as they are now. */
export const readAgain = async (emails: readonly string[]): Promise<Person[]> => peopleOf({ email: anyOf(emails) });

export const peopleWith = async (alertIds: readonly string[]): Promise<Person[]> => peopleOf({ _id: anyOf(alertIds) });

type Chosen = { email: ReturnType<typeof anyOf<string>> } | { _id: ReturnType<typeof anyOf<string>> };

const peopleOf = async (chosen: Chosen): Promise<Person[]> => {
  const found = await AlertModel.find({ ...chosen, status: anyOf(["active", "paused"] as const) })
    .sort({ email: 1 })
    .lean();
  const isClosed = await closedAccounts();
  const awake = found.filter((alert) => isAwakeNow(alert) && !isClosed(alert));
  const people: Person[] = [];
  for await (const person of grouped(awake)) people.push(person);
  return people;
};

async function* grouped(sorted: AsyncIterable<AlertDocument> | Iterable<AlertDocument>): AsyncGenerator<Person> {
  let alerts: AlertDocument[] = [];
  for await (const alert of sorted) {
    if (alerts[0] && alerts[0].email !== alert.email) {
      yield { email: alerts[0].email, alerts };
      alerts = [];
    }
    alerts.push(alert);
  }
  if (alerts[0]) yield { email: alerts[0].email, alerts };
}

const isAwakeNow = ({ status, pausedUntil }: AlertDocument): boolean =>
  isAwake({ status, pausedUntil: pausedUntil?.toISOString() ?? null }, now());

/** By account or by address: an alert may not have been attached yet. */
const closedAccounts = async (): Promise<(alert: AlertDocument) => boolean> => {
  const closed = await AccountModel.find({ status: "disabled" }, { email: 1 }).lean();
  const known = new Set(closed.flatMap(({ _id, email }) => [String(_id), email]));
  return ({ accountId, email }) => known.has(email) || (accountId !== null && known.has(String(accountId)));
};
