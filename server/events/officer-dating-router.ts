import { datingNotices, datingWords } from "#client/events/dating-words.ts";
import { forumPage } from "#client/events/forums/forum-page.tsx";
import { forumWords } from "#client/events/forums/forum-words.ts";
import { officerDatingPage } from "#client/events/officer-dating-page.tsx";
import { officerEditDatingPage, officerEditPricePage } from "#client/events/officer-edit-page.tsx";
import { officerDatingsPage } from "#client/events/officer-list-page.tsx";
import { officerNewDatingPage } from "#client/events/officer-new-page.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import { CompanyModel } from "#server/companies/company-model.ts";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { type Again, serveForm } from "#server/http/serve-form.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { now, today } from "#server/platform/clock.ts";
import { anyOf, atLeast } from "#server/platform/filter.ts";
import type { EditPrice } from "#shared/events/edit-dating.ts";
import { isForum } from "#shared/events/forums/forum.ts";
import { isOver } from "#shared/events/job-dating-rules.ts";
import { officerDatingContracts } from "#shared/events/officer-dating-contracts.ts";
import type { Actor } from "#shared/kernel/actor.ts";
import { cancelFor } from "./answer-registration.ts";
import { createJobDating } from "./create-job-dating.ts";
import { editDating } from "./edit-dating.ts";
import { findToRun, listForDesk, peopleOf } from "./find-job-dating.ts";
import { readForum } from "./forums/read-forum.ts";
import { inviteByMatch, invitePerson } from "./invite-people.ts";
import { hallPath } from "./read-hall.ts";
import { addDatingCompany, changeTables, moveJobDating } from "./run-job-dating.ts";

export const officerDatingRouter = routes({ ...datingWords, ...forumWords });

const contracts = officerDatingContracts;

servePage(officerDatingRouter, contracts.listPage, async () =>
  officerDatingsPage({ rows: await listForDesk(), today: today() }),
);

type FormAgain = Pick<Again, "typed" | "errors">;

const showNew = async ({ typed, errors }: FormAgain) =>
  officerNewDatingPage({ typed, errors, offers: await exclusiveChoices() });

servePage(officerDatingRouter, contracts.newPage, () => showNew({ typed: {}, errors: {} }));

serveForm(officerDatingRouter, contracts.create, {
  handle: ({ actor, body }) => createJobDating(actor, body),
  done: ({ id }) => ({ to: `/bureau/evenements/${id}`, notice: datingNotices.created }),
  again: (_input, again) => showNew(again),
});

const show = async (actor: Actor, jobDatingId: string, { typed, errors }: FormAgain) => {
  const dating = await findToRun(actor, jobDatingId);
  if (isForum(dating)) return forumPage({ ...(await readForum(dating)), errors });
  const companies = await companyChoices(dating.companies.map(({ companyId }) => companyId));
  const over = isOver(dating, now());
  const facts = { dating, companies, over, today: today(), hall: hallPath(dating.id) };
  return officerDatingPage({ ...facts, ...(await peopleOf(dating)), typed, errors });
};

servePage(officerDatingRouter, contracts.page, ({ actor, params }) =>
  show(actor, params.jobDatingId, { typed: {}, errors: {} }),
);

const back = (jobDatingId: string, notice: string) => ({ to: `/bureau/evenements/${jobDatingId}`, notice });

const showEdit = async (actor: Actor, jobDatingId: string, again: FormAgain) =>
  officerEditDatingPage({ dating: await findToRun(actor, jobDatingId), ...again });

servePage(officerDatingRouter, contracts.editPage, ({ actor, params }) =>
  showEdit(actor, params.jobDatingId, { typed: {}, errors: {} }),
);

serveForm(officerDatingRouter, contracts.edit, {
  handle: ({ actor, params, body }) => editDating(actor, params.jobDatingId, body),
  done: (_nothing, { params }) => back(params.jobDatingId, datingNotices.edited),
  again: async ({ actor, params }, { typed, errors, failure }) => {
    if (failure.code !== "ask-first") return showEdit(actor, params.jobDatingId, { typed, errors });
    const price = failure.facts.price as EditPrice; // editDating put it there with this code
    return officerEditPricePage({ dating: await findToRun(actor, params.jobDatingId), typed, price });
  },
});

