import { Types } from "mongoose";
import { openSession } from "#server/accounts/sessions.ts";
import { CompanyModel } from "#server/companies/company-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { now, setClock } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import type { CompanyStatus } from "#shared/companies/company.ts";
import { isSiret } from "#shared/companies/siret.ts";
import { tulle, typedOffer } from "#test/offers/an-offer.ts";
import type { House } from "./house.ts";
import { asks, givenPerson, type Person } from "./people.ts";

let count = 0;

/** A SIRET whose sum is right, another at each call. */
export const aSiret = (): string => {
  count += 1;
  const start = `7${String(count).padStart(12, "0")}`;
  return Array.from({ length: 10 }, (_, digit) => `${start}${digit}`).find(isSiret) ?? "";
};

export type Recruiter = Person & { readonly companyId: string };

/** Somebody signed in for a company of this status. */
export const givenRecruiter = async (
  status: CompanyStatus = "verified",
  name = "Atelier fictif",
): Promise<Recruiter> => {
  const _id = newId();
  await CompanyModel.create({
    _id,
    siret: aSiret(),
    name,
    commune: tulle,
    status,
    accompanied: false,
    createdAt: now(),
    updatedAt: now(),
  });
  const companyId = _id.toHexString();
  return { ...(await givenPerson({ role: "employer", companyId })), companyId };
};

export const aFormKey = (): string => newId().toHexString();

/** A draft written through the form. Gives its id. */
export const givenDraft = async (house: House, person: Person, typed: object = {}): Promise<string> => {
  const sent = await asks(house, person).post("/employeur/offres/nouvelle", {
    ...typedOffer,
    formKey: aFormKey(),
    ...typed,
  });
  if (sent.status !== 303) throw new Error(`not drafted: ${sent.status}`);
  return sent.headers.location?.split("/").at(-1) ?? "";
};

/** Presses a button of the offer's file. */
export const press = (house: House, person: Person, offerId: string, gesture: string, typed: object = {}) =>
  asks(house, person).post(`/employeur/offres/${offerId}/${gesture}`, typed);

export const givenPublished = async (house: House, person: Person, typed: object = {}): Promise<string> => {
  const offerId = await givenDraft(house, person, typed);
  await press(house, person, offerId, "publication");
  await house.drain();
  return offerId;
};

/** The same person, signed in again: days may have passed on the tests' clock. */
export const signedInAgain = async <Someone extends Person>(person: Someone): Promise<Someone> => {
  const account = { _id: new Types.ObjectId(person.id), role: person.role };
  return { ...person, cookie: `__Host-elan=${await openSession(account)}` };
};

/** Moves the tests' clock so many days on; `setClock()` brings it back. */
export const letDaysPass = (days: number): void => setClock(new Date(now().getTime() + days * 86_400_000));

export const offerOf = async (offerId: string) => {
  const offer = await OfferModel.findById(offerId).lean();
  if (!offer) throw new Error(`no offer ${offerId}`);
  return offer;
};
