import { boardPage, columnPage } from "#client/positionings/board-page.tsx";
import { cardPage } from "#client/positionings/card-page.tsx";
import { deskNotices, sayHandedOver, sayProposed, saySubmitted } from "#client/positionings/desk-notices.ts";
import { positioningWords } from "#client/positionings/positioning-words.ts";
import { rankingPage } from "#client/positionings/ranking-page.tsx";
import { recordReading } from "#server/accounts/record-audit.ts";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { type Again, serveForm } from "#server/http/serve-form.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { type BoardQuery, positioningContracts } from "#shared/positionings/positioning-contracts.ts";
import { type PositioningStatus, positioningStatuses } from "#shared/positionings/positioning-words.ts";
import { addPositioningNote } from "./add-positioning-note.ts";
import { moment } from "./describe-cards.ts";
import { handOver, handOverAll, officersToChoose } from "./hand-over.ts";
import { movePositioning } from "./move-positioning.ts";
import { proposeCandidates } from "./propose-candidates.ts";
import { companiesOnBoard, readBoard, readColumn } from "./read-board.ts";
import { readCard } from "./read-card.ts";
import { readRanking } from "./read-ranking.ts";
import { recordFollowUp } from "./record-follow-up.ts";
import { submitShortList } from "./submit-short-list.ts";

export const positioningRouter = routes(positioningWords);

const wholeBoard = async (actor: Member, query: BoardQuery, { typed, errors }: Pick<Again, "typed" | "errors">) => {
  const [board, companies, officers] = await Promise.all([
    readBoard(actor, query),
    companiesOnBoard(),
    query.qui === "moi" ? officersToChoose() : [], // only one's own cards are handed over together
  ]);
  return boardPage({ ...board, companies, officers, query, at: moment(), typed, errors });
};

const boardAgain = (actor: Member, again: Again) =>
  wholeBoard(actor, { entreprise: null, etape: null, qui: "moi", page: 1 }, again);

servePage(positioningRouter, positioningContracts.boardPage, async ({ actor, query }) => {
  const { etape } = query;
  if (etape === null) return wholeBoard(actor, query, { typed: {}, errors: {} });
  const companies = await companiesOnBoard();
  const column = { ...query, etape };
  return columnPage({ cards: await readColumn(actor, column), query: column, companies, at: moment() });
});

servePage(positioningRouter, positioningContracts.cardPage, async ({ actor, params, query }) => {
  const read = await readCard(actor, params.positioningId, query.vu);
  await recordReading(actor, read.positioning.accountId, "positioning");
  return cardPage({ ...read, chosen: query.suite, typed: {}, errors: {}, at: moment() });
});

const cardAgain = async (actor: Member, positioningId: string, { typed, errors }: Again) => {
  const chosen = statusOf(typed.to);
  const seen = /^\d{1,7}$/.test(String(typed.version)) ? Number(typed.version) : null;
  return cardPage({ ...(await readCard(actor, positioningId, seen)), chosen, typed, errors, at: moment() });
};

const statusOf = (typed: unknown): PositioningStatus | null => positioningStatuses.find((one) => one === typed) ?? null;

const toCard = (positioningId: string, notice: string) => ({ to: `/bureau/positionnements/${positioningId}`, notice });

serveForm(positioningRouter, positioningContracts.move, {
  handle: ({ actor, params, body }) => movePositioning(actor, params.positioningId, body),
  done: ({ id }) => toCard(id, deskNotices.moved),
  again: ({ actor, params }, again) => cardAgain(actor, params.positioningId, again),
});

serveForm(positioningRouter, positioningContracts.recordFollowUp, {
  handle: ({ actor, params, body }) => recordFollowUp(actor, params.positioningId, body),
  done: ({ id }) => toCard(id, deskNotices.followedUp),
  again: ({ actor, params }, again) => cardAgain(actor, params.positioningId, again),
});

serveForm(positioningRouter, positioningContracts.addNote, {
  handle: ({ actor, params, body }) => addPositioningNote(actor, params.positioningId, body),
  done: ({ id }) => toCard(id, deskNotices.noted),
  again: ({ actor, params }, again) => cardAgain(actor, params.positioningId, again),
});

serveForm(positioningRouter, positioningContracts.handOver, {
  handle: ({ actor, params, body }) => handOver(actor, params.positioningId, body),
  done: ({ id }) => toCard(id, deskNotices.handedOver),
  again: ({ actor, params }, again) => cardAgain(actor, params.positioningId, again),
});

serveForm(positioningRouter, positioningContracts.handOverAll, {
  handle: ({ actor, body }) => handOverAll(actor, body.officerId),
  done: (count) => ({ to: "/bureau/positionnements?qui=moi", notice: sayHandedOver(count) }),
  again: ({ actor }, again) => boardAgain(actor, again),
});

servePage(positioningRouter, positioningContracts.rankingPage, async ({ params, query }) =>
  rankingPage({ ...(await readRanking(params.offerId, query)), typed: {}, errors: {} }),
);

const rankingAgain = async (offerId: string, { typed, errors }: Again) =>
  rankingPage({ ...(await readRanking(offerId, { nombre: 20, ecartes: "" })), typed, errors });

serveForm(positioningRouter, positioningContracts.propose, {
  handle: ({ actor, params, body }) => proposeCandidates(actor, params.offerId, body.cvIds),
  done: (reply, { params }) => ({ to: `/bureau/offres-exclusives/${params.offerId}`, notice: sayProposed(reply) }),
  again: ({ params }, again) => rankingAgain(params.offerId, again),
});

serveForm(positioningRouter, positioningContracts.submitShortList, {
  handle: ({ actor, params, body }) => submitShortList(actor, params.offerId, body.positioningIds),
  done: (reply, { params }) => ({
    to: `/bureau/offres-exclusives/${params.offerId}#liste`,
    notice: saySubmitted(reply),
  }),
  again: ({ params }, again) => rankingAgain(params.offerId, again),
});
