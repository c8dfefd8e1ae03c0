import mongoose from "mongoose";
import { AlertModel } from "#server/alerts/alert-model.ts";
import { ContactRequestModel } from "#server/cvs/contact-request-model.ts";
import { CvModel } from "#server/cvs/cv-model.ts";
import { ActionModel, ParticipationModel } from "#server/events/actions/action-model.ts";
import { now, today } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { AccompanimentModel } from "#server/positionings/accompaniment-model.ts";
import { InterviewFeedbackModel } from "#server/positionings/interview-feedback-model.ts";
import { PositioningModel } from "#server/positionings/positioning-model.ts";
import { offerSlug } from "#shared/offers/offer-address.ts";
import { givenApplication } from "#test/applications/given-hiring.ts";
import { anAction, aParticipation } from "#test/events/an-action.ts";
import { aPositioning } from "#test/positionings/a-positioning.ts";
import { givenOwnFair, givenOwnStand } from "./given-datings.ts";
import type { House } from "./house.ts";
import { keep } from "./open-store.ts";
import type { Person } from "./people.ts";

export type EveryThing = {
  readonly candidate: Person;
  readonly employer: Person;
  /** What stands for each `:name` in an address: a real one where there is such a thing. */
  readonly params: Readonly<Record<string, string>>;
};

/** One of each thing a person or a company may own, all of the same two owners. */
export const givenEveryThing = async (house: House): Promise<EveryThing> => {
  const { employer, candidate, offer, id: applicationId } = await givenApplication(house, "canari-5150");
  const cvId = String((await CvModel.findOne({ accountId: candidate.id }).lean())?._id);
  const [requestId, alertId, positioningId] = [newId(), newId(), newId()].map(String) as [string, string, string];
  const owners = { accountId: candidate.id, companyId: employer.companyId, offerId: offer.id, cvId };
  await ContactRequestModel.create({
    ...owners,
    _id: requestId,
    companyName: "Les Tilleuls fictifs",
    employerAccountId: employer.id,
    message: "canari-5151",
    status: "asked",
    askedAt: now(),
  });
  await AlertModel.create({
    _id: alertId,
    accountId: candidate.id,
    email: candidate.email,
    label: "canari-5152",
    query: { text: "aide-soignant", withoutCar: false },
    frequency: "daily",
    status: "active",
    cursor: 0,
    createdAt: now(),
  });
  await keep(PositioningModel, aPositioning("submitted", { ...owners, id: positioningId, version: 1 }));
  const accompanimentId = newId().toHexString();
  await AccompanimentModel.create({
    _id: accompanimentId,
    accountId: candidate.id,
    counsellorId: newId(),
    status: "asked",
    askedAt: now(),
    statusAt: now(),
  });
  const [actionId, stepId, participationId] = [newId(), newId(), newId()].map(String) as [string, string, string];
  const step = { id: stepId, kind: "cvWorkshop", day: today(), place: null } as const;
  await keep(ActionModel, anAction({ id: actionId, steps: [step] }));
  await keep(ParticipationModel, aParticipation({ id: participationId, actionId, accountId: candidate.id }));
  const feedbackId = newId().toHexString();
  await InterviewFeedbackModel.create({
    _id: feedbackId,
    positioningId,
    accountId: candidate.id,
    side: "candidate",
    interviewAt: now(),
    askedAt: now(),
    callAt: now(),
    calls: 0,
  });
  const { forumId, standId, forumContactId } = await givenOwnStand(owners);
  const { datingId: jobDatingId, registrationId } = await givenOwnFair(owners, candidate.email);
  const nobody = "0".repeat(24);
  return {
    candidate,
    employer,
    params: {
      ...owners,
      id: offer.id,
      slug: offerSlug(offer),
      applicationId,
      requestId,
      alertId,
      positioningId,
      jobDatingId,
      registrationId,
      forumId,
      standId,
      forumContactId,
      trainingId: nobody,
      feedbackId,
      accompanimentId,
      actionId,
      stepId,
      participationId,
      contactId: nobody,
      needId: nobody,
      importId: nobody,
      otherId: nobody,
      mergeId: nobody,
      agreementId: nobody,
      codeId: nobody,
      dispatchId: nobody,
      mailId: nobody,
      token: `${nobody}.${"x".repeat(32)}`,
      indicator: "hires",
      answer: "refus",
      name: "follow-applications",
      queue: "routine",
      jobId: "1",
    },
  };
};

/** A contract's address with its parameters filled in; a parameter nobody knows is an error of the test. */
export const addressOf = (path: string, params: Readonly<Record<string, string>>): string =>
  path.replace(/:(\w+)/g, (_all, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`say in test/support/every-thing.ts what stands for :${name}`);
    return value;
  });

/** Every document of every collection, as text: what must not have changed. */
export const everyDocument = async (without: readonly string[] = []): Promise<Record<string, string>> => {
  const { db } = mongoose.connection;
  if (!db) throw new Error("no store");
  const names = (await db.listCollections().toArray())
    .map(({ name }) => name)
    .filter((name) => !without.includes(name));
  const texts = await Promise.all(
    names.map(async (name) =>
      mongoose.mongo.BSON.EJSON.stringify(await db.collection(name).find().sort({ _id: 1 }).toArray()),
    ),
  );
  return Object.fromEntries(names.map((name, at) => [name, texts[at] ?? ""]));
};

/** The collections that differ between two looks; one that appears empty is no change. */
export const changedBetween = (before: Record<string, string>, after: Record<string, string>): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => (before[name] ?? "[]") !== (after[name] ?? "[]"),
  );
