import type { VNode } from "preact";
import { officerSheetPage, type SheetForm } from "#client/companies/officer-sheet-page.tsx";
import { officerCompanyNotices, officerCompanyWords } from "#client/companies/officer-words.ts";
import { sheetEditPage, sheetTyped } from "#client/companies/sheet-edit-page.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { type Routes, routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { type Again, serveForm } from "#server/http/serve-form.ts";
import { today } from "#server/platform/clock.ts";
import type { Company } from "#shared/companies/company.ts";
import { officerCompanyContracts } from "#shared/companies/officer-contracts.ts";
import { companySheetContracts } from "#shared/companies/sheet-contracts.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { isThere } from "./find-company.ts";
import { keptInsteadOf, openMergeOf } from "./merge/merge-companies.ts";
import { dormantSince } from "./officer-companies.ts";
import { addContact, editContact, printOf, removeContact, sheetOf } from "./officer-contacts.ts";
import { addCompanyNote, finishAction, planAction } from "./officer-thread.ts";
import { editSheet, sisterCompanies } from "./sheet-edit.ts";
import { addAgreement, addNeed, meetNeed, removeAgreement } from "./sheet-needs.ts";

/** What later slices tell on a sheet: offers and positionings, and how they name the people of the thread. */
export type SheetParts = {
  readonly more: (companyId: string) => Promise<VNode>;
  readonly authors: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};

type Shown = { typed: Again["typed"]; errors: Again["errors"]; again: SheetForm; editing: string | null };

const nothingTyped: Shown = { typed: {}, errors: {}, again: null, editing: null };

/** The sheet of a company, with every form on it. */
export const companySheetRouter = (parts: SheetParts): Routes => {
  const router = routes(officerCompanyWords);
  const page = sheetWith(parts);
  servePage(router, officerCompanyContracts.sheetPage, async ({ actor, params, query }) => {
    const shown = { ...nothingTyped, editing: query.contact };
    // A file that became one with another is found there, as long as it is not two again.
    if (await isThere(params.companyId)) return page(actor, params.companyId, shown);
    const kept = await keptInsteadOf(params.companyId);
    return kept === null ? page(actor, params.companyId, shown) : { to: `/bureau/entreprises/${kept}` };
  });
  serveContacts(router, page);
  serveThread(router, page);
  serveNeeds(router, page);
  serveAgreements(router, page);
  serveEditing(router);
  return router;
};

type SheetPage = (actor: Member, companyId: string, shown: Shown) => Promise<Page>;

const sheetWith =
  ({ more, authors }: SheetParts): SheetPage =>
  async (actor, companyId, shown) => {
    const company = await sheetOf(actor, companyId);
    const [names, sisters, merge, told] = await Promise.all([
      authors(company.notes.map(({ by }) => by)),
      sisterCompanies(company),
      openMergeOf(companyId),
      more(companyId),
    ]);
    return officerSheetPage({
      company,
      authors: names,
      sisters,
      merge,
      prints: new Map(company.contacts.map((contact) => [contact.id, printOf(contact)])),
      dormant: isDormant(company),
      today: today(),
      more: told,
      ...shown,
    });
  };

type AboutCompany = { readonly actor: Member; readonly params: { readonly companyId: string } };

const formAgain =
  (page: SheetPage, again: SheetForm) =>
  ({ actor, params }: AboutCompany, { typed, errors }: Again): Promise<Page> =>
    page(actor, params.companyId, { typed, errors, again, editing: null });

