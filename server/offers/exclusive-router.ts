import { sayEuros } from "#client/kernel/say.tsx";
import { exclusiveFormPage } from "#client/offers/exclusive-form-page.tsx";
import { exclusiveListPage } from "#client/offers/exclusive-list-page.tsx";
import { exclusiveNotices, exclusiveWords } from "#client/offers/exclusive-words.ts";
import { newOfferTyped, offerTyped } from "#client/offers/offer-form-typed.ts";
import { CompanyModel } from "#server/companies/company-model.ts";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import type { Typed } from "#server/http/typed.ts";
import { today } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { Id } from "#shared/kernel/ids.ts";
import { exclusiveContracts } from "#shared/offers/exclusive-contracts.ts";
import { minimumPay } from "#shared/offers/minimum-wage.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { findExclusiveOffer, listExclusiveOffers } from "./exclusive-find.ts";
import { recordExclusiveOffer } from "./exclusive-record.ts";
import { publishOffer } from "./publish-offer.ts";
import { understandOccupation } from "./read-offer-form.ts";
import { saveOffer } from "./save-offer.ts";
import { closeOffer, suspendOffer } from "./stop-offer.ts";

export const exclusiveRouter = routes(exclusiveWords);

servePage(exclusiveRouter, exclusiveContracts.listPage, async ({ query }) =>
  exclusiveListPage({
    offers: await listExclusiveOffers(query.etat, query.page),
    state: query.etat,
    today: today(),
  }),
);

servePage(exclusiveRouter, exclusiveContracts.newPage, async ({ query }) =>
  newForm(newId().toHexString(), {
    ...newOfferTyped("", null),
    companyId: query.entreprise ?? "",
    requestChannel: "visit",
    requestOn: today(),
    requestContact: await contactOf(query.entreprise),
  }),
);

serveForm(exclusiveRouter, exclusiveContracts.record, {
  handle: ({ actor, body }) => recordExclusiveOffer(actor, body),
  done: ({ id }) => ({ to: `/bureau/offres-exclusives/${id}`, notice: exclusiveNotices.recorded }),
  again: (_input, { typed, errors }) => {
    const key = Id.safeParse(typed.formKey);
    return newForm(key.success ? key.data : newId().toHexString(), typed, errors);
  },
});

servePage(exclusiveRouter, exclusiveContracts.editPage, async ({ params }) => {
  const offer = await findExclusiveOffer(params.offerId);
  return editForm(offer, String(offer.version), offerTyped(offer, today()));
});

serveForm(exclusiveRouter, exclusiveContracts.edit, {
  handle: async ({ actor, params, body }) => saveOffer(actor, (await findExclusiveOffer(params.offerId)).id, body),
  done: ({ id }) => ({ to: `/bureau/offres-exclusives/${id}`, notice: exclusiveNotices.saved }),
  again: async ({ params }, { typed, errors, failure }) => {
    const offer = await findExclusiveOffer(params.offerId);
    // Once told, the officer has read what changed and may insist; before that, the form stays as old as it is.
    const version = failure.code === "stale-form" ? String(offer.version) : textOf(typed.version);
    return editForm(offer, version, typed, errors);
  },
});

serveForm(exclusiveRouter, exclusiveContracts.move, {
  handle: async ({ actor, params, body }) => {
    const offer = await findUnchanged(params.offerId, body.version);
    return body.to === "suspended" ? suspendOffer(actor, offer.id) : publishOffer(actor, offer.id);
  },
  done: ({ id }, { body }) => ({ to: `/bureau/offres-exclusives/${id}`, notice: exclusiveNotices[body.to] }),
});

serveForm(exclusiveRouter, exclusiveContracts.close, {
  handle: async ({ actor, params, body }) =>
    closeOffer(actor, (await findUnchanged(params.offerId, body.version)).id, body.reason),
  done: ({ id }) => ({ to: `/bureau/offres-exclusives/${id}`, notice: exclusiveNotices.closed }),
  again: async ({ params }, { errors }) => {
    const offer = await findExclusiveOffer(params.offerId);
    return editForm(offer, String(offer.version), offerTyped(offer, today()), errors);
  },
});

const findUnchanged = async (offerId: string, version: number): Promise<Offer> => {
  const offer = await findExclusiveOffer(offerId);
  if (offer.version !== version) throw new Failure("conflict", "changed-meanwhile");
  return offer;
};

const contactOf = async (companyId: string | null): Promise<string> =>
  companyId === null ? "" : ((await CompanyModel.findById(companyId, { contacts: 1 }).lean())?.contacts[0]?.name ?? "");

/** The companies an offer may be recorded for: staff verified them. */
const companyChoices = async () => {
  const companies = await CompanyModel.find({ status: "verified" }, { name: 1, commune: 1 }).sort({ name: 1 }).lean();
  return companies.map(({ _id, name, commune }) => ({ value: _id.toHexString(), label: `${name}, ${commune.name}` }));
};

type Errors = Readonly<Record<string, string>>;

const newForm = async (formKey: string, typed: Typed, errors: Errors = {}) =>
  exclusiveFormPage({
    offer: null,
    hidden: { formKey },
    companies: await companyChoices(),
    ...understoodIn(typed),
    typed,
    errors,
  });

const editForm = (offer: Offer, version: string, typed: Typed, errors: Errors = {}) =>
  exclusiveFormPage({ offer, hidden: { version }, companies: [], ...understoodIn(typed), typed, errors });

const understoodIn = (typed: Typed) => ({
  occupation: understandOccupation(textOf(typed.occupation).slice(0, 200)),
  minimumWage: `${sayEuros(minimumPay({ period: "hour", weeklyHours: 35, on: today() }))} par heure`,
});

const textOf = (typed: string | string[] | undefined): string => (typeof typed === "string" ? typed : "");
