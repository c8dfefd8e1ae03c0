import { JobDatingModel, toJobDating } from "#server/events/job-dating-model.ts";
import { today } from "#server/platform/clock.ts";
import { anyOf, within } from "#server/platform/filter.ts";
import type { DeskSource } from "#server/positionings/read-today.ts";
import { balanceDueOn, owesFilled } from "#shared/events/forums/forum-rules.ts";
import { addDays, addMonths } from "#shared/kernel/calendar.ts";
import { StandModel, toStand } from "./forum-model.ts";

/** Nobody is asked for ever what a stand filled. */
const askedForMonths = 12;

/** The forums of three months ago whose stands have not said what they filled. */
export const forumBalances: DeskSource = async (officerId) => {
  const day = within({ since: addMonths(today(), -askedForMonths), until: addDays(addMonths(today(), -3), 1) });
  const found = await JobDatingModel.find({
    kind: "forum",
    day,
    status: "published",
    ...(officerId && { officerId }),
  }).lean();
  if (found.length === 0) return [];
  const stands = (await StandModel.find({ forumId: anyOf(found.map(({ _id }) => _id)) }).lean()).map(toStand);
  return found.map(toJobDating).flatMap((forum) => {
    const silent = stands.filter((stand) => stand.forumId === forum.id && owesFilled(stand)).length;
    if (silent === 0) return [];
    return [
      {
        key: `forum-${forum.id}`,
        since: `${balanceDueOn(forum)}T06:00:00.000Z`,
        what: "Bilan à trois mois à compléter",
        about: `${forum.title}, ${silent === 1 ? "un stand" : `${silent} stands`}`,
        act: { label: "Compléter le bilan", href: `/bureau/evenements/${forum.id}/bilan` },
        late: true,
      },
    ];
  });
};