const serveContacts = (router: Routes, page: SheetPage): void => {
  serveForm(router, officerCompanyContracts.addContact, {
    handle: ({ actor, params, body }) => addContact(actor, params.companyId, body),
    done: (_reply, { params }) => toSheet(params.companyId, officerCompanyNotices.contactKept),
    again: ({ actor, params }, { typed, errors }) =>
      page(actor, params.companyId, { typed, errors, again: "contact", editing: "new" }),
  });

  serveForm(router, officerCompanyContracts.editContact, {
    handle: ({ actor, params, body }) => editContact(actor, params, body),
    done: (_reply, { params }) => toSheet(params.companyId, officerCompanyNotices.contactKept),
    again: ({ actor, params }, { typed, errors }) =>
      page(actor, params.companyId, { typed, errors, again: "contact", editing: params.contactId }),
  });

  serveForm(router, officerCompanyContracts.removeContact, {
    handle: ({ actor, params }) => removeContact(actor, params.companyId, params.contactId),
    done: (_reply, { params }) => toSheet(params.companyId, officerCompanyNotices.contactRemoved),
  });
};

const serveThread = (router: Routes, page: SheetPage): void => {
  serveForm(router, officerCompanyContracts.addNote, {
    handle: ({ actor, params, body }) => addCompanyNote(actor, params.companyId, body),
    done: (_reply, { params }) => toSheet(params.companyId, officerCompanyNotices.noted),
    again: formAgain(page, "note"),
  });

  serveForm(router, officerCompanyContracts.planAction, {
    handle: ({ actor, params, body }) => planAction(actor, params.companyId, body),
    done: (_reply, { params }) => toSheet(params.companyId, officerCompanyNotices.planned),
    again: formAgain(page, "action"),
  });

  serveForm(router, officerCompanyContracts.finishAction, {
    handle: ({ actor, params, body }) => finishAction(actor, params.companyId, body),
    done: (_reply, { params }) => toSheet(params.companyId, officerCompanyNotices.finished),
    again: ({ actor, params }, { errors }) => page(actor, params.companyId, { ...nothingTyped, errors }),
  });
};

const serveNeeds = (router: Routes, page: SheetPage): void => {
  serveForm(router, companySheetContracts.addNeed, {
    handle: ({ actor, params, body }) => addNeed(actor, params.companyId, body),
    done: (_reply, { params }) => toSheet(params.companyId, officerCompanyNotices.needKept, "#besoins"),
    again: formAgain(page, "need"),
  });

  serveForm(router, companySheetContracts.meetNeed, {
    handle: ({ actor, params }) => meetNeed(actor, params.companyId, params.needId),
    done: (_reply, { params }) => toSheet(params.companyId, officerCompanyNotices.needMet, "#besoins"),
  });
};

const serveAgreements = (router: Routes, page: SheetPage): void => {
  serveForm(router, companySheetContracts.addAgreement, {
    handle: ({ actor, params, body }) => addAgreement(actor, params.companyId, body),
    done: (_reply, { params }) => toSheet(params.companyId, officerCompanyNotices.agreementKept, "#accords"),
    again: formAgain(page, "agreement"),
  });

  serveForm(router, companySheetContracts.removeAgreement, {
    handle: ({ actor, params }) => removeAgreement(actor, params.companyId, params.agreementId),
    done: (_reply, { params }) => toSheet(params.companyId, officerCompanyNotices.agreementRemoved, "#accords"),
  });
};

const serveEditing = (router: Routes): void => {
  servePage(router, companySheetContracts.editPage, async ({ actor, params }) => {
    const company = await sheetOf(actor, params.companyId);
    return sheetEditPage({ company, version: company.updatedAt, typed: sheetTyped(company), errors: {} });
  });

  serveForm(router, companySheetContracts.edit, {
    handle: ({ actor, params, body }) => editSheet(actor, params.companyId, body),
    done: (_reply, { params }) => toSheet(params.companyId, officerCompanyNotices.saved),
    again: async ({ actor, params }, { typed, errors, failure }) => {
      const company = await sheetOf(actor, params.companyId);
      const version = failure.code === "stale-form" ? company.updatedAt : String(typed.version ?? company.updatedAt);
      return sheetEditPage({ company, version, typed, errors });
    },
  });
};

const isDormant = ({ status, lastContactAt, createdAt }: Company): boolean =>
  status === "verified" && new Date(lastContactAt ?? createdAt) < dormantSince();

const toSheet = (companyId: string, notice: string, part = "") => ({
  to: `/bureau/entreprises/${companyId}${part}`,
  notice,
});
