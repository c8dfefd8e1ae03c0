import type { TodoItem } from "#client/matching/todo.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import type { Member } from "#shared/kernel/actor.ts";
import type { OfferRanking } from "./rank-offers-for-cv.ts";

/** What a source may go by; both are null before the first CV. */
export type TodoFacts = { readonly person: Member; readonly cv: Cv | null; readonly ranking: OfferRanking | null };

/** Says what one slice has for a person to do now. Composed in `server/todo-sources.ts`. */
export type TodoSource = (facts: TodoFacts) => Promise<readonly TodoItem[]> | readonly TodoItem[];

/** Everything to do, what somebody waits for first. */
export const gatherTodos = async (sources: readonly TodoSource[], facts: TodoFacts): Promise<readonly TodoItem[]> => {
  const gathered = await Promise.all(sources.map((source) => source(facts)));
  return gathered.flat().sort((one, other) => Number(other.waited) - Number(one.waited));
};
