import { cvNotices, cvWords } from "#client/cvs/cv-words.ts";
import { libraryAskedPage } from "#client/cvs/library-asked-page.tsx";
import { libraryCvPage } from "#client/cvs/library-cv-page.tsx";
import { libraryClosedPage, libraryPage } from "#client/cvs/library-page.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { findOwnCompany } from "#server/companies/find-company.ts";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { today } from "#server/platform/clock.ts";
import { anonymousCv } from "#shared/cvs/anonymous-cv.ts";
import { canSearchLibrary } from "#shared/cvs/cv-rules.ts";
import { type LibrarySearch, libraryContracts } from "#shared/cvs/library-contracts.ts";
import { isStaff, type Member } from "#shared/kernel/actor.ts";
import { askContact } from "./ask-contact.ts";
import { looksLeft } from "./count-look.ts";
import { requestsBy } from "./list-requests.ts";
import { openCv, seeCv } from "./open-cv.ts";
import { searchLibrary } from "./search-library.ts";
import { usualLicences } from "./usual-licences.ts";

export const libraryRouter = routes(cvWords);

servePage(libraryRouter, libraryContracts.libraryPage, ({ actor, query }) => listPage(actor, query));

servePage(libraryRouter, libraryContracts.askedPage, async ({ actor }) =>
  libraryAskedPage({ requests: await requestsBy(actor), today: today() }),
);

servePage(libraryRouter, libraryContracts.libraryCvPage, async ({ actor, params }) =>
  libraryCvPage({
    opened: await openCv(actor, params.cvId),
    employer: actor.role === "employer",
    typed: {},
    errors: {},
  }),
);

serveForm(libraryRouter, libraryContracts.askContact, {
  handle: ({ actor, params, body }) => askContact(actor, params.cvId, body.message),
  done: (_reply, { params }) => ({ to: `/cvtheque/${params.cvId}`, notice: cvNotices.asked }),
  // the CV was opened to write this: showing the form again is no second look
  again: async ({ actor, params }, { typed, errors }) => {
    const { cv, request } = await seeCv(actor, params.cvId);
    const opened = { sight: "anonymous" as const, cv: anonymousCv(cv), request };
    return libraryCvPage({ opened, employer: true, typed, errors });
  },
});

const listPage = async (actor: Member, search: LibrarySearch): Promise<Page> => {
  const company = await findOwnCompany(actor);
  if (!canSearchLibrary(actor, company)) return libraryClosedPage({ registered: company !== null });
  const { cards, understood, place, placeUnknown } = await searchLibrary(actor, company, search);
  const found = understood?.occupation ?? null;
  return libraryPage({
    cards,
    search,
    trade: understood && {
      label: found?.label ?? null,
      proposals: understood.occupation === null ? understood.proposals.map(({ label }) => label) : [],
    },
    placeName: place?.name ?? null,
    placeUnknown,
    usualLicences: usualLicences(found === null ? [] : [found.code]),
    looksLeft: isStaff(actor) ? null : await looksLeft(actor.accountId),
    today: today(),
  });
};
