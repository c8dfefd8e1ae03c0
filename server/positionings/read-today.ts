import type { CardFacts } from "#client/positionings/card-facts.ts";
import type { DeskItem } from "#client/positionings/today-page.tsx";
import { itemOfCard } from "#client/positionings/today-words.ts";
import { CompanyModel } from "#server/companies/company-model.ts";
import { countDormant } from "#server/companies/officer-companies.ts";
import { now, today } from "#server/platform/clock.ts";
import { anyOf, atMost, noneOf } from "#server/platform/filter.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { isOpen } from "#shared/offers/offer-life.ts";
import { statusesIn } from "#shared/positionings/positioning-board.ts";
import { describeCards, moment, offersOf } from "./describe-cards.ts";
import { feedbackItems } from "./feedback-items.ts";
import { followedBy } from "./hand-over.ts";
import { PositioningModel, toPositioning } from "./positioning-model.ts";
import { StrongMatchModel, toStrongMatch } from "./strong-match-model.ts";

/** Enough for any morning; what is beyond it comes once these are done. */
const mostRead = 500;

/** Everything that waits for an officer (or for the whole desk), oldest first. */
export const readToday = async (
  actor: Member,
  { everyone }: { everyone: boolean },
): Promise<{ items: DeskItem[]; dormant: number }> => {
  const mine = everyone ? {} : { officerId: anyOf(await followedBy(actor)) };
  const [cards, actions, strong, dormant, feedback] = await Promise.all([
    openCards(mine),
    companyActions(everyone ? {} : { "nextAction.officerId": actor.accountId }),
    strongMatches(),
    countDormant(),
    feedbackItems(mine),
  ]);
  const own = cards.flatMap((card) => itemOfCard(card, moment()) ?? []);
  const items = [...withoutDoubles(own, feedback), ...feedback, ...shortLists(cards), ...actions, ...strong];
  return { items: items.sort((one, other) => one.since.localeCompare(other.since)), dormant };
};

/** Where the answers say what to do, the card's own line would only say that it waits. */
const withoutDoubles = (own: readonly DeskItem[], feedback: readonly DeskItem[]): DeskItem[] => {
  const said = new Set(feedback.map(({ act }) => act.href.split("#")[0]));
  return own.filter(({ act }) => !said.has(act.href));
};

const columns = ["proposed", "consented", "submitted", "interview", "hired"] as const;
const awaited = columns.flatMap(statusesIn);

const openCards = async (mine: Record<string, unknown>): Promise<CardFacts[]> => {
  const documents = await PositioningModel.find({ ...mine, status: anyOf(awaited) })
    .sort({ statusAt: 1 })
    .limit(mostRead)
    .lean();
  return describeCards(documents.map(toPositioning));
};

/** Those who said yes, one line an offer: their names leave together. */
const shortLists = (cards: readonly CardFacts[]): DeskItem[] => {
  const consented = cards.filter(({ status }) => status === "consented");
  const offerIds = [...new Set(consented.map(({ offerId }) => offerId))];
  return offerIds.flatMap((offerId) => {
    const willing = consented.filter((card) => card.offerId === offerId);
    const [first] = willing;
    if (!first) return [];
    const many = willing.length > 1;
    return {
      key: `short-list-${offerId}`,
      since: first.statusAt,
      what: `Transmettre ${many ? `${willing.length} accords` : "un accord"} à ${first.companyName}`,
      about: first.offerTitle,
      act: { label: "Voir la liste", href: `/bureau/offres-exclusives/${offerId}#liste` },
      late: willing.some(({ late }) => late),
    };
  });
};

const companyActions = async (mine: Record<string, string>): Promise<DeskItem[]> => {
  const due = { ...mine, "nextAction.on": atMost(today()) };
  const companies = await CompanyModel.find(due, { name: 1, nextAction: 1 }).limit(mostRead).lean();
  return companies.flatMap(({ _id, name, nextAction }) =>
    nextAction
      ? {
          key: `action-${_id}`,
          since: `${nextAction.on}T06:00:00.000Z`,
          what: nextAction.what.charAt(0).toUpperCase() + nextAction.what.slice(1),
          about: name,
          act: { label: "Ouvrir la fiche", href: `/bureau/entreprises/${_id}#action` },
          late: nextAction.on < today(),
        }
      : [],
  );
};

/** People found by a worker whom nobody has proposed yet, one line an offer. */
const strongMatches = async (): Promise<DeskItem[]> => {
  const found = (await StrongMatchModel.find({ seenAt: null }).sort({ foundAt: 1 }).limit(mostRead).lean()).map(
    toStrongMatch,
  );
  const [offers, asked] = await Promise.all([offersOf(found.map(({ offerId }) => offerId)), askedPairs(found)]);
  const lines = new Map<string, DeskItem & { count: number }>();
  for (const { offerId, accountId, foundAt } of found) {
    const offer = offers.get(offerId);
    if (!offer || !isOpen(offer, today()) || asked.has(offerId + accountId)) continue;
    const count = (lines.get(offerId)?.count ?? 0) + 1;
    lines.set(offerId, {
      key: `strong-${offerId}`,
      since: lines.get(offerId)?.since ?? foundAt,
      what: count === 1 ? "Une personne convient très bien" : `${count} personnes conviennent très bien`,
      about: `${offer.title}, ${offer.companyName}`,
      act: { label: "Voir le classement", href: `/bureau/offres-exclusives/${offerId}` },
      late: false,
      count,
    });
  }
  return [...lines.values()];
};

const askedPairs = async (found: readonly { offerId: string; accountId: string }[]): Promise<ReadonlySet<string>> => {
  const offerIds = [...new Set(found.map(({ offerId }) => offerId))];
  const known = await PositioningModel.find(
    { offerId: anyOf(offerIds), status: noneOf(["suggested"]) },
    { offerId: 1, accountId: 1 },
  ).lean();
  return new Set(known.map(({ offerId, accountId }) => `${offerId}${accountId}`));
};

/** Takes an offer's new profiles off the list, for the whole desk. */
export const setAsideStrongMatches = async (offerId: string): Promise<void> => {
  await StrongMatchModel.updateMany({ offerId, seenAt: null }, { $set: { seenAt: now() } });
};
