import type { OfferPageProps } from "#client/offers/offer-page.tsx";
import type { Edition } from "#server/http/shared-page.ts";
import { today } from "#server/platform/clock.ts";
import { keepMost } from "#server/platform/keep-most.ts";
import { site } from "#server/platform/site.ts";
import { distanceKm, placeByCode } from "#server/referentials/places.ts";
import type { Actor } from "#shared/kernel/actor.ts";
import type { Day } from "#shared/kernel/calendar.ts";
import { Failure } from "#shared/kernel/failure.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { referenceIn } from "#shared/offers/offer-address.ts";
import { isOpen, isPublic } from "#shared/offers/offer-life.ts";
import { canSeeEmployer, offerPageFor } from "#shared/offers/offer-rules.ts";
import { toPublicOffer } from "#shared/offers/public-offer.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import { isOver } from "./find-public-offer.ts";
import { OfferModel, toOffer } from "./offer-model.ts";
import { stateOf } from "./shown-offers.ts";

/** `edition` stands for what a visitor is shown, the same until the offer changes or the day ends. */
export type OfferPageFound = { readonly offer: Offer; readonly gone: boolean; readonly edition: Edition | null };

/** The offer of an address and how it answers this reader; what one may not see is missing. */
export const findOfferPage = async (actor: Actor, slug: string): Promise<OfferPageFound> => {
  const reference = referenceIn(slug);
  const read = actor.role === "visitor" ? lastRead : readWhole;
  const found = reference === null ? null : await read(reference);
  if (!found) throw new Failure("missing", "missing-page");
  const view = answerFor(actor, found.offer);
  if (view === "missing") throw new Failure("missing", "missing-page");
  return { offer: found.offer, gone: view === "gone", edition: actor.role === "visitor" ? found : null };
};

type Read = { readonly offer: Offer; readonly state: string; readonly day: Day };

const readWhole = async (reference: number): Promise<Read | null> => {
  const document = await OfferModel.findOne({ reference }).lean();
  return document && { offer: toOffer(document), state: stateOf(document), day: today() };
};

/** The pages that visitors opened last. */
const known = keepMost<number, Read>(2_000);

/** Whole only when it changed since it was last read; whom it was proposed to may be older, and is no visitor's affair. */
const lastRead = async (reference: number): Promise<Read | null> => {
  const before = known.get(reference);
  const now = before && (await OfferModel.findOne({ reference }, { version: 1, updatedAt: 1 }).lean());
  if (before && now && before.state === stateOf(now) && before.day === today()) return before;
  const read = await readWhole(reference);
  if (read) known.set(reference, read);
  return read;
};

/** A suspended offer may come back: it is missing meanwhile, not gone. */
const answerFor = (actor: Actor, offer: Offer): ReturnType<typeof offerPageFor> => {
  const view = offerPageFor(actor, offer, today());
  return view === "gone" && !isOver(offer.status) ? "missing" : view;
};

type Asked = { readonly actor: Actor; readonly from: string | null; readonly backTo: string | null };

/** What later slices know of this reader and the offer. */
export type Told = Pick<OfferPageProps, "forYou" | "sent">;

/** What the page of an offer says to this reader. */
export const offerPageFacts = (offer: Offer, { actor, from, backTo, forYou, sent }: Asked & Told): OfferPageProps => ({
  offer: toPublicOffer(offer, { employerKnown: canSeeEmployer(actor, offer) }),
  occupation: occupationByCode(offer.occupation)?.title ?? "",
  distance: distanceFrom(from, offer),
  forYou,
  sent,
  seenAs: seenAs(offer),
  canApply: isOpen(offer, today()) && !offer.exclusive && (actor.role === "visitor" || actor.role === "candidate"),
  backTo,
  today: today(),
  site: site(),
});

const seenAs = (offer: Offer): OfferPageProps["seenAs"] => {
  if (isPublic(offer, today())) return "public";
  if (offer.status !== "published") return offer.status;
  return offer.exclusive ? "exclusive" : "expired";
};

const distanceFrom = (code: string | null, { commune }: Offer): OfferPageProps["distance"] => {
  const from = code === null ? undefined : placeByCode(code);
  const to = placeByCode(commune.code);
  const km = from && to && from.code !== to.code ? distanceKm(from, to) : null;
  return from && km !== null ? { km, from: from.name } : null;
};
