import type { Request } from "express";
import { homePage } from "#client/offers/home-page.tsx";
import { offerGonePage } from "#client/offers/offer-gone-page.tsx";
import { offerListPage } from "#client/offers/offer-list-page.tsx";
import { type ForYou, offerPage, type Sent } from "#client/offers/offer-page.tsx";
import { publicOfferWords } from "#client/offers/offer-words.ts";
import { type Routes, routes } from "#server/http/routes.ts";
import { sendKept, sendPage } from "#server/http/send-page.ts";
import { bind, cutToReply, serveJson, servePage, serveText } from "#server/http/serve.ts";
import { sendSharedJson } from "#server/http/shared-json.ts";
import { today } from "#server/platform/clock.ts";
import { site } from "#server/platform/site.ts";
import { placesNearlyNamed } from "#server/referentials/short-names.ts";
import type { Actor } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { offerSlug } from "#shared/offers/offer-address.ts";
import type { OfferSearch } from "#shared/offers/offer-search.ts";
import { offerSearchContracts } from "#shared/offers/offer-search-contracts.ts";
import { countView } from "./count-view.ts";
import { findPublicOffer } from "./find-public-offer.ts";
import { offerFeed } from "./offer-feed.ts";
import { listed, wholeOffer } from "./offer-listing.ts";
import { findOfferPage, offerPageFacts, type Told } from "./offer-page-facts.ts";
import { lookUp } from "./search-offers.ts";
import { facetLabel } from "./search-offers-facets.ts";
import { type ComingEvents, homeFacts } from "./search-offers-home.ts";
import { similarOffers } from "./similar-offers.ts";
import { robots, sitemap } from "./sitemap.ts";

/** What later slices tell an offer's page, and the entrance. */
export type OfferPageGuests = {
  /** Why an offer fits the CV of a candidate who reads it. */
  readonly forYou?: (actor: Actor, offer: Offer) => Promise<ForYou | null>;
  /** The application that a candidate who reads it already sent. */
  readonly sent?: (actor: Actor, offer: Offer) => Promise<Sent | null>;
  readonly coming?: ComingEvents;
};

/** What anyone may see of offers: the entrance, the search, each offer, the open API. */
export const offerPublicRouter = (guests: OfferPageGuests = {}): Routes => {
  const router = routes(publicOfferWords);
  const coming = guests.coming ?? (async () => []);

  servePage(router, offerSearchContracts.home, async ({ actor }) => homePage(await homeFacts(actor, coming)));
  serveListPage(router);
  serveOfferPage(router, guests);

  serveSearch(router);
  serveJson(router, offerSearchContracts.offer, async ({ params }) => wholeOffer(await findPublicOffer(params.id)));

  serveText(router, offerSearchContracts.feed, "application/atom+xml; charset=utf-8", async ({ query }) =>
    offerFeed(query),
  );
  serveText(router, offerSearchContracts.sitemap, "application/xml; charset=utf-8", sitemap);
  serveText(router, offerSearchContracts.robots, "text/plain; charset=utf-8", robots);
  return router;
};

/** Many ask the same: whoever comes to what was already shown, and is so still, gets the same bytes. */
const serveListPage = (router: Routes): void =>
  bind(router, offerSearchContracts.listPage, async ({ query }, request, response) => {
    const { edition, results } = await lookUp(query);
    if (edition && sendKept(request, response, edition)) return;
    const found = await results();
    const nearPlace = found.unknownPlace ? nearPlaceOf(found.search) : null;
    const page = offerListPage({ results: found, nearPlace, today: today(), publicUrl: site().publicUrl });
    sendPage(request, response, page, edition);
  });

const nearPlaceOf = ({ ou }: OfferSearch): string | null =>
  placesNearlyNamed(ou ?? "", site().territory)[0]?.name ?? null;

/** A machine is told that its commune does not exist; a person also gets the offers of everywhere. */
const serveSearch = (router: Routes): void =>
  bind(router, offerSearchContracts.search, async ({ query }, request, response) => {
    const { edition, results } = await lookUp(query);
    const make = async (): Promise<unknown> => {
      const found = await results();
      const field = query.ou === null ? "commune" : "ou";
      if (found.unknownPlace)
        throw new Failure("invalid", "unknown-commune", { fields: { [field]: "unknown-commune" } });
      return cutToReply(offerSearchContracts.search, listed(found));
    };
    await sendSharedJson(request, response, { edition, make });
  });

/** An old or mistyped address leads to the right one for good; an offer that is over says so, with others. */
const serveOfferPage = (router: Routes, guests: OfferPageGuests): void =>
  bind(router, offerSearchContracts.offerPage, async ({ actor, params, query }, request, response) => {
    const { offer, gone, edition } = await findOfferPage(actor, params.slug);
    const slug = offerSlug(offer);
    if (slug !== params.slug) {
      response.redirect(301, `/offres/${slug}${fromPlace(query.de)}`);
    } else if (gone) sendPage(request, response, await gonePage(offer));
    else {
      countView(offer, { actor, request });
      const backTo = resultsOf(request);
      const shared = backTo === null ? edition : null; // whoever comes from elsewhere sees the same
      if (shared && sendKept(request, response, shared)) return;
      const told = await toldBy(guests, actor, offer);
      const facts = offerPageFacts(offer, { actor, from: query.de, backTo, ...told });
      sendPage(request, response, offerPage(facts), shared);
    }
  });

const toldBy = async (guests: OfferPageGuests, actor: Actor, offer: Offer): Promise<Told> => {
  const [forYou, sent] = await Promise.all([guests.forYou?.(actor, offer), guests.sent?.(actor, offer)]);
  return { forYou: forYou ?? null, sent: sent ?? null };
};

const fromPlace = (de: string | null): string => (de === null ? "" : `?de=${encodeURIComponent(de)}`);

const gonePage = async (offer: Offer) =>
  offerGonePage({
    title: offer.title,
    status: offer.status,
    occupation: { code: offer.occupation, label: facetLabel("occupation", offer.occupation) },
    similar: await similarOffers(offer),
    today: today(),
  });

/** The results the reader comes from, on our own site. */
const resultsOf = (request: Request): string | null => {
  const referer = request.get("referer");
  if (!referer || !URL.canParse(referer)) return null;
  const { host, pathname, search } = new URL(referer);
  return host === request.get("host") && pathname === "/offres" && search !== "" ? pathname + search : null;
};
