import { datingWords } from "#client/events/dating-words.ts";
import { forumNewPage } from "#client/events/forums/forum-new-page.tsx";
import { forumNotices, forumWords } from "#client/events/forums/forum-words.ts";
import { standNewPage } from "#client/events/forums/stand-new-page.tsx";
import { standPage } from "#client/events/forums/stand-page.tsx";
import { standSheetsPage } from "#client/events/forums/stand-sheets-page.tsx";
import { listCompanies } from "#server/companies/officer-companies.ts";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { type Again, serveForm } from "#server/http/serve-form.ts";
import { newId } from "#server/platform/fields.ts";
import { site } from "#server/platform/site.ts";
import { CompanyListQuery } from "#shared/companies/officer-contracts.ts";
import { forumContracts } from "#shared/events/forums/forum-contracts.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Id } from "#shared/kernel/ids.ts";
import { createForum } from "./create-forum.ts";
import { fillStand } from "./fill-stand.ts";
import { findForum } from "./find-forum.ts";
import { noteContact } from "./note-contact.ts";
import { publicStands, readStand } from "./read-forum.ts";
import { addStand, addTraining, editStand, removeStand, removeTraining } from "./run-stands.ts";
import { takeBackContact } from "./take-back-contact.ts";

export const forumRouter = routes({ ...datingWords, ...forumWords });

type Shown = Pick<Again, "typed" | "errors">;
const nothingTyped: Shown = { typed: {}, errors: {} };

/** The id that a new thing will have: its form sent twice is one thing. */
const newKey = (): string => newId().toHexString();

servePage(forumRouter, forumContracts.newPage, () => forumNewPage({ formKey: newKey(), ...nothingTyped }));

serveForm(forumRouter, forumContracts.create, {
  handle: ({ actor, body: { formKey, ...form } }) => createForum(actor, formKey, form),
  done: ({ id }) => ({ to: `/bureau/evenements/${id}`, notice: forumNotices.created }),
  again: (_input, again) => forumNewPage({ formKey: Id.safeParse(again.typed.formKey).data ?? newKey(), ...again }),
});

const showNewStand = async (actor: Member, { forumId, q }: { forumId: string; q: string }, shown: Shown) => {
  const forum = await findForum(actor, forumId);
  const companies = q === "" ? [] : (await listCompanies(CompanyListQuery.parse({ q }))).items;
  return standNewPage({ forum, q, companies, newKey, ...shown });
};

servePage(forumRouter, forumContracts.standNewPage, ({ actor, params, query }) =>
  showNewStand(actor, { forumId: params.forumId, q: query.q }, nothingTyped),
);

serveForm(forumRouter, forumContracts.addStand, {
  handle: async ({ actor, params: { forumId }, body: { formKey, ...form } }) => ({
    forumId,
    ...(await addStand(actor, { forumId, formKey }, form)),
  }),
  done: ({ forumId, id }) => toStand({ forumId, standId: id }, forumNotices.standAdded),
  again: ({ actor, params }, again) => showNewStand(actor, { forumId: params.forumId, q: "" }, again),
});

type Where = { readonly forumId: string; readonly standId: string };

const toStand = ({ forumId, standId }: Where, notice: string) => ({
  to: `/bureau/forums/${forumId}/stands/${standId}`,
  notice,
});

const showStand = async (actor: Member, where: Where, shown: Shown) =>
  standPage({ ...(await readStand(actor, where)), newKey, ...shown });

servePage(forumRouter, forumContracts.standPage, ({ actor, params }) => showStand(actor, params, nothingTyped));

serveForm(forumRouter, forumContracts.editStand, {
  handle: ({ actor, params, body }) => editStand(actor, params, body),
  done: (_nothing, { params }) => toStand(params, forumNotices.standEdited),
  again: ({ actor, params }, again) => showStand(actor, params, again),
});

serveForm(forumRouter, forumContracts.addTraining, {
  handle: ({ actor, params, body: { formKey, ...form } }) => addTraining(actor, { ...params, formKey }, form),
  done: (_nothing, { params }) => toStand(params, forumNotices.trainingAdded),
  again: ({ actor, params }, again) => showStand(actor, params, again),
});

serveForm(forumRouter, forumContracts.removeTraining, {
  handle: ({ actor, params }) => removeTraining(actor, params),
  done: (_nothing, { params }) => toStand(params, forumNotices.trainingRemoved),
  again: ({ actor, params }, again) => showStand(actor, params, again),
});

serveForm(forumRouter, forumContracts.removeStand, {
  handle: ({ actor, params }) => removeStand(actor, params),
  done: (_nothing, { params }) => ({
    to: `/bureau/evenements/${params.forumId}`,
    notice: forumNotices.standRemoved,
  }),
  again: ({ actor, params }, again) => showStand(actor, params, again),
});

serveForm(forumRouter, forumContracts.noteContact, {
  handle: ({ actor, params, body: { formKey, ...form } }) => noteContact(actor, { ...params, formKey }, form),
  done: (_nothing, { params }) => toStand(params, forumNotices.contactNoted),
  again: ({ actor, params }, again) => showStand(actor, params, again),
});

serveForm(forumRouter, forumContracts.removeContact, {
  handle: ({ actor, params }) => takeBackContact(actor, params),
  done: (_nothing, { params }) => toStand(params, forumNotices.contactRemoved),
  again: ({ actor, params }, again) => showStand(actor, params, again),
});

serveForm(forumRouter, forumContracts.fill, {
  handle: ({ actor, params, body }) => fillStand(actor, params, body),
  done: (_nothing, { params }) => toStand(params, forumNotices.filled),
  again: ({ actor, params }, again) => showStand(actor, params, again),
});

servePage(forumRouter, forumContracts.sheets, async ({ actor, params: { forumId } }) =>
  standSheetsPage({
    forum: await findForum(actor, forumId),
    stands: await publicStands(forumId),
    site: site().publicUrl,
  }),
);
