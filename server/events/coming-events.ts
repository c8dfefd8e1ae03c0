import { sayWhen, sayWhere } from "#client/events/dating-words.ts";
import type { ComingEvent } from "#client/offers/home-page.tsx";
import { today } from "#server/platform/clock.ts";
import { visitor } from "#shared/kernel/actor.ts";
import { listUpcoming } from "./find-job-dating.ts";

/** The next meetings with companies that anyone may come to, in the words of their own page. */
export const comingEvents = async (most: number): Promise<readonly ComingEvent[]> =>
  (await listUpcoming(visitor)).slice(0, most).map((dating) => ({
    address: `/evenements/${dating.id}`,
    title: dating.title,
    when: sayWhen(dating, today()),
    where: sayWhere(dating),
  }));