serveForm(officerDatingRouter, contracts.addCompany, {
  handle: ({ actor, params, body }) => addDatingCompany(actor, { ...params, version: body.version }, body),
  done: (_nothing, { params }) => back(params.jobDatingId, datingNotices.companyAdded),
  again: ({ actor, params }, again) => show(actor, params.jobDatingId, again),
});

serveForm(officerDatingRouter, contracts.changeTables, {
  handle: ({ actor, params, body }) => changeTables(actor, { ...params, version: body.version }, body),
  done: (_nothing, { params }) => back(params.jobDatingId, datingNotices.tablesChanged),
  again: ({ actor, params }, { errors }) => show(actor, params.jobDatingId, { typed: {}, errors }),
});

serveForm(officerDatingRouter, contracts.publish, {
  handle: ({ actor, params, body }) => moveJobDating(actor, { ...params, version: body.version }, "published"),
  done: ({ id }) => back(id, datingNotices.published),
  again: ({ actor, params }, again) => show(actor, params.jobDatingId, again),
});

serveForm(officerDatingRouter, contracts.cancel, {
  handle: ({ actor, params, body }) => moveJobDating(actor, { ...params, version: body.version }, "cancelled"),
  done: ({ id }) => back(id, datingNotices.cancelled),
  again: ({ actor, params }, again) => show(actor, params.jobDatingId, again),
});

const sayInvited = ({ invited }: { invited: number }): string =>
  invited === 0 ? "Personne de plus à inviter." : `${sayCount(invited, "personne invitée", "personnes invitées")}.`;

serveForm(officerDatingRouter, contracts.invite, {
  handle: ({ actor, params, body }) => invitePerson(actor, params.jobDatingId, body.email),
  done: (reply, { params }) => back(params.jobDatingId, sayInvited(reply)),
  again: ({ actor, params }, again) => show(actor, params.jobDatingId, again),
});

serveForm(officerDatingRouter, contracts.inviteByMatch, {
  handle: ({ actor, params, body }) => inviteByMatch(actor, params.jobDatingId, body.perOffer),
  done: (reply, { params }) => back(params.jobDatingId, sayInvited(reply)),
  again: ({ actor, params }, again) => show(actor, params.jobDatingId, again),
});

serveForm(officerDatingRouter, contracts.removePerson, {
  handle: ({ actor, params }) => cancelFor(actor, params),
  done: (_nothing, { params }) => back(params.jobDatingId, datingNotices.personLeft),
  again: ({ actor, params }, again) => show(actor, params.jobDatingId, again),
});

/** The exclusive offers somebody is still sought for. */
const exclusiveChoices = async () => {
  const open = { exclusive: true, status: "published", expiresOn: atLeast(today()) } as const;
  const offers = await OfferModel.find(open, { title: 1, companyId: 1 }).sort({ createdAt: -1 }).limit(80).lean();
  const ids = offers.map(({ companyId }) => companyId.toHexString());
  const companies = await CompanyModel.find({ _id: anyOf(ids) }, { name: 1 }).lean();
  const names = new Map(companies.map(({ _id, name }) => [_id.toHexString(), name]));
  return offers.map(({ _id, title, companyId }) => ({
    value: _id.toHexString(),
    label: `${title}, ${names.get(companyId.toHexString()) ?? ""}`,
  }));
};

const companyChoices = async (there: readonly string[]) => {
  const companies = await CompanyModel.find({ status: "verified" }, { name: 1, commune: 1 }).sort({ name: 1 }).lean();
  return companies
    .map(({ _id, name, commune }) => ({ value: _id.toHexString(), label: `${name}, ${commune.name}` }))
    .filter(({ value }) => !there.includes(value));
};
