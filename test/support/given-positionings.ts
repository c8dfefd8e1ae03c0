import { today } from "#server/platform/clock.ts";
import { signLink } from "#server/platform/signed-link.ts";
import { proposalLink } from "#server/positionings/answer-proposal.ts";
import { PositioningModel, toPositioning } from "#server/positionings/positioning-model.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { typedOffer } from "#test/offers/an-offer.ts";
import { aFormKey, givenRecruiter, type Recruiter } from "./given-companies.ts";
import { givenSeeker, type Seeker } from "./given-cvs.ts";
import type { House } from "./house.ts";
import { asks, givenPerson, type Person } from "./people.ts";

export type Desk = { officer: Person; recruiter: Recruiter; offerId: string };

/** What an officer types after a visit. */
export const typedExclusive = (companyId: string, typed: object = {}) => ({
  ...typedOffer,
  title: "Veilleur de nuit en résidence F/H",
  employerShown: "on",
  formKey: aFormKey(),
  companyId,
  requestContact: "Nadège Roux",
  requestChannel: "visit",
  requestOn: today(),
  ...typed,
});

/** An officer, a verified company with its account, and an exclusive offer recorded through the form. */
export const givenDesk = async (house: House, typed: object = {}): Promise<Desk> => {
  const officer = await givenPerson({ role: "officer", firstName: "Julie", lastName: "Faure" });
  const recruiter = await givenRecruiter("verified", "Fromagerie des Monts");
  return { officer, recruiter, offerId: await givenExclusive(house, officer, recruiter.companyId, typed) };
};

export const givenExclusive = async (
  house: House,
  officer: Person,
  companyId: string,
  typed: object = {},
): Promise<string> => {
  const sent = await asks(house, officer).post("/bureau/offres-exclusives", typedExclusive(companyId, typed));
  if (sent.status !== 303)
    throw new Error(`not recorded: ${sent.status} ${/class="wrong"[^>]*>([^<]*)/.exec(sent.text)?.[1]}`);
  await house.drain();
  return sent.headers.location?.split("/").at(-1) ?? "";
};

/** Somebody whom the officer has proposed for the offer. */
export const givenProposed = async (house: House, { officer, offerId }: Desk, seeker?: Seeker): Promise<Seeker> => {
  const person = seeker ?? (await givenSeeker());
  await asks(house, officer).post(`/bureau/offres-exclusives/${offerId}/propositions`, { cvIds: person.cvId });
  await house.drain();
  return person;
};

export const positioningOf = async (offerId: string, accountId: string): Promise<Positioning> => {
  const found = await PositioningModel.findOne({ offerId, accountId }).lean();
  if (!found) throw new Error("nobody was positioned");
  return toPositioning(found);
};

export const proposalPath = ({ id }: Pick<Positioning, "id">): string => `/propositions/${signLink(proposalLink, id)}`;

/** Takes a card one step further as this officer, and gives it as it then is. */
export const step = async (
  house: House,
  { officer, offerId }: Desk,
  seeker: Seeker,
  typed: { to: string } & Record<string, string>,
) => {
  const { id, version } = await positioningOf(offerId, seeker.id);
  const sent = await asks(house, officer).post(`/bureau/positionnements/${id}/etape`, { version, ...typed });
  await house.drain();
  return sent;
};
