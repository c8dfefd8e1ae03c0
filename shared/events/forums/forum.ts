import { z } from "zod";
import type { JobDating } from "#shared/events/job-dating.ts";
import { Id } from "#shared/kernel/ids.ts";

/** A forum is kept with the job datings: one door, one way to register, one list of halls. It has stands, no tables. */
export type Forum = JobDating & { readonly kind: "forum" };

export const isForum = (event: Pick<JobDating, "kind">): boolean => event.kind === "forum";

export const standKinds = ["company", "training", "other"] as const;
export type StandKind = (typeof standKinds)[number];

export const ForumTraining = z.object({ id: Id, title: z.string(), places: z.int().nullable() });
export type ForumTraining = z.infer<typeof ForumTraining>;

/** What a stand filled in the end, as its people said it three months later. */
export const StandFilled = z.object({ offers: z.int(), trainings: z.int(), at: z.iso.datetime() });

/** Who stands where, and what is offered there. */
export const Stand = z.object({
  id: Id,
  forumId: Id,
  number: z.int(),
  name: z.string(),
  kind: z.enum(standKinds),
  /** The company's file; null for a body that has none. */
  companyId: Id.nullable(),
  offerIds: z.array(Id),
  trainings: z.array(ForumTraining),
  filled: StandFilled.nullable(),
  version: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Stand = z.infer<typeof Stand>;

/** How far a contact went. The last three wish for more. */
export const contactOutcomes = ["talked", "trainingProposed", "cvTaken", "offerProposed", "meetAgain"] as const;
export type ContactOutcome = (typeof contactOutcomes)[number];

/** Somebody who stopped at a stand, or several people whom nobody named. */
export const ForumContact = z.object({
  id: Id,
  forumId: Id,
  standId: Id,
  companyId: Id.nullable(),
  /** Of the form or of the press: sent again, it is the same contact. */
  key: z.string(),
  people: z.int(),
  /** The visitor who gave their code; null for people counted. */
  registrationId: Id.nullable(),
  outcome: z.enum(contactOutcomes),
  offerId: Id.nullable(),
  trainingId: Id.nullable(),
  note: z.string().nullable(),
  /** What became of it. */
  positioningId: Id.nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type ForumContact = z.infer<typeof ForumContact>;

/** Somebody who came in and gave no name. */
export const UnnamedVisit = z.object({ id: Id, forumId: Id, key: z.string(), at: z.iso.datetime() });
export type UnnamedVisit = z.infer<typeof UnnamedVisit>;

export const satisfactions = ["good", "fair", "poor"] as const;
export type Satisfaction = (typeof satisfactions)[number];

/** What somebody answered at the way out; nothing in it says who. */
export const WayOutAnswer = z.object({
  id: Id,
  forumId: Id,
  key: z.string(),
  satisfaction: z.enum(satisfactions),
  metCompanies: z.boolean(),
  foundLead: z.boolean(),
  wellReceived: z.boolean(),
  wouldReturn: z.boolean(),
  comment: z.string().nullable(),
  at: z.iso.datetime(),
});
export type WayOutAnswer = z.infer<typeof WayOutAnswer>;
