import type { CardFacts } from "#client/positionings/card-facts.ts";
import { feedbackItem } from "#client/positionings/feedback-items.ts";
import type { DeskItem } from "#client/positionings/today-page.tsx";
import { itemOfCard, sayShortList } from "#client/positionings/today-words.ts";
import type { Colleague, FreshMark } from "#client/positionings/todo-line.tsx";
import { countDormant } from "#server/companies/officer-companies.ts";
import { now, today } from "#server/platform/clock.ts";
import { anyOf, anyPart, atMost, noneOf } from "#server/platform/filter.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { isOpen } from "#shared/offers/offer-life.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { statusesIn } from "#shared/positionings/positioning-board.ts";
import { hidesLine } from "#shared/positionings/todo-mark.ts";
import { describeCards, moment, offersOf } from "./describe-cards.ts";
import { askedByFeedback } from "./feedback-items.ts";
import { deskStaff, followedBy, openAmong } from "./hand-over.ts";
import { isFresh, marksNow } from "./mark-todos.ts";
import { PositioningModel, toPositioning } from "./positioning-model.ts";
import { StrongMatchModel, toStrongMatch } from "./strong-match-model.ts";
import { companyItems } from "./today-companies.ts";

/** Enough for any morning; what is beyond it comes once these are done. */
const mostRead = 500;

/** What later slices add to the list: an event of tomorrow, for instance. */
export type DeskSource = (officerId: string | null) => Promise<DeskItem[]>;

export type Today = {
  readonly items: DeskItem[];
  readonly fresh: FreshMark[];
  readonly colleagues: Colleague[];
  readonly dormant: number;
};

/** Everything that waits for an officer (or for the whole desk), oldest first, without what was set aside. */
export const readToday = async (
  actor: Member,
  { everyone, sources }: { everyone: boolean; sources: readonly DeskSource[] },
): Promise<Today> => {
  const [marks, staff, dormant] = await Promise.all([marksNow(), deskStaff(), countDormant()]);
  const colleagues = openAmong(staff);
  const handedToMe = [...marks.values()].some(({ toId }) => toId === actor.accountId);
  const mine = { officerId: actor.accountId, followed: followedBy(actor, staff) };
  const own = await linesOf(everyone ? null : mine, sources);
  const all = handedToMe && !everyone ? await linesOf(null, sources) : own;
  const nameOf = (id: string | null) => colleagues.find(({ value }) => value === id)?.label ?? null;
  const isMine = ({ key }: DeskItem) => everyone || (marks.get(key)?.toId ?? actor.accountId) === actor.accountId;
  const given = all.filter(
    ({ key }) => marks.get(key)?.toId === actor.accountId && !own.some((one) => one.key === key),
  );
  const lines = [...own, ...given];
  return {
    items: lines
      .filter(isMine)
      .filter((line) => {
        const mark = marks.get(line.key);
        return mark === undefined || !hidesLine(mark, line, today());
      })
      .map((line) => {
        const mark = marks.get(line.key);
        return mark?.toId ? { ...line, handedBy: `confié à ${nameOf(mark.toId) ?? "un collègue"}` } : line;
      })
      .sort((one, other) => Number(other.late) - Number(one.late) || one.since.localeCompare(other.since)),
    fresh: [...marks.values()]
      .filter((mark) => isFresh(mark, actor))
      .flatMap((mark) => {
        const what = mark.ended?.what ?? lines.find(({ key }) => key === mark.key)?.what;
        return what === undefined ? [] : { key: mark.key, kind: mark.kind, what, to: nameOf(mark.toId) };
      }),
    colleagues: colleagues.filter(({ value }) => value !== actor.accountId),
    dormant,
  };
};

/** `followed`: those whose cards are theirs to follow. */
type OneOfficer = { readonly officerId: string; readonly followed: readonly string[] };

/** Every line, whether set aside or not: one officer's, or the whole desk's. */
export const linesOf = async (officer: OneOfficer | null, sources: readonly DeskSource[]): Promise<DeskItem[]> => {
  const mine = officer ? { officerId: anyOf(officer.followed) } : {};
  const [{ cards, feedback }, companies, strong, ...more] = await Promise.all([
    cardsAndFeedback(mine),
    companyItems(officer ? { officerId: officer.officerId } : {}),
    strongMatches(),
    ...sources.map((source) => source(officer?.officerId ?? null)),
  ]);
  const own = cards.flatMap((card) => itemOfCard(card, moment()) ?? []);
  return [...withoutDoubles(own, feedback), ...feedback, ...shortLists(cards), ...companies, ...strong, ...more.flat()];
};

/** Where the answers say what to do, the card's own line would only say that it waits. */
const withoutDoubles = (own: readonly DeskItem[], feedback: readonly DeskItem[]): DeskItem[] => {
  const said = new Set(feedback.map(({ act }) => act.href.split("#")[0]));
  return own.filter(({ act }) => !said.has(act.href));
};

const columns = ["proposed", "consented", "submitted", "interview", "hired"] as const;
const awaited = columns.flatMap(statusesIn);

/** Described together: many a card is in both. */
const cardsAndFeedback = async (
  mine: Record<string, unknown>,
): Promise<{ cards: CardFacts[]; feedback: DeskItem[] }> => {
  const [open, asked] = await Promise.all([openPositionings(mine), askedByFeedback(mine)]);
  const described = await describeCards([...open, ...asked.map(({ positioning }) => positioning)]);
  const feedback = described.slice(open.length).flatMap((card, at) => {
    const about = asked[at];
    return about ? feedbackItem(card, about.task, about.since) : [];
  });
  return { cards: described.slice(0, open.length), feedback };
};

const openPositionings = async (mine: Record<string, unknown>): Promise<Positioning[]> => {
  const [open, twelve] = await Promise.all([
    PositioningModel.find({ ...mine, status: anyOf(awaited) })
      .sort({ statusAt: 1 })
      .limit(mostRead)
      .lean(),
    PositioningModel.find({ ...mine, status: "inPostM6", followUps: twelveMonthsDue() })
      .limit(mostRead)
      .lean(),
  ]);
  return [...open, ...twelve].map(toPositioning);
};

const twelveMonthsDue = () => anyPart({ kind: "M12" as const, doneAt: null, dueOn: atMost(today()) });

/** Those who said yes, one line an offer: their names leave together. */
const shortLists = (cards: readonly CardFacts[]): DeskItem[] => {
  const consented = cards.filter(({ status }) => status === "consented");
  const offerIds = [...new Set(consented.map(({ offerId }) => offerId))];
  return offerIds.flatMap((offerId) => {
    const willing = consented.filter((card) => card.offerId === offerId);
    const [first] = willing;
    if (!first) return [];
    return {
      key: `short-list-${offerId}`,
      since: first.statusAt,
      what: sayShortList(first, willing.length),
      about: first.offerTitle,
      act: { label: "Voir la liste", href: `/bureau/offres-exclusives/${offerId}#liste` },
      late: willing.some(({ late }) => late),
    };
  });
};

/** People found by a worker whom nobody has proposed yet, one line an offer. */
const strongMatches = async (): Promise<DeskItem[]> => {
  const found = (await StrongMatchModel.find({ seenAt: null }).sort({ foundAt: 1 }).limit(mostRead).lean()).map(
    toStrongMatch,
  );
  if (found.length === 0) return [];
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
