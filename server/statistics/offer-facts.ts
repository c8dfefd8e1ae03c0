import { type OfferDocument, OfferModel } from "#server/offers/offer-model.ts";
import { anyOf, atLeast, within } from "#server/platform/filter.ts";
import { offerStatuses } from "#shared/offers/offer-words.ts";
import type { Fact } from "#shared/statistics/fact.ts";
import { batchSize, dayIn, fact, type Instants, instantsOf, type Reader } from "./reading.ts";

/** Offers opened for the first time, and offers that were filled. */
export const offerFacts: Reader = async (span) => {
  const instants = instantsOf(span);
  return [...(await opened(instants)), ...(await filled(instants))];
};

const opened = async (instants: Instants): Promise<Fact[]> => {
  const asked = OfferModel.find(
    { status: anyOf(offerStatuses), publishedAt: within(instants) },
    { publishedAt: 1, exclusive: 1, "commune.code": 1 },
  ).lean<Pick<OfferDocument, "_id" | "publishedAt" | "exclusive" | "commune">[]>();
  const found: Fact[] = [];
  for await (const { _id, publishedAt, exclusive, commune } of asked.cursor({ batchSize })) {
    const day = publishedAt && dayIn(instants, publishedAt);
    if (!day) continue;
    const indicator = exclusive ? "exclusiveOffers" : "offers";
    found.push(fact({ indicator, day, ...placeOf({ _id, commune }) }));
  }
  return found;
};

/** Nothing more happens to a filled offer but its filing: whatever was filled in the span was updated since. */
const filled = async (instants: Instants): Promise<Fact[]> => {
  const asked = OfferModel.find(
    { status: "filled", updatedAt: atLeast(instants.since) },
    { "history.to": 1, "history.at": 1, closingReason: 1, "commune.code": 1 },
  ).lean<Pick<OfferDocument, "_id" | "history" | "closingReason" | "commune">[]>();
  const found: Fact[] = [];
  for await (const { _id, history, closingReason, commune } of asked.cursor({ batchSize })) {
    const at = history.findLast(({ to }) => to === "filled")?.at;
    const day = at && dayIn(instants, at);
    if (!day) continue;
    const place = placeOf({ _id, commune });
    found.push(fact({ indicator: "offersFilled", day, ...place }));
    found.push(fact({ indicator: "filledByUs", day, ...place, good: closingReason === "filledByUs" }));
  }
  return found;
};

type Kept = { readonly _id: unknown; readonly commune: { readonly code: string } };

const placeOf = ({ _id, commune }: Kept) => {
  const id = String(_id);
  return { key: id, commune: commune.code, ref: { kind: "offer", id } as const };
};
