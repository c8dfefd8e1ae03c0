import { sayDay } from "#client/kernel/say.tsx";
import { JobDatingModel } from "#server/events/job-dating-model.ts";
import { today } from "#server/platform/clock.ts";
import { atLeast } from "#server/platform/filter.ts";
import { isOfficer } from "#shared/kernel/actor.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { holds, wordsTyped } from "./name-pattern.ts";
import type { Finder } from "./search-everything.ts";

const most = 8;
const sinceDays = 400;

/** Events of the last year and of those to come; a draft is the officers'. */
export const findEvents: Finder = async (actor, typed) => {
  const words = wordsTyped(typed);
  const officer = isOfficer(actor);
  const found = await JobDatingModel.find(
    {
      day: atLeast(addDays(today(), officer ? -sinceDays : 0)),
      ...(officer ? {} : { status: "published" as const, audience: "open" as const }),
      $and: words.map((word) => ({
        $or: [{ title: holds(word) }, { place: holds(word) }, { "commune.name": holds(word) }],
      })),
    },
    { title: 1, place: 1, day: 1 },
  )
    .sort({ day: -1 })
    .limit(most)
    .lean();
  return found.map(({ _id, title, place, day }) => ({
    kind: "event",
    key: `event-${_id}`,
    title,
    about: `${sayDay(day, today())}, ${place}`,
    href: officer ? `/bureau/evenements/${_id}` : `/evenements/${_id}`,
  }));
};
