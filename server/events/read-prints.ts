import type { Badge } from "#client/events/badges-page.tsx";
import { sayBadge } from "#client/events/dating-words.ts";
import type { Sheet } from "#client/events/table-sheets-page.tsx";
import type { JobDating } from "#shared/events/job-dating.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { doorUrl } from "./answer-registration.ts";
import { findTabled, findToRun, peopleOf } from "./find-job-dating.ts";

/** One badge for each place, in the order of the numbers: that is how they lie on the door's table. */
export const readBadges = async (
  actor: Member,
  jobDatingId: string,
): Promise<{ dating: JobDating; badges: readonly Badge[] }> => {
  const dating = await findToRun(actor, jobDatingId);
  const { placed } = await peopleOf(dating);
  const badges = [...placed]
    .sort((one, other) => (one.badge ?? 0) - (other.badge ?? 0))
    .map((registration) => ({
      registration,
      meetings: (dating.announced?.meetings ?? [])
        .filter(({ registrationId }) => registrationId === registration.id)
        .sort((one, other) => one.slot - other.slot),
      doorUrl: doorUrl(registration),
    }));
  return { dating, badges };
};

/** One sheet a table of each company, once the times are announced. */
export const readSheets = async (
  actor: Member,
  jobDatingId: string,
): Promise<{ dating: JobDating; sheets: readonly Sheet[] }> => {
  const dating = await findTabled(actor, jobDatingId);
  if (!dating.announced) return { dating, sheets: [] };
  const { placed } = await peopleOf(dating);
  const badges = new Map(placed.map((person) => [person.id, sayBadge(person)]));
  const meetings = dating.announced.meetings.map((one) => ({ ...one, badge: badges.get(one.registrationId) ?? null }));
  const sheets = dating.companies.flatMap(({ companyId, name, tables }) =>
    tables.map(({ number }) => ({
      companyId,
      company: name,
      table: number,
      meetings: meetings.filter((one) => one.companyId === companyId && one.table === number),
    })),
  );
  return { dating, sheets };
};
