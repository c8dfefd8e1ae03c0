import { today } from "#server/platform/clock.ts";
import type { SearchDocument } from "#server/platform/search/port.ts";
import { projectOffer } from "./offer-index.ts";
import { OfferModel, toOffer } from "./offer-model.ts";
import { publicOffers } from "./offer-visibility.ts";

/** Every offer that may be found, as the index wants it, read from the truth as it goes. */
export async function* publicOfferStream(): AsyncIterable<SearchDocument> {
  const day = today();
  const found = OfferModel.find(publicOffers(day)).lean().cursor({ batchSize: 500 });
  for await (const document of found) {
    const projected = projectOffer(toOffer(document), day);
    if (projected) yield projected;
  }
}
