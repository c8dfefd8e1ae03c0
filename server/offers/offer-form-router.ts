import { sayEuros } from "#client/kernel/say.tsx";
import { offerFormPage } from "#client/offers/offer-form-page.tsx";
import { newOfferTyped, offerTyped } from "#client/offers/offer-form-typed.ts";
import { offerFormWords, offerNotices } from "#client/offers/offer-form-words.ts";
import { offerTitlePage } from "#client/offers/offer-title-page.tsx";
import { findOwnCompany } from "#server/companies/find-company.ts";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import type { Typed } from "#server/http/typed.ts";
import { today } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import type { Actor, Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { Id } from "#shared/kernel/ids.ts";
import { minimumPay } from "#shared/offers/minimum-wage.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { offerContracts } from "#shared/offers/offer-contracts.ts";
import { canEditOffer } from "#shared/offers/offer-rules.ts";
import { draftOffer } from "./draft-offer.ts";
import { findManagedOffer } from "./find-offer.ts";
import { understandOccupation } from "./read-offer-form.ts";
import { saveOffer } from "./save-offer.ts";

export const offerFormRouter = routes(offerFormWords);

servePage(offerFormRouter, offerContracts.newOfferPage, async ({ actor, query }) => {
  if (!(await findOwnCompany(actor))) return { to: "/employeur/inscription" };
  if (query.titre === "") return offerTitlePage();
  const typed = newOfferTyped(query.titre, understandOccupation(query.titre));
  return newForm(newId().toHexString(), typed, {});
});

serveForm(offerFormRouter, offerContracts.draftOffer, {
  handle: ({ actor, body: { formKey, ...form } }) => draftOffer(actor, formKey, form),
  done: ({ id }) => ({ to: `/employeur/offres/${id}`, notice: offerNotices.drafted }),
  again: (_input, { typed, errors }) => {
    const key = Id.safeParse(typed.formKey);
    return newForm(key.success ? key.data : newId().toHexString(), typed, errors);
  },
});

servePage(offerFormRouter, offerContracts.editOfferPage, async ({ actor, params }) => {
  const offer = await findEditable(actor, params.offerId);
  return editForm(offer, { version: String(offer.version), typed: offerTyped(offer, today()), errors: {} });
});

serveForm(offerFormRouter, offerContracts.editOffer, {
  handle: ({ actor, params, body }) => saveOffer(actor, params.offerId, body),
  done: ({ id }) => ({ to: `/employeur/offres/${id}`, notice: offerNotices.saved }),
  again: async ({ actor, params }, { typed, errors, failure }) => {
    const offer = await findEditable(actor, params.offerId);
    // Once told, the person has read what changed and may insist; before that, the form stays as old as it is.
    const version = failure.code === "stale-form" ? String(offer.version) : textOf(typed.version);
    return editForm(offer, { version, typed, errors });
  },
});

/** `again` is only reached by an actor the contract let in. */
const findEditable = async (actor: Actor, offerId: string): Promise<Offer> => {
  const { offer } = await findManagedOffer(actor as Member, offerId);
  if (!canEditOffer(actor, offer)) throw new Failure("conflict", "offer-not-editable");
  return offer;
};

type Shown = { typed: Typed; errors: Readonly<Record<string, string>> };

const newForm = (formKey: string, typed: Typed, errors: Shown["errors"]) =>
  offerFormPage({ offer: null, hidden: { formKey }, ...understoodIn(typed), typed, errors });

const editForm = (offer: Offer, { version, typed, errors }: Shown & { version: string }) =>
  offerFormPage({ offer, hidden: { version }, ...understoodIn(typed), typed, errors });

const understoodIn = (typed: Typed): { occupation: string | null; minimumWage: string } => ({
  occupation: understandOccupation(textOf(typed.occupation).slice(0, 200)),
  minimumWage: [
    `${sayEuros(minimumPay({ period: "hour", weeklyHours: 35, on: today() }))} par heure`,
    `${sayEuros(minimumPay({ period: "month", weeklyHours: 35, on: today() }))} par mois à 35 h`,
  ].join(", "),
});

const textOf = (typed: string | string[] | undefined): string => (typeof typed === "string" ? typed : "");
