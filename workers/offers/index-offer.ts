import { offerIndex, projectOffer } from "#server/offers/offer-index.ts";
import { type OfferDocument, OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import type { SearchIndex } from "#server/platform/search/port.ts";
import type { Offer } from "#shared/offers/offer.ts";

/**
 * Copies one offer from the database to the search index, or removes it there. Two workers may write in the wrong
 * order where the engine knows no conditional write: each looks again after its own, so that the last one is right.
 * @param found the offer as it was just read, if it was
 */
export const indexOffer = async (offerId: string, found?: OfferDocument): Promise<void> => {
  const index = await offerIndex();
  for (let document = found ?? (await read(offerId)), turn = 1; ; turn += 1) {
    await (document === null ? index.remove([offerId]) : putOrRemove(index, toOffer(document)));
    const again = await OfferModel.findById(offerId, { version: 1 }).lean();
    if (again?.version === document?.version) return;
    if (turn === turns) throw new Error(`offer ${offerId} changes faster than it is indexed`);
    document = await read(offerId);
  }
};

const turns = 5;

const read = (offerId: string) => OfferModel.findById(offerId).lean();

const putOrRemove = async (index: SearchIndex, offer: Offer): Promise<void> => {
  const projected = projectOffer(offer, today());
  await (projected ? index.put([projected]) : index.remove([offer.id], offer.version));
};
