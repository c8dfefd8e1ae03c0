import { Types } from "mongoose";
import type { AccountDocument } from "#server/accounts/account-model.ts";
import { draftEvent } from "#server/events/draft-event.ts";
import type { JobDatingDocument, RegistrationDocument } from "#server/events/job-dating-model.ts";
import { today } from "#server/platform/clock.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import type { Commune } from "#shared/referentials/commune.ts";
import { daysAgo } from "./demo-companies.ts";

type Given = { readonly officerId: Types.ObjectId; readonly town: Commune; readonly inDays: number };
type Event = ReturnType<typeof draftEvent> & Pick<JobDatingDocument, "_id" | "commune" | "day" | "audience">;

/** What the demonstration's published events have in common: open to all, so many days from today. */
export const demoEvent = ({ officerId, town, inDays }: Given): Event => ({
  ...draftEvent(officerId),
  _id: new Types.ObjectId(),
  commune: town,
  day: addDays(today(), inDays),
  audience: "open",
  status: "published",
  createdAt: daysAgo(60),
  updatedAt: daysAgo(1),
});

/** Somebody who has a place, the index-th to ask. */
export const demoRegistration = (
  event: JobDatingDocument,
  person: AccountDocument,
  index: number,
): RegistrationDocument => ({
  _id: new Types.ObjectId(),
  jobDatingId: event._id,
  accountId: person._id,
  firstName: person.firstName,
  lastName: person.lastName,
  email: person.email,
  phone: null,
  personKey: person.email,
  code: lettersOf(index),
  badge: index + 1,
  status: "active",
  wishIds: [],
  cannot: [],
  away: null,
  queuedAt: new Date(daysAgo(50).getTime() + index * 60_000),
  by: null,
  arrivedAt: null,
  arrivalKey: null,
  toldTimes: null,
  toldPlace: "placed",
  createdAt: daysAgo(50),
  updatedAt: daysAgo(50),
  effects: [],
});

/** The same letters at each start: AAAAAA, AAAAAB… spread so that they look drawn. */
const lettersOf = (index: number): string => {
  const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  let rest = (index + 1) * 7_919_993;
  return Array.from({ length: 6 }, () => {
    const letter = letters[rest % letters.length] ?? "A";
    rest = Math.floor(rest / letters.length);
    return letter;
  }).join("");
};
