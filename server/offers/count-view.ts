import type { Request } from "express";
import { gathered } from "#server/platform/gathered.ts";
import { log } from "#server/platform/log.ts";
import { isOwnCompany } from "#shared/companies/company-rules.ts";
import { type Actor, isStaff } from "#shared/kernel/actor.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { OfferModel } from "./offer-model.ts";

/** One more reader of an offer: a person with a browser, neither its employer nor staff. The answer does not wait for it. */
export const countView = (offer: Offer, { actor, request }: { actor: Actor; request: Request }): void => {
  if (isStaff(actor) || isOwnCompany(actor, offer.companyId) || !isReading(request)) return;
  countOne(offer.id).catch((error: unknown) => log.warn({ err: error, offer: offer.id }, "view not counted"));
};

/** Neither `version` nor `updatedAt` moves: nothing of what is indexed or edited has changed. */
const addViews = async (read: readonly string[]): Promise<readonly string[]> => {
  const views = new Map<string, number>();
  for (const id of read) views.set(id, (views.get(id) ?? 0) + 1);
  const updates = [...views].map(([id, more]) => ({
    updateOne: { filter: { _id: id }, update: { $inc: { views: more } } },
  }));
  await OfferModel.bulkWrite(updates, { ordered: false });
  return read;
};

const countOne = gathered(addViews, { pauseMs: 250 });

const machines = /bot|crawl|spider|slurp|preview|facebookexternalhit|monitor|curl|wget|python|headless|lighthouse/i;

const isReading = (request: Request): boolean => {
  const agent = request.get("user-agent") ?? "";
  const ahead = /prefetch|prerender/.test(`${request.get("sec-purpose")} ${request.get("purpose")}`);
  return request.method === "GET" && !ahead && agent !== "" && !machines.test(agent);
};
