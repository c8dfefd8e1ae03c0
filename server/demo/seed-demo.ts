import { AccountModel } from "#server/accounts/account-model.ts";
import { hashPassword } from "#server/accounts/passwords.ts";
import { AlertModel } from "#server/alerts/alert-model.ts";
import { ApplicationModel } from "#server/applications/application-model.ts";
import { CompanyModel } from "#server/companies/company-model.ts";
import { CvModel } from "#server/cvs/cv-model.ts";
import { ActionModel, ParticipationModel } from "#server/events/actions/action-model.ts";
import { ForumContactModel, StandModel, UnnamedVisitModel, WayOutModel } from "#server/events/forums/forum-model.ts";
import { JobDatingModel, RegistrationModel } from "#server/events/job-dating-model.ts";
import { VerdictModel } from "#server/events/verdict-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { setSequence } from "#server/platform/sequence.ts";
import { AccompanimentModel } from "#server/positionings/accompaniment-model.ts";
import { InterviewFeedbackModel } from "#server/positionings/interview-feedback-model.ts";
import { PositioningModel } from "#server/positionings/positioning-model.ts";
import { chance } from "./chance.ts";
import { demoAccount, demoCandidates, demoPassword, demoPeople, demoRecruiters } from "./demo-accounts.ts";
import { demoActions } from "./demo-actions.ts";
import { demoCompanies } from "./demo-companies.ts";
import { demoCvs } from "./demo-cvs.ts";
import { demoEvents } from "./demo-events.ts";
import { demoFollowed } from "./demo-followed.ts";
import { demoForums } from "./demo-forums.ts";
import { demoHistory } from "./demo-history.ts";
import { demoLand, mainTowns } from "./demo-land.ts";
import { demoOffers } from "./demo-offers.ts";
import { demoPositionings } from "./demo-positionings.ts";
import { demoAlerts, demoApplications } from "./demo-traces.ts";
import { demoTwins } from "./demo-twins.ts";

export type DemoSize = { readonly territory: string; readonly offers?: number; readonly cvs?: number };

/** Fills an empty store with visibly fictional people and houses, all dated from today. A store in use is left alone. */
export const seedDemo = async ({
  territory,
  offers: offerCount = 400,
  cvs: cvCount = 300,
}: DemoSize): Promise<boolean> => {
  if (await AccountModel.exists({})) return false;
  const luck = chance(19);
  const land = demoLand(territory, luck);
  const towns = mainTowns(territory);
  const town = towns[0] ?? land();
  const passwordHash = await hashPassword(demoPassword);
  const staff = demoPeople.map((person) => ({ ...demoAccount({ ...person, days: 200 }), passwordHash }));
  const [lina, recruiter, officer] = staff;
  if (!lina || !recruiter || !officer) return false;
  const companies = demoCompanies(luck, { land, towns, officerId: officer._id });
  recruiter.companyId = companies[0]?._id ?? null;
  const offers = demoOffers(luck, { companies, createdBy: recruiter._id, count: offerCount });
  const candidates = [lina, ...demoCandidates(luck, cvCount - 1)];
  const cvs = demoCvs(luck, {
    people: candidates,
    land,
    home: town,
    offers,
  });
  const exclusive = offers.filter((offer) => offer.exclusive && offer.status === "published");
  const positionings = demoPositionings(luck, { offers: exclusive, cvs, officerId: officer._id });
  const counsellor = staff.find(({ role }) => role === "counsellor") ?? officer;
  const followed = demoFollowed({ positionings, counsellorId: counsellor._id });
  const past = demoHistory(chance(41), {
    offers: offers.filter((offer) => offer.exclusive),
    cvs,
    companies,
    officerId: officer._id,
    town,
    lastReference: offerCount,
  });
  await fill(
    CompanyModel,
    [...companies, ...demoTwins(companies)].map(({ hires: _hires, ...company }) => company),
  );
  await fill(OfferModel, [...offers, ...past.offers]);
  await fill(CvModel, cvs);
  await fill(ApplicationModel, demoApplications(luck, { offers, cvs }));
  await fill(PositioningModel, [...positionings, ...past.positionings]);
  await fill(InterviewFeedbackModel, followed.feedback);
  await fill(AccompanimentModel, followed.accompaniments);
  const events = demoEvents(chance(7), {
    companies,
    offers: exclusive,
    people: candidates,
    officerId: officer._id,
    town,
  });
  const forums = demoForums(chance(31), {
    companies,
    offers,
    positionings,
    people: candidates,
    officerId: officer._id,
    town,
  });
  await fill(JobDatingModel, [...events.datings, ...forums.forums]);
  const group = demoActions(chance(23), { people: candidates, officerId: officer._id, town });
  await fill(ActionModel, [...group.actions, ...past.actions]);
  await fill(ParticipationModel, [...group.participations, ...past.participations]);
  await fill(RegistrationModel, [...events.registrations, ...forums.registrations]);
  await fill(StandModel, forums.stands);
  await fill(ForumContactModel, forums.contacts);
  await fill(UnnamedVisitModel, forums.unnamed);
  await fill(WayOutModel, forums.wayOuts);
  await fill(VerdictModel, events.verdicts);
  await fill(AlertModel, demoAlerts(luck, { offers, people: candidates, cursor: offerCount }));
  await setSequence("offers", offerCount);
  await setSequence("offer-references", offerCount + past.offers.length);
  // Last: accounts are what says that the store is in use, so a start that was cut here begins again.
  await fill(AccountModel, [...staff, ...candidates.slice(1), ...demoRecruiters(luck, companies)]);
  return true;
};

type AnyModel = {
  readonly collection: {
    readonly deleteMany: (filter: object) => Promise<unknown>;
    readonly insertMany: (documents: never[]) => Promise<unknown>;
  };
};

/** In batches: one command of 20 000 documents would hold the store longer than its clients wait for a heartbeat. */
const fill = async ({ collection }: AnyModel, documents: readonly object[]): Promise<void> => {
  await collection.deleteMany({});
  for (let from = 0; from < documents.length; from += batch)
    await collection.insertMany(documents.slice(from, from + batch) as never[]); // this folder types them as the model's documents
};

const batch = 500;
