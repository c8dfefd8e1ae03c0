import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { offersManagedBy, publicOffers } from "#server/offers/offer-visibility.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { isPublic } from "#shared/offers/offer-life.ts";
import { canSeeOfferFile } from "#shared/offers/offer-rules.ts";
import { offerStatuses } from "#shared/offers/offer-words.ts";
import { candidateId, companyId, everyone, idOf, otherCompanyId } from "#test/support/actors.ts";
import { keep, openStore } from "#test/support/open-store.ts";
import { anOffer } from "./an-offer.ts";

const today = "2026-11-22";

/** Every status, open or past its day, exclusive or not, positioned or not, of two companies. */
const offers: Offer[] = offerStatuses
  .flatMap((status) => ["2026-11-21", "2026-11-22"].map((expiresOn) => ({ status, expiresOn })))
  .flatMap((given) => [false, true].map((exclusive) => ({ ...given, exclusive })))
  .flatMap((given) => [[], [candidateId]].map((positionedAccountIds) => ({ ...given, positionedAccountIds })))
  .flatMap((given) => [companyId, otherCompanyId].map((owner) => ({ ...given, companyId: owner })))
  .map((given, index) => anOffer({ ...given, id: idOf(index + 1), reference: index + 1, sequence: index + 1 }));

describe("the offers an actor lists", () => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    close = await openStore();
    for (const offer of offers) await keep(OfferModel, offer);
  });
  afterAll(() => close());

  const idsWhere = async (filter: object): Promise<string[]> =>
    (await OfferModel.find(filter).sort({ _id: 1 }).lean()).map((offer) => toOffer(offer).id);

  it("in public are those the rule says are, no more and no less", async () => {
    const listed = await idsWhere(publicOffers(today));

    expect(listed).toEqual(offers.filter((offer) => isPublic(offer, today)).map(({ id }) => id));
  });

  it.each(Object.keys(everyone))("to manage are those whose file the %s may open", async (name) => {
    const actor = everyone[name] ?? { role: "visitor" };

    const listed = await idsWhere(offersManagedBy(actor));

    expect(listed).toEqual(offers.filter((offer) => canSeeOfferFile(actor, offer)).map(({ id }) => id));
  });

  it("come back from the store as they went in", async () => {
    const [first] = offers;

    expect(toOffer((await OfferModel.findById(first?.id).lean()) ?? ({} as never))).toEqual(first);
  });

  it("never share a number: the second one with it is refused", async () => {
    await expect(keep(OfferModel, anOffer({ id: idOf(9000), reference: 1, sequence: null }))).rejects.toMatchObject({
      code: 11000,
    });
  });
});
