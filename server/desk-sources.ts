import { sayDay } from "#client/kernel/say.tsx";
import { addDays } from "#shared/kernel/calendar.ts";
import { actionResults } from "./events/actions/action-desk.ts";
import { forumBalances } from "./events/forums/forum-desk.ts";
import { JobDatingModel } from "./events/job-dating-model.ts";
import { today } from "./platform/clock.ts";
import { anyOf } from "./platform/filter.ts";
import type { DeskSource } from "./positionings/read-today.ts";

/** The job datings and forums of today and tomorrow: the desk's slice, being earlier, does not know events. */
const nearDatings: DeskSource = async (officerId) => {
  const datings = await JobDatingModel.find(
    { day: anyOf([today(), addDays(today(), 1)]), status: "published", ...(officerId && { officerId }) },
    { kind: 1, title: 1, day: 1, opens: 1, place: 1 },
  ).lean();
  return datings.map(({ _id, kind, title, day, opens, place }) => ({
    key: `dating-${_id}`,
    since: `${day}T06:00:00.000Z`,
    what: `${day === today() ? "Aujourd’hui" : "Demain"} : ${title}`,
    about: `${place}, ${sayDay(day)}, ${opens}`,
    act: { label: kind === "forum" ? "Ouvrir le forum" : "Ouvrir le job dating", href: `/bureau/evenements/${_id}` },
    late: false,
  }));
};

/** What each later slice puts on an officer's list of the day. */
export const deskSources: readonly DeskSource[] = [nearDatings, forumBalances, actionResults];
