import { contactRequestsPage } from "#client/cvs/contact-requests-page.tsx";
import { cvDetailsPage } from "#client/cvs/cv-details-page.tsx";
import { occupationLabel } from "#client/cvs/cv-facts.tsx";
import { cvFormPage } from "#client/cvs/cv-form-page.tsx";
import { cvPage, eraseCvPage } from "#client/cvs/cv-page.tsx";
import { cvViewsPage } from "#client/cvs/cv-views-page.tsx";
import { cvNotices, cvWords, savedForStaffNotice, savedNotice } from "#client/cvs/cv-words.ts";
import { blankCv, typedCv, typedDetails } from "#client/cvs/typed-cv.ts";
import type { Page } from "#client/kernel/layout.tsx";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import type { Typed } from "#server/http/typed.ts";
import { today } from "#server/platform/clock.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import { cvContracts } from "#shared/cvs/cv-contracts.ts";
import type { CvDraft } from "#shared/cvs/cv-draft.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { answerContact } from "./answer-contact.ts";
import { blockCompany, namesOfCompanies } from "./block-company.ts";
import { keptFileOf } from "./catcher/keep-file.ts";
import { completeCv } from "./complete-cv.ts";
import { setLibraryConsent } from "./consent-to-library.ts";
import { explainErrors } from "./explain-errors.ts";
import { cvOf, findCvOf } from "./find-cv.ts";
import { requestsTo } from "./list-requests.ts";
import { looksAt } from "./list-views.ts";
import { personOf } from "./open-cv.ts";
import { saveCv } from "./save-cv.ts";
import { usualLicences, usualSkills } from "./usual-licences.ts";
import { eraseCv, restoreCv, withdrawCv } from "./withdraw-cv.ts";

export const cvRouter = routes(cvWords);

servePage(cvRouter, cvContracts.myCvPage, async ({ actor, query }) =>
  (await findCvOf(actor.accountId))
    ? ownPage(actor, {})
    : formPage(actor, { typed: {}, errors: {}, next: query.suite }),
);

servePage(cvRouter, cvContracts.editCvPage, ({ actor }) => formPage(actor, { typed: {}, errors: {} }));

serveForm(cvRouter, cvContracts.saveCv, {
  handle: ({ actor, body }) => saveCv(actor, body),
  done: (cv, { query, body }) => ({
    to: query.suite ?? "/mes-pistes",
    notice: sayPosted(cv, body),
  }),
  again: ({ actor, query }, again) =>
    formPage(actor, { typed: again.typed, errors: explainErrors(again), next: query?.suite ?? null }),
});

servePage(cvRouter, cvContracts.detailsPage, ({ actor }) => detailsPage(actor, { errors: {} }));

serveForm(cvRouter, cvContracts.saveDetails, {
  handle: ({ actor, body }) => completeCv(actor, body),
  done: () => ({ to: "/mon-cv", notice: cvNotices.completed }),
  again: ({ actor }, again) => detailsPage(actor, { typed: again.typed, errors: explainErrors(again) }),
});

serveForm(cvRouter, cvContracts.openToLibrary, {
  handle: ({ actor }) => setLibraryConsent(actor, "anonymous"),
  done: () => ({ to: "/mon-cv", notice: cvNotices.opened }),
  again: ({ actor }, { errors }) => ownPage(actor, errors),
});

serveForm(cvRouter, cvContracts.closeToLibrary, {
  handle: ({ actor }) => setLibraryConsent(actor, "staff"),
  done: () => ({ to: "/mon-cv", notice: cvNotices.closed }),
});

serveForm(cvRouter, cvContracts.withdrawCv, {
  handle: ({ actor }) => withdrawCv(actor),
  done: () => ({ to: "/mon-cv", notice: cvNotices.withdrawn }),
});

serveForm(cvRouter, cvContracts.restoreCv, {
  handle: ({ actor }) => restoreCv(actor),
  done: () => ({ to: "/mon-cv", notice: cvNotices.restored }),
});

servePage(cvRouter, cvContracts.erasePage, async ({ actor }) => {
  await cvOf(actor.accountId);
  return eraseCvPage();
});

serveForm(cvRouter, cvContracts.eraseCv, {
  handle: ({ actor }) => eraseCv(actor),
  done: () => ({ to: "/mes-pistes", notice: cvNotices.erased }),
});

servePage(cvRouter, cvContracts.requestsPage, async ({ actor }) => {
  const [requests, cv] = await Promise.all([requestsTo(actor.accountId), findCvOf(actor.accountId)]);
  return contactRequestsPage({ requests, blocked: cv?.blockedCompanyIds ?? [], today: today() });
});

serveForm(cvRouter, cvContracts.answerRequest, {
  handle: ({ actor, params, body }) => answerContact(actor, params.requestId, body.answer),
  done: (_reply, { body }) => ({ to: "/mon-cv/demandes", notice: cvNotices[body.answer] }),
});

servePage(cvRouter, cvContracts.viewsPage, async ({ actor }) => {
  const [looks, cv] = await Promise.all([looksAt(actor.accountId), findCvOf(actor.accountId)]);
  return cvViewsPage({ looks, blocked: await namesOfCompanies(cv?.blockedCompanyIds ?? []), today: today() });
});

serveForm(cvRouter, cvContracts.blockCompany, {
  handle: ({ actor, body }) => blockCompany(actor, { companyId: body.companyId, blocked: body.blocked === "yes" }),
  done: (_reply, { body }) => ({
    to: "/mon-cv/visites",
    notice: body.blocked === "yes" ? cvNotices.blocked : cvNotices.unblocked,
  }),
});

/** Whether the choice was kept, or the box left empty. */
const sayPosted = (cv: Cv, { visibility }: Pick<CvDraft, "visibility">): string =>
  (cv.visibility === visibility ? savedNotice : savedForStaffNotice)(cv.occupations.map(occupationLabel));

const ownPage = async (actor: Member, errors: Readonly<Record<string, string>>): Promise<Page> => {
  const [cv, requests, looks, { phone }, file] = await Promise.all([
    cvOf(actor.accountId),
    requestsTo(actor.accountId),
    looksAt(actor.accountId),
    personOf(actor.accountId),
    keptFileOf(actor.accountId),
  ]);
  return cvPage({
    file,
    cv,
    name: `${actor.firstName} ${actor.lastName}`,
    email: actor.email,
    phone,
    today: today(),
    toAnswer: requests.filter(({ status }) => status === "asked").length,
    looks: looks.length,
    errors,
  });
};

type State = { typed: Typed; errors: Readonly<Record<string, string>> };
type FormState = State & { next?: string | null };

/** The version is always today's: what was typed on an older one is kept, shown, and sent again knowingly. */
const formPage = async (actor: Member, { typed, errors, next = null }: FormState): Promise<Page> => {
  const [cv, { phone }] = await Promise.all([findCvOf(actor.accountId), personOf(actor.accountId)]);
  const before = cv === null ? { ...blankCv, phone: phone ?? "" } : typedCv(cv, phone);
  return cvFormPage({
    version: cv?.version ?? 0,
    email: actor.email,
    next,
    usualLicences: usualLicences(cv?.occupations ?? []),
    typed: Object.keys(typed).length > 0 ? typed : before,
    errors,
  });
};

const detailsPage = async (actor: Member, { typed, errors }: Partial<State> & Pick<State, "errors">): Promise<Page> => {
  const cv = await cvOf(actor.accountId);
  return cvDetailsPage({
    version: cv.version,
    skills: usualSkills(cv.occupations, cv.skills),
    today: today(),
    typed: typed ?? typedDetails(cv),
    errors,
  });
};
