import { sayDay } from "#client/kernel/say.tsx";
import { employerOffersPage, type ReceivedByOffer } from "#client/offers/employer-offers-page.tsx";
import { extendPage } from "#client/offers/extend-page.tsx";
import { offerFilePage } from "#client/offers/offer-file-page.tsx";
import { offerFormWords, offerNotices } from "#client/offers/offer-form-words.ts";
import { recruitPage } from "#client/offers/recruit-page.tsx";
import { findCompany, findOwnCompany } from "#server/companies/find-company.ts";
import { type Routes, routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { today } from "#server/platform/clock.ts";
import { site } from "#server/platform/site.ts";
import type { Member } from "#shared/kernel/actor.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { offerContracts } from "#shared/offers/offer-contracts.ts";
import { extendedExpiry } from "#shared/offers/offer-life.ts";
import { extendByLink, extendOffer, readExtensionLink } from "./extend-offer.ts";
import { findManagedOffer } from "./find-offer.ts";
import { listOwnOffers } from "./list-own-offers.ts";
import { publishOffer } from "./publish-offer.ts";
import { closeOffer, deleteDraft, suspendOffer, withdrawOffer } from "./stop-offer.ts";

/** What later slices tell the pages of an employer's offers. */
export type OwnOffersGuests = { readonly received: (offerIds: readonly string[]) => Promise<ReceivedByOffer> };

/** What a company does with its offers, from the first line to the reason why one ended. */
export const offerRouter = (guests: OwnOffersGuests): Routes => {
  const router = routes(offerFormWords);

  servePage(router, offerContracts.recruitPage, ({ actor }) =>
    actor.role === "employer" ? { to: "/employeur/offres" } : recruitPage({ inTerritory: site().inTerritory }),
  );

  servePage(router, offerContracts.ownOffersPage, async ({ actor }) => {
    const company = await findOwnCompany(actor);
    if (!company) return { to: "/employeur/inscription" };
    const offers = await listOwnOffers(actor);
    return employerOffersPage({
      company,
      offers,
      received: await guests.received(offers.map(({ id }) => id)),
      today: today(),
    });
  });

  servePage(router, offerContracts.offerFile, async ({ actor, params }) =>
    offerFilePage(await fileOf(actor, params.offerId)),
  );

  serveForm(router, offerContracts.publishOffer, {
    handle: ({ actor, params }) => publishOffer(actor, params.offerId),
    done: (offer) => backTo(offer, offer.status === "pending" ? offerNotices.pending : offerNotices.published),
  });

  serveForm(router, offerContracts.suspendOffer, {
    handle: ({ actor, params }) => suspendOffer(actor, params.offerId),
    done: (offer) => backTo(offer, offerNotices.suspended),
  });

  serveForm(router, offerContracts.withdrawOffer, {
    handle: ({ actor, params }) => withdrawOffer(actor, params.offerId),
    done: (offer) => backTo(offer, offerNotices.withdrawn),
  });

  serveForm(router, offerContracts.extendOffer, {
    handle: ({ actor, params }) => extendOffer(actor, params.offerId),
    done: (offer) => backTo(offer, extendedNotice(offer)),
  });

  serveForm(router, offerContracts.closeOffer, {
    handle: ({ actor, params, body }) => closeOffer(actor, params.offerId, body.reason),
    done: (offer) => backTo(offer, offerNotices.closed),
    again: async ({ actor, params }, { errors }) => offerFilePage({ ...(await fileOf(actor, params.offerId)), errors }),
  });

  serveForm(router, offerContracts.deleteOffer, {
    handle: ({ actor, params }) => deleteDraft(actor, params.offerId),
    done: () => ({ to: "/employeur/offres", notice: offerNotices.deleted }),
  });

  servePage(router, offerContracts.extendLinkPage, async ({ params: { token } }) => {
    const { offer, usable } = await readExtensionLink(token);
    const { title, expiresOn } = offer;
    return extendPage({ token, title, expiresOn, usable, until: extendedExpiry(offer, today()), today: today() });
  });

  serveForm(router, offerContracts.extendByLink, {
    handle: ({ params }) => extendByLink(params.token),
    done: (offer, { params }) => ({ to: `/prolonger/${params.token}`, notice: extendedNotice(offer) }),
  });

  return router;
};

const fileOf = async (actor: Member, offerId: string) => {
  const { offer } = await findManagedOffer(actor, offerId);
  return { actor, offer, company: await findCompany(offer.companyId), today: today() };
};

const backTo = ({ id }: Offer, notice: string) => ({ to: `/employeur/offres/${id}`, notice });

const extendedNotice = ({ expiresOn }: Offer): string => `L’offre est ouverte jusqu’au ${sayDay(expiresOn, today())}.`;
