import { Types } from "mongoose";
import { ApplicationModel } from "#server/applications/application-model.ts";
import { CvModel } from "#server/cvs/cv-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";
import { aCv } from "#test/cvs/a-cv.ts";
import { anOffer } from "#test/offers/an-offer.ts";
import { givenRecruiter, type Recruiter } from "#test/support/given-companies.ts";
import type { House } from "#test/support/house.ts";
import { keep } from "#test/support/open-store.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

const newId = (): string => new Types.ObjectId().toHexString();

let references = 6000;

/** A verified company and one person who signs in for it. */
export const givenEmployer = (name = "Les Tilleuls fictifs"): Promise<Recruiter> => givenRecruiter("verified", name);

export type KeptOffer = Offer & { readonly applyAt: string };

/** An offer of this company, open for a month unless said. */
export const givenOffer = async (companyId: string, given: Partial<Offer> = {}): Promise<KeptOffer> => {
  references += 1;
  const offer = anOffer({
    id: newId(),
    reference: references,
    sequence: references,
    companyId,
    expiresOn: addDays(today(), 30),
    ...given,
  });
  await keep(OfferModel, offer);
  return { ...offer, applyAt: `${offerAddress(offer)}/postuler` };
};

/** A candidate, with a CV unless null is given. */
export const givenCandidate = async (given: Partial<Cv> | null = {}): Promise<Person> => {
  const person = await givenPerson({ firstName: "Lina", lastName: "Fictive" });
  if (given) await keep(CvModel, aCv({ id: newId(), accountId: person.id, ...given }));
  return person;
};

export type Hiring = {
  readonly employer: Recruiter;
  readonly offer: KeptOffer;
  readonly candidate: Person;
  readonly id: string;
  readonly mine: string;
  readonly received: string;
};

/** Somebody applied, through the site, and the mails have left. */
export const givenApplication = async (house: House, message = "Je suis disponible."): Promise<Hiring> => {
  const employer = await givenEmployer();
  const offer = await givenOffer(employer.companyId);
  const candidate = await givenCandidate();
  const sent = await asks(house, candidate).post(offer.applyAt, { message });
  if (sent.status !== 303) throw new Error(`not applied: ${sent.status}`);
  await house.drain();
  const found = await ApplicationModel.findOne({ offerId: offer.id, accountId: candidate.id }).lean();
  const id = found?._id.toHexString() ?? "";
  return {
    employer,
    offer,
    candidate,
    id,
    mine: `/mes-candidatures/${id}`,
    received: `/employeur/candidatures/${id}`,
  };
};

export const statusOf = async (id: string): Promise<string | undefined> =>
  (await ApplicationModel.findById(id).lean())?.status;
