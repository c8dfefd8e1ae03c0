import type { Edition } from "#server/http/shared-page.ts";
import type { SearchAnswer } from "#server/platform/search/port.ts";
import type { AuthorisedAnswer } from "./search-offers-hits.ts";

type Known = {
  /** Which state of each offer that is shown. */
  readonly states: string;
  /** One for each way of asking that came to this answer. */
  readonly editions: Map<string, Edition>;
};

const known = new WeakMap<SearchAnswer, Known>();

/**
 * Stands for what an answer shows: the same while the index answers the same and MongoDB holds the same state of each
 * offer. What was kept for it may then be shown again.
 */
export const editionOf = ({ answer, states }: AuthorisedAnswer, asked: string): Edition => {
  const now = answer.hits.map(({ id }) => `${id} ${states.get(id)}`).join();
  const kept = known.get(answer);
  const { editions } = kept?.states === now ? kept : keep(answer, now);
  const edition = editions.get(asked) ?? {};
  editions.set(asked, edition);
  return edition;
};

const keep = (answer: SearchAnswer, states: string): Known => {
  const made = { states, editions: new Map<string, Edition>() };
  known.set(answer, made);
  return made;
};
