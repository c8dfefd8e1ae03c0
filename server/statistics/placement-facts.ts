import { PastOutcomeModel } from "#server/accounts/past-outcome-model.ts";
import { type OfferDocument, OfferModel } from "#server/offers/offer-model.ts";
import { anyOf, atLeast, lessThan } from "#server/platform/filter.ts";
import { type PositioningDocument, PositioningModel } from "#server/positionings/positioning-model.ts";
import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";
import type { Fact } from "#shared/statistics/fact.ts";
import type { Indicator } from "#shared/statistics/indicators.ts";
import { isIn, monthsOf, type Span } from "#shared/statistics/period.ts";
import { batchSize, byChunks, dayIn, fact, facts, type Instants, instantsOf, type Reader } from "./reading.ts";

/** What the first time in each state counts for. */
const counted: Readonly<Partial<Record<PositioningStatus, readonly Indicator[]>>> = {
  proposed: ["positionings", "positionedPeople"],
  submitted: ["submitted"],
  interviewed: ["interviews"],
  hired: ["hires", "contractPeople"],
};

type Card = Pick<PositioningDocument, "_id" | "offerId" | "accountId" | "steps">;

/**
 * Every step of the span, whoever's card it is. A step sets `updatedAt`, so that no card with one in the span was
 * updated before it: the index on `updatedAt` finds them all.
 */
export const placementFacts: Reader = async (span) => {
  const instants = instantsOf(span);
  const asked = PositioningModel.find(
    { updatedAt: atLeast(instants.since), createdAt: lessThan(instants.until) },
    { offerId: 1, accountId: 1, "steps.status": 1, "steps.at": 1 },
  ).lean<Card[]>();
  const found: { offerId: string; fact: Fact }[] = [];
  for await (const card of asked.cursor({ batchSize }))
    for (const one of factsOf(card, instants)) found.push({ offerId: String(card.offerId), fact: one });
  const communes = await communesOf(new Set(found.map(({ offerId }) => offerId)));
  return [
    ...found.map(({ offerId, fact: one }) => ({ ...one, commune: communes.get(offerId) ?? null })),
    ...(await pastFacts(span)),
  ];
};

const factsOf = (card: Card, instants: Instants): Fact[] => {
  const common = {
    key: String(card.accountId),
    action: "positionings" as const,
    ref: { kind: "positioning", id: String(card._id), accountId: String(card.accountId) } as const,
  };
  const seen = new Set<PositioningStatus>();
  return card.steps.flatMap(({ status, at }) => {
    if (seen.has(status)) return [];
    seen.add(status);
    const day = dayIn(instants, at);
    if (day === null) return [];
    const kept = isKnownSequel(status)
      ? [fact({ ...common, day, indicator: "inPostM6", good: status === "inPostM6" })]
      : [];
    return [...facts(counted[status] ?? [], { ...common, day }), ...kept];
  });
};

/** Six months after the first day at work, one knows; a contract that ended earlier is known as soon as it ended. */
const isKnownSequel = (status: string): boolean => status === "inPostM6" || status === "endedEarly";

/** Offers stay when people leave; an offer that is gone says no commune. */
const communesOf = async (offerIds: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> => {
  const offers = await byChunks([...offerIds], (some) =>
    OfferModel.find({ _id: anyOf(some) }, { "commune.code": 1 }).lean<Pick<OfferDocument, "_id" | "commune">[]>(),
  );
  return new Map(offers.map(({ _id, commune }) => [String(_id), commune.code]));
};

/** Cards whose person is gone: the months of their steps are all that is left, on the first day of each. */
const pastFacts = async (span: Span): Promise<Fact[]> => {
  const months = monthsOf(span).map((month) => month.slice(0, 7));
  const gone = await PastOutcomeModel.find({ kind: "positioning", months: anyOf(months) }).lean();
  return gone.flatMap(({ _id, reached, months }) =>
    reached.flatMap((status, at) => {
      const day = `${months[at]}-01`;
      if (!isIn(span, day)) return [];
      const common = { key: _id, day, action: "positionings" as const };
      const sequel = isKnownSequel(status)
        ? [fact({ ...common, indicator: "inPostM6", good: status === "inPostM6" })]
        : [];
      return [...facts(counted[status as PositioningStatus] ?? [], common), ...sequel]; // `reached` holds statuses
    }),
  );
};
