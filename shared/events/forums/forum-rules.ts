import type { JobDating } from "#shared/events/job-dating.ts";
import { endOf, startOf } from "#shared/events/slots.ts";
import { type Actor, isOfficer } from "#shared/kernel/actor.ts";
import { addMonths, type Day } from "#shared/kernel/calendar.ts";
import type { ContactOutcome, ForumContact, Stand } from "./forum.ts";

const hour = 3_600_000;

/** Sheets filled on paper are typed in the days that follow. */
const typedUntil = 14 * 24 * hour;

/** Stands are set up some hours before the door opens to visitors. */
const setUpBefore = 3 * hour;

type Hours = Pick<JobDating, "day" | "opens" | "closes" | "status">;

export const takesContacts = (forum: Hours, now: Date): boolean =>
  forum.status === "published" &&
  now.getTime() >= startOf(forum).getTime() - setUpBefore &&
  now.getTime() <= endOf(forum).getTime() + typedUntil;

const lateTablet = 24 * hour;

/** A tablet that was without network tells it the day after. */
export const takesWayOut = (forum: Hours, now: Date): boolean =>
  forum.status === "published" &&
  now.getTime() >= startOf(forum).getTime() - setUpBefore &&
  now.getTime() <= endOf(forum).getTime() + lateTablet;

/** Three months later each stand says what it filled. */
export const balanceDueOn = ({ day }: Pick<JobDating, "day">): Day => addMonths(day, 3);

export const mayBeFilled = (forum: Pick<JobDating, "day" | "status">, today: Day): boolean =>
  forum.status === "published" && forum.day <= today;

export const owesFilled = (stand: Pick<Stand, "filled" | "offerIds" | "trainings">): boolean =>
  stand.filled === null && stand.offerIds.length + stand.trainings.length > 0;

/** A company knows its own stands, and of the others neither whom they met nor what they said. */
export const canNoteContact = (actor: Actor, stand: Pick<Stand, "companyId">): boolean =>
  isOfficer(actor) || (actor.role === "employer" && stand.companyId !== null && actor.companyId === stand.companyId);

/** Both would like to go on: the person gave their code, the stand wishes for more. */
const wishesForMore: Readonly<Record<ContactOutcome, boolean>> = {
  talked: false,
  trainingProposed: false,
  cvTaken: true,
  offerProposed: true,
  meetAgain: true,
};

export const leadsToPositioning = (contact: Pick<ForumContact, "outcome" | "registrationId" | "offerId">): boolean =>
  wishesForMore[contact.outcome] && contact.registrationId !== null && contact.offerId !== null;
