import type { Edition } from "#server/http/shared-page.ts";
import { today } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import type { SearchAnswer } from "#server/platform/search/port.ts";
import { OfferModel } from "./offer-model.ts";
import { publicOffers } from "./offer-visibility.ts";

type Known = {
  /** Which state of each offer that is shown. */
  readonly states: string;
  /** One for each way of asking that came to this answer. */
  readonly editions: Map<string, Edition>;
};

const known = new WeakMap<SearchAnswer, Known>();

/**
 * Stands for what an answer shows: the same while the index answers the same and MongoDB holds the same state of each
 * offer, all of them public still. Asked each time; what was kept for it may then be shown again. Null when one may not.
 */
export const editionOf = async (answer: SearchAnswer, asked: string): Promise<Edition | null> => {
  const states = await statesOf(answer.hits.map(({ id }) => id));
  if (states === null) return null;
  const kept = known.get(answer);
  const { editions } = kept?.states === states ? kept : keep(answer, states);
  const edition = editions.get(asked) ?? {};
  editions.set(asked, edition);
  return edition;
};

const keep = (answer: SearchAnswer, states: string): Known => {
  const made = { states, editions: new Map<string, Edition>() };
  known.set(answer, made);
  return made;
};

const statesOf = async (ids: readonly string[]): Promise<string | null> => {
  if (ids.length === 0) return "";
  const shown = { version: 1, updatedAt: 1 } as const;
  const offers = await OfferModel.find({ ...publicOffers(today()), _id: anyOf(ids) }, shown).lean();
  if (offers.length < ids.length) return null;
  return offers
    .map(({ _id, version, updatedAt }) => `${_id.toHexString()} ${version} ${updatedAt.getTime()}`)
    .sort()
    .join();
};
