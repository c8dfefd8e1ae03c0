import { moderatedOfferPage } from "#client/offers/moderated-offer-page.tsx";
import { moderatedCompanyPage, moderationPage } from "#client/offers/moderation-page.tsx";
import { moderationNotices, offerFormWords } from "#client/offers/offer-form-words.ts";
import { findCompany } from "#server/companies/find-company.ts";
import {
  companiesRefused,
  companiesToVerify,
  refuseCompany,
  verifyCompany,
} from "#server/companies/moderate-company.ts";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { now, today } from "#server/platform/clock.ts";
import { refusedSettings } from "#server/platform/refused-settings.ts";
import { moderationContracts } from "#shared/offers/moderation-contracts.ts";
import { approveOffer, countPending, findPending, offersToModerate, refuseOffer } from "./moderate-offer.ts";

export const moderationRouter = routes(offerFormWords);

const queue = "/admin/moderation";

servePage(moderationRouter, moderationContracts.queuePage, async () => {
  const [companies, offers, refused, settings] = await Promise.all([
    companiesToVerify(),
    offersToModerate(),
    companiesRefused(),
    refusedSettings(),
  ]);
  return moderationPage({ companies, offers, refused, settings, now: now() });
});

servePage(moderationRouter, moderationContracts.companyPage, async ({ params }) =>
  moderatedCompanyPage({ ...(await sheetOf(params.companyId)), typed: {}, errors: {} }),
);

serveForm(moderationRouter, moderationContracts.verifyCompany, {
  handle: ({ actor, params }) => verifyCompany(actor, params.companyId),
  done: () => ({ to: queue, notice: moderationNotices.companyVerified }),
});

serveForm(moderationRouter, moderationContracts.refuseCompany, {
  handle: ({ actor, params, body }) => refuseCompany(actor, params.companyId, body.reason),
  done: () => ({ to: queue, notice: moderationNotices.companyRefused }),
  again: async ({ params }, { typed, errors }) =>
    moderatedCompanyPage({ ...(await sheetOf(params.companyId)), typed, errors }),
});

servePage(moderationRouter, moderationContracts.offerPage, async ({ actor, params }) =>
  moderatedOfferPage({ ...(await findPending(actor, params.offerId)), today: today(), typed: {}, errors: {} }),
);

serveForm(moderationRouter, moderationContracts.approveOffer, {
  handle: ({ actor, params }) => approveOffer(actor, params.offerId),
  done: () => ({ to: queue, notice: moderationNotices.offerPublished }),
});

serveForm(moderationRouter, moderationContracts.refuseOffer, {
  handle: ({ actor, params, body }) => refuseOffer(actor, params.offerId, body.reason),
  done: () => ({ to: queue, notice: moderationNotices.offerRefused }),
  again: async ({ actor, params }, { typed, errors }) =>
    moderatedOfferPage({ ...(await findPending(actor, params.offerId)), today: today(), typed, errors }),
});

const sheetOf = async (companyId: string) => ({
  company: await findCompany(companyId),
  offers: await countPending(companyId),
  now: now(),
});
