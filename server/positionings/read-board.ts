import type { CardFacts } from "#client/positionings/card-facts.ts";
import { CompanyModel } from "#server/companies/company-model.ts";
import { countFound } from "#server/platform/count.ts";
import { anyOf } from "#server/platform/filter.ts";
import type { Member } from "#shared/kernel/actor.ts";
import type { ListPage } from "#shared/kernel/page.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
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
  const read = await Promise.all(boardColumns.map((column) => beginningOf(column, mine)));
  const known = countedIn(read);
  const countOf = async (statuses: readonly PositioningStatus[]): Promise<number> =>
    known(statuses) ?? PositioningModel.countDocuments({ ...mine, status: anyOf(statuses) });
  const [cards, underWay, waiting, ...counts] = await Promise.all([
    describeCards(read.flatMap(({ positionings }) => positionings)),
    countOf(underWayStatuses),
    countOf(waitingForOfficer),
    ...boardColumns.map((column) => countOf(statusesIn(column))),
  ]);
  const columns = boardColumns.map((column, at) => {
    const statuses: readonly PositioningStatus[] = statusesIn(column);
    const here = cards.filter(({ status }) => statuses.includes(status));
    const ordered = column === "out" ? here : here.sort((one, other) => rankOf(one) - rankOf(other));
    return { column, count: counts[at] ?? 0, cards: ordered.slice(0, cardsInColumn) };
  });
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
const waitingForOfficer: readonly PositioningStatus[] = positioningStatuses.filter(
  (status) => waitsFor(status) === "officer",
);

/** Enough to find, among the oldest, what is late. */
const readAhead = 40;

type Beginning = { readonly column: BoardColumn; readonly positionings: readonly Positioning[] };

/** The column of those who are out shows the last ones first. */
const beginningOf = async (column: BoardColumn, mine: Record<string, string>): Promise<Beginning> => {
  const documents = await PositioningModel.find({ ...mine, status: anyOf(statusesIn(column)) })
    .sort({ statusAt: column === "out" ? -1 : 1, _id: 1 })
    .limit(readAhead)
    .lean();
  return { column, positionings: documents.map(toPositioning) };
};

/** How many have one of these states, where the columns that hold them were read to their end. */
const countedIn = (read: readonly Beginning[]): ((statuses: readonly PositioningStatus[]) => number | undefined) => {
  const whole = read.filter(({ positionings }) => positionings.length < readAhead);
  const held = new Set<PositioningStatus>(whole.flatMap(({ column }) => statusesIn(column)));
  return (statuses) =>
    statuses.every((status) => held.has(status))
      ? whole.flatMap(({ positionings }) => positionings).filter(({ status }) => statuses.includes(status)).length
      : undefined;
};

const rankOf = ({ late, live }: CardFacts): number => (late ? 0 : live ? 1 : 2);

const scopeOf = (actor: Member, { entreprise, qui }: BoardQuery): Record<string, string> => ({
  ...(entreprise ? { companyId: entreprise } : {}),
  ...(qui === "moi" ? { officerId: actor.accountId } : {}),
});
