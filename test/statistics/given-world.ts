import { PastOutcomeModel } from "#server/accounts/past-outcome-model.ts";
import { CompanyModel } from "#server/companies/company-model.ts";
import { ActionModel, ParticipationModel } from "#server/events/actions/action-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { setClock } from "#server/platform/clock.ts";
import { PositioningModel } from "#server/positionings/positioning-model.ts";
import { readIndicator } from "#server/statistics/read-bilan.ts";
import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";
import { BilanQuery } from "#shared/statistics/bilan-query.ts";
import type { Indicator } from "#shared/statistics/indicators.ts";
import { anOffer } from "#test/offers/an-offer.ts";
import { aPositioning } from "#test/positionings/a-positioning.ts";
import { idOf } from "#test/support/actors.ts";
import { keep } from "#test/support/open-store.ts";

/** Each world is counted by hand: nothing of the one before stays. */
export const emptyWorld = async (): Promise<void> => {
  setClock();
  await Promise.all(
    [PositioningModel, OfferModel, ActionModel, ParticipationModel, CompanyModel, PastOutcomeModel].map((model) =>
      model.collection.deleteMany({}),
    ),
  );
};

export const tulle = { code: "19272", name: "Tulle", postcode: "19000", lat: 45.27, lon: 1.77 };
export const ussel = { code: "19275", name: "Ussel", postcode: "19200", lat: 45.55, lon: 2.31 };
export const tulleGroup = "epci:241927201";

/** October 2026 in Paris, looked at three weeks later. */
export const october = { periode: "dates", du: "2026-10-01", au: "2026-10-31" } as const;

export const figure = async (indicator: Indicator, asked: object = october) => {
  setClock(new Date("2026-11-22T09:00:00Z"));
  const { figures } = await readIndicator(BilanQuery.parse(asked), indicator);
  return figures;
};

export const amount = async (indicator: Indicator, asked?: object) => {
  const { now } = await figure(indicator, asked);
  return now.kind === "number" ? now.value : [now.good, now.all];
};

let last = 0xe000;

/** An id that nothing else has. */
export const freshId = (): string => {
  last += 1;
  return idOf(last);
};

export const givenOffer = async (given: object = {}): Promise<string> => {
  const id = freshId();
  await keep(
    OfferModel,
    anOffer({ id, reference: Number.parseInt(id, 16) % 1_000_000, sequence: null, commune: tulle, ...given }),
  );
  return id;
};

type Taken = readonly (readonly [PositioningStatus, string])[];

export const givenCard = async (taken: Taken, given: { accountId?: string; offerId?: string } = {}): Promise<void> => {
  const steps = taken.map(([status, at]) => ({ status, at, by: null, note: null }));
  const status = taken.at(-1)?.[0] ?? "suggested";
  const card = {
    ...aPositioning(status),
    id: freshId(),
    accountId: freshId(),
    offerId: given.offerId ?? (await givenOffer()),
    createdAt: taken[0]?.[1] ?? "",
    updatedAt: taken.at(-1)?.[1] ?? "",
    steps,
    ...given,
  };
  await keep(PositioningModel, card);
};
