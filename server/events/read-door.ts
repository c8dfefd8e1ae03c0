import type { DoorProps } from "#client/events/door-page.tsx";
import { now } from "#server/platform/clock.ts";
import { isDoorOpen } from "#shared/events/arrival.ts";
import { isForum } from "#shared/events/forums/forum.ts";
import { slotsOf } from "#shared/events/slots.ts";
import type { Actor } from "#shared/kernel/actor.ts";
import { findToRun, peopleOf } from "./find-job-dating.ts";
import { countUnnamed } from "./forums/count-unnamed.ts";

/** Everyone the door may see come, and where each goes first. */
export const readDoor = async (
  actor: Actor,
  jobDatingId: string,
): Promise<Pick<DoorProps, "dating" | "people" | "open" | "unnamed">> => {
  const dating = await findToRun(actor, jobDatingId);
  const { placed, waiting } = await peopleOf(dating);
  const slots = slotsOf(dating);
  const comes = now();
  const firstOf = (id: string) =>
    (dating.announced?.meetings ?? [])
      .filter(({ registrationId, slot }) => registrationId === id && (slots[slot]?.endsAt ?? comes) > comes)
      .sort((one, other) => one.slot - other.slot)[0] ?? null;
  const people = [
    ...placed.map((registration) => ({ registration, waits: false, first: firstOf(registration.id) })),
    ...waiting.map((registration) => ({ registration, waits: true, first: null })),
  ].sort((one, other) => nameOf(one.registration).localeCompare(nameOf(other.registration), "fr"));
  const unnamed = isForum(dating) ? await countUnnamed(dating.id) : 0;
  return { dating, people, open: isDoorOpen(dating, comes), unnamed };
};

const nameOf = ({ lastName, firstName }: { lastName: string; firstName: string }): string => `${lastName} ${firstName}`;
