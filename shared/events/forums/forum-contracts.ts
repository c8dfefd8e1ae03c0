import { z } from "zod";
import { JobDatingForm } from "#shared/events/officer-dating-contracts.ts";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { choice, listOf, optionalText, optionalWholeNumber, text, wholeNumber } from "#shared/kernel/input.ts";
import { plainText } from "#shared/kernel/plain-text.ts";
import { ContactForm } from "./contact-contracts.ts";
import { standKinds } from "./forum.ts";

const officers = ["officer", "admin"] as const;
const forumParams = z.object({ forumId: Id });
const standParams = z.object({ forumId: Id, standId: Id });
const version = wholeNumber({ min: 0, max: 1_000_000 });
const optionalId = () =>
  z.preprocess((typed) => (typed === "" ? undefined : typed), Id.optional()).transform((id) => id ?? null);

export const ForumForm = JobDatingForm.pick({
  title: true,
  description: true,
  place: true,
  commune: true,
  day: true,
  opens: true,
  closes: true,
  capacity: true,
});
export type ForumForm = z.infer<typeof ForumForm>;

/** A company is named by its file; any other body by its name. */
export const StandForm = z.object({
  companyId: optionalId(),
  name: plainText(optionalText({ max: 120 })),
  kind: choice(standKinds),
  number: optionalWholeNumber({ min: 1, max: 500 }),
});
export type StandForm = z.infer<typeof StandForm>;

export const StandEdit = z.object({
  name: plainText(text({ min: 2, max: 120 })),
  number: wholeNumber({ min: 1, max: 500 }),
  offerIds: listOf(Id, { max: 60 }),
  version,
});
export type StandEdit = z.infer<typeof StandEdit>;

export const TrainingForm = z.object({
  trainingTitle: plainText(text({ min: 3, max: 160 })),
  trainingPlaces: optionalWholeNumber({ min: 1, max: 1000 }),
});
export type TrainingForm = z.infer<typeof TrainingForm>;

export const FilledForm = z.object({
  filledOffers: wholeNumber({ min: 0, max: 1000 }),
  filledTrainings: wholeNumber({ min: 0, max: 1000 }),
});
export type FilledForm = z.infer<typeof FilledForm>;

/** What an officer prepares: a forum, its stands, what each offers, and what came of it three months later. */
export const forumContracts = {
  newPage: contract({
    method: "get",
    path: "/bureau/forums/nouveau",
    access: officers,
    summary: "The form that creates a forum",
    reply: "page",
  }),
  create: contract({
    method: "post",
    path: "/bureau/forums",
    access: officers,
    summary: "Create a forum",
    body: ForumForm.extend({ formKey: Id }),
    reply: "page",
  }),
  sheets: contract({
    method: "get",
    path: "/bureau/forums/:forumId/feuilles",
    access: officers,
    summary: "One sheet a stand to print: its offers and its trainings",
    params: forumParams,
    reply: "page",
  }),
  standNewPage: contract({
    method: "get",
    path: "/bureau/forums/:forumId/nouveau-stand",
    access: officers,
    summary: "Find a company for a stand, or type the name of a body",
    params: forumParams,
    query: z.object({ q: z.string().trim().max(100).catch("").default("") }),
    reply: "page",
  }),
  addStand: contract({
    method: "post",
    path: "/bureau/forums/:forumId/stands",
    access: officers,
    summary: "Add a stand to a forum",
    params: forumParams,
    body: StandForm.extend({ formKey: Id }),
    reply: "page",
  }),
  standPage: contract({
    method: "get",
    path: "/bureau/forums/:forumId/stands/:standId",
    access: officers,
    summary: "One stand: its offers and trainings, its contacts, what it filled",
    params: standParams,
    reply: "page",
  }),
  editStand: contract({
    method: "post",
    path: "/bureau/forums/:forumId/stands/:standId",
    access: officers,
    summary: "Change a stand's number, name and offers",
    params: standParams,
    body: StandEdit,
    reply: "page",
  }),
  addTraining: contract({
    method: "post",
    path: "/bureau/forums/:forumId/stands/:standId/formations",
    access: officers,
    summary: "Add a training that is proposed at a stand",
    params: standParams,
    body: TrainingForm.extend({ formKey: Id }),
    reply: "page",
  }),
  removeTraining: contract({
    method: "post",
    path: "/bureau/forums/:forumId/stands/:standId/formations/:trainingId/retrait",
    access: officers,
    summary: "Take a training off a stand",
    params: standParams.extend({ trainingId: Id }),
    reply: "page",
  }),
  removeStand: contract({
    method: "post",
    path: "/bureau/forums/:forumId/stands/:standId/retrait",
    access: officers,
    summary: "Take a stand without contact off a forum",
    params: standParams,
    reply: "page",
  }),
  noteContact: contract({
    method: "post",
    path: "/bureau/forums/:forumId/stands/:standId/contacts",
    access: officers,
    summary: "Note people who stopped at a stand, or one by their code",
    params: standParams,
    body: ContactForm.extend({ formKey: Id }),
    reply: "page",
  }),
  removeContact: contract({
    method: "post",
    path: "/bureau/forums/:forumId/stands/:standId/contacts/:forumContactId/retrait",
    access: officers,
    summary: "Take back a contact noted by mistake, as long as nothing followed",
    params: standParams.extend({ forumContactId: Id }),
    reply: "page",
  }),
  fill: contract({
    method: "post",
    path: "/bureau/forums/:forumId/stands/:standId/bilan",
    access: officers,
    summary: "Write down how many offers and trainings a stand filled",
    params: standParams,
    body: FilledForm,
    reply: "page",
  }),
} as const;
