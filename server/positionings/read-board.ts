import type { CardFacts } from "#client/positionings/card-facts.ts";
import { CompanyModel } from "#server/companies/company-model.ts";
import { countFound } from "#server/platform/count.ts";
import { anyOf } from "#server/platform/filter.ts";
import type { Member } from "#shared/kernel/actor.ts";
import type { ListPage } from "#shared/kernel/page.ts";
import { type BoardColumn, boardColumns, statusesIn, waitsFor } from "#shared/positionings/positioning-board.ts";
import type { BoardQuery } from "#shared/positionings/positioning-contracts.ts";
import { type PositioningStatus, positioningStatuses } from "#shared/positionings/positioning-words.ts";
import { describeCards } from "./describe-cards.ts";
import { PositioningModel, toPositioning } from "./positioning-model.ts";
import { underWayStatuses } from "./under-way.ts";

/** Cards a column shows before "Tous". */
const cardsInColumn = 6;
const pageSize = 25;

export type BoardFacts = {
  readonly columns: readonly { readonly column: BoardColumn; readonly count: number; readonly cards: CardFacts[] }[];
  readonly underWay: number;
  readonly waiting: number;
};

/** The board: what waits for an officer first in each column, then the longest wait. */
export const readBoard = async (actor: Member, query: BoardQuery): Promise<BoardFacts> => {
  const mine = scopeOf(actor, query);
  const columns = await Promise.all(
    boardColumns.map(async (column) => {
      const filter = { ...mine, status: anyOf(statusesIn(column)) };
      const count = await countFound(PositioningModel, filter);
      const cards = count === 0 ? [] : await cardsOf(filter, column === "out" ? -1 : 1);
      return { column, count, cards: cards.slice(0, cardsInColumn) };
    }),
  );
  const [underWay, waiting] = await Promise.all([
    PositioningModel.countDocuments({ ...mine, status: anyOf(underWayStatuses) }),
    PositioningModel.countDocuments({ ...mine, status: anyOf(waitingForOfficer) }),
  ]);
  return { columns, underWay, waiting };
};

/** One column in full, a page at a time. */
export const readColumn = async (
  actor: Member,
  query: BoardQuery & { readonly etape: BoardColumn },
): Promise<ListPage<CardFacts>> => {
  const filter = { ...scopeOf(actor, query), status: anyOf(statusesIn(query.etape)) };
  const [total, documents] = await Promise.all([
    countFound(PositioningModel, filter),
    PositioningModel.find(filter)
      .sort({ statusAt: 1, _id: 1 })
      .skip((query.page - 1) * pageSize)
      .limit(pageSize)
      .lean(),
  ]);
  return { items: await describeCards(documents.map(toPositioning)), total, page: query.page, pageSize };
};

/** The companies that have someone on the board, for its filter. */
export const companiesOnBoard = async (): Promise<{ value: string; label: string }[]> => {
  const ids = await PositioningModel.distinct("companyId");
  const companies = await CompanyModel.find({ _id: anyOf(ids) }, { name: 1 })
    .sort({ name: 1 })
    .lean();
  return companies.map(({ _id, name }) => ({ value: _id.toHexString(), label: name }));
};

/** Those whose next act is an officer's. */
export const waitingForOfficer: readonly PositioningStatus[] = positioningStatuses.filter(
  (status) => waitsFor(status) === "officer",
);

/** Enough to find, among the oldest, what is late. */
const readAhead = 40;

const cardsOf = async (filter: Record<string, unknown>, order: 1 | -1): Promise<CardFacts[]> => {
  const documents = await PositioningModel.find(filter).sort({ statusAt: order, _id: 1 }).limit(readAhead).lean();
  const cards = await describeCards(documents.map(toPositioning));
  if (order === -1) return cards;
  const rank = (card: CardFacts): number => (card.late ? 0 : card.live ? 1 : 2);
  return cards.sort((one, other) => rank(one) - rank(other));
};

const scopeOf = (actor: Member, { entreprise, qui }: BoardQuery): Record<string, string> => ({
  ...(entreprise ? { companyId: entreprise } : {}),
  ...(qui === "moi" ? { officerId: actor.accountId } : {}),
});
