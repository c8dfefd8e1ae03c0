import { today } from "#server/platform/clock.ts";
import type { DeskSource } from "#server/positionings/read-today.ts";
import { lastDayOf, momentsDue } from "#shared/events/actions/action-rules.ts";
import { listActions } from "./read-action.ts";

/** Actions whose results are due and not written down: at the end, then six and twelve months later. */
export const actionResults: DeskSource = async (officerId) => {
  const listed = await listActions(
    (action) => momentsDue(action, today()).length > 0 && (officerId === null || action.officerId === officerId),
  );
  const due = listed.filter(({ toWrite }) => toWrite > 0);
  return due.map(({ action, toWrite }) => ({
    key: `results-${action.id}`, // "action-…" is a company’s next action
    since: `${lastDayOf(action)}T06:00:00.000Z`,
    what: toWrite === 1 ? "Noter ce qu’est devenue une personne" : `Noter ce que sont devenues ${toWrite} personnes`,
    about: action.title,
    act: { label: "Ouvrir l’action", href: `/bureau/actions/${action.id}` },
    late: true,
  }));
};
