import { AccountModel } from "#server/accounts/account-model.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import type { Application } from "#shared/applications/application.ts";
import { canNudge, nudgeAfterDays } from "#shared/applications/application-rules.ts";
import type {
  AppliedOffer,
  MyApplication,
  Nudge,
  ReceivedApplication,
} from "#shared/applications/application-sights.ts";
import { isOpenApplication } from "#shared/applications/application-transitions.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { addDays, dayOf } from "#shared/kernel/calendar.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";
import { canSeeEmployer } from "#shared/offers/offer-rules.ts";

/** A candidate's applications, each with its offer as the candidate may know it. */
export const describeMine = async (actor: Member, applications: readonly Application[]): Promise<MyApplication[]> => {
  const offers = await offersOf(actor, applications);
  return applications.map((application) => mine(actor, application, offers));
};

export const describeOneOfMine = async (actor: Member, application: Application): Promise<MyApplication> =>
  mine(actor, application, await offersOf(actor, [application]));

/** A company's applications, each with its candidate's name. */
export const describeReceived = async (
  actor: Member,
  applications: readonly Application[],
): Promise<ReceivedApplication[]> => {
  const [offers, names] = await Promise.all([offersOf(actor, applications), namesOf(applications)]);
  return applications.map((application) => received(application, offers, names));
};

export const describeOneReceived = async (actor: Member, application: Application): Promise<ReceivedApplication> =>
  received(application, await offersOf(actor, [application]), await namesOf([application]));

type Offers = ReadonlyMap<string, AppliedOffer>;
type Names = ReadonlyMap<string, Pick<ReceivedApplication, "firstName" | "lastName">>;

const mine = (actor: Member, application: Application, offers: Offers): MyApplication => ({
  ...common(application, offers),
  nudge: nudgeOf(actor, application),
});

const received = (application: Application, offers: Offers, names: Names): ReceivedApplication => ({
  ...common(application, offers),
  ...(names.get(application.accountId) ?? { firstName: "Compte", lastName: "supprimé" }),
});

const common = (application: Application, offers: Offers) => ({
  id: application.id,
  status: application.status,
  steps: application.steps,
  message: application.message,
  answerText: application.answerText,
  refusalReason: application.refusalReason,
  interviewAt: application.interviewAt,
  nextDeadline: application.nextDeadline,
  sentOn: sentOn(application),
  offer: offers.get(application.offerId) ?? goneOffer,
});

/** An offer that was erased since. */
const goneOffer: AppliedOffer = {
  reference: 0,
  title: "Offre supprimée",
  communeName: "",
  employer: null,
  address: "/offres",
};

export const sentOn = ({ createdAt }: Pick<Application, "createdAt">) => dayOf(new Date(createdAt));

export const describeOffer = (actor: Member, offer: Offer): AppliedOffer => ({
  reference: offer.reference,
  title: offer.title,
  communeName: offer.commune.name,
  employer: canSeeEmployer(actor, offer) ? offer.companyName : null,
  address: offerAddress(offer),
});

const offersOf = async (actor: Member, applications: readonly Application[]): Promise<Offers> => {
  const documents = await OfferModel.find({ _id: anyOf(applications.map(({ offerId }) => offerId)) }).lean();
  return new Map(documents.map(toOffer).map((offer) => [offer.id, describeOffer(actor, offer)]));
};

const namesOf = async (applications: readonly Application[]): Promise<Names> => {
  const accountIds = anyOf(applications.map(({ accountId }) => accountId));
  const accounts = await AccountModel.find({ _id: accountIds }, { firstName: 1, lastName: 1 }).lean();
  return new Map(accounts.map(({ _id, firstName, lastName }) => [_id.toHexString(), { firstName, lastName }]));
};

const nudgeOf = (actor: Member, application: Application): Nudge => {
  const sent = sentOn(application);
  if (application.nudgedAt) return { state: "done", on: dayOf(new Date(application.nudgedAt)) };
  if (canNudge(actor, application, { sentOn: sent, today: today() })) return { state: "now" };
  if (!isOpenApplication(application.status)) return { state: "no" };
  return { state: "from", on: addDays(sent, nudgeAfterDays) };
};
