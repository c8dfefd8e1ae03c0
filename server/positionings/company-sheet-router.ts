import { officerSheetPage, type SheetForm } from "#client/companies/officer-sheet-page.tsx";
import { officerCompanyNotices, officerCompanyWords } from "#client/companies/officer-words.ts";
import { companyPart } from "#client/positionings/company-part.tsx";
import { shortName } from "#client/positionings/positioning-words.ts";
import { dormantSince } from "#server/companies/officer-companies.ts";
import { addContact, editContact, printOf, removeContact, sheetOf } from "#server/companies/officer-contacts.ts";
import { addCompanyNote, finishAction, planAction } from "#server/companies/officer-thread.ts";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { type Again, serveForm } from "#server/http/serve-form.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import { not } from "#server/platform/filter.ts";
import type { Company } from "#shared/companies/company.ts";
import { officerCompanyContracts } from "#shared/companies/officer-contracts.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { describeCards, moment, namesOf } from "./describe-cards.ts";
import { PositioningModel, toPositioning } from "./positioning-model.ts";

/** A company's sheet shows its offers and positionings: it is served here, where they are known. */
export const companySheetRouter = routes(officerCompanyWords);

const shownOffers = 12;
const shownCards = 20;

type Shown = { typed: Again["typed"]; errors: Again["errors"]; again: SheetForm; editing: string | null };

const nothingTyped: Shown = { typed: {}, errors: {}, again: null, editing: null };

const sheetPage = async (actor: Member, companyId: string, shown: Shown) => {
  const company = await sheetOf(actor, companyId);
  const [offers, positionings, authors] = await Promise.all([
    OfferModel.find({ companyId, status: not("draft") })
      .sort({ createdAt: -1 })
      .limit(shownOffers)
      .lean(),
    PositioningModel.find({ companyId }).sort({ statusAt: -1 }).limit(shownCards).lean(),
    namesOf(company.notes.map(({ by }) => by)),
  ]);
  return officerSheetPage({
    company,
    authors: new Map([...authors].map(([id, person]) => [id, shortName(person)])),
    prints: new Map(company.contacts.map((contact) => [contact.id, printOf(contact)])),
    dormant: isDormant(company),
    today: today(),
    more: companyPart({
      companyId,
      offers: offers.map(toOffer),
      cards: await describeCards(positionings.map(toPositioning)),
      at: moment(),
    }),
    ...shown,
  });
};

const isDormant = ({ status, lastContactAt, createdAt }: Company): boolean =>
  status === "verified" && new Date(lastContactAt ?? createdAt) < dormantSince();

const toSheet = (companyId: string, notice: string, part = "") => ({
  to: `/bureau/entreprises/${companyId}${part}`,
  notice,
});

servePage(companySheetRouter, officerCompanyContracts.sheetPage, ({ actor, params, query }) =>
  sheetPage(actor, params.companyId, { ...nothingTyped, editing: query.contact }),
);

serveForm(companySheetRouter, officerCompanyContracts.addContact, {
  handle: ({ actor, params, body }) => addContact(actor, params.companyId, body),
  done: (_reply, { params }) => toSheet(params.companyId, officerCompanyNotices.contactKept),
  again: ({ actor, params }, { typed, errors }) =>
    sheetPage(actor, params.companyId, { typed, errors, again: "contact", editing: "new" }),
});

serveForm(companySheetRouter, officerCompanyContracts.editContact, {
  handle: ({ actor, params, body }) => editContact(actor, params, body),
  done: (_reply, { params }) => toSheet(params.companyId, officerCompanyNotices.contactKept),
  again: ({ actor, params }, { typed, errors }) =>
    sheetPage(actor, params.companyId, { typed, errors, again: "contact", editing: params.contactId }),
});

serveForm(companySheetRouter, officerCompanyContracts.removeContact, {
  handle: ({ actor, params }) => removeContact(actor, params.companyId, params.contactId),
  done: (_reply, { params }) => toSheet(params.companyId, officerCompanyNotices.contactRemoved),
});

serveForm(companySheetRouter, officerCompanyContracts.addNote, {
  handle: ({ actor, params, body }) => addCompanyNote(actor, params.companyId, body),
  done: (_reply, { params }) => toSheet(params.companyId, officerCompanyNotices.noted),
  again: ({ actor, params }, { typed, errors }) =>
    sheetPage(actor, params.companyId, { typed, errors, again: "note", editing: null }),
});

serveForm(companySheetRouter, officerCompanyContracts.planAction, {
  handle: ({ actor, params, body }) => planAction(actor, params.companyId, body),
  done: (_reply, { params }) => toSheet(params.companyId, officerCompanyNotices.planned),
  again: ({ actor, params }, { typed, errors }) =>
    sheetPage(actor, params.companyId, { typed, errors, again: "action", editing: null }),
});

serveForm(companySheetRouter, officerCompanyContracts.finishAction, {
  handle: ({ actor, params, body }) => finishAction(actor, params.companyId, body),
  done: (_reply, { params }) => toSheet(params.companyId, officerCompanyNotices.finished),
  again: ({ actor, params }, { errors }) => sheetPage(actor, params.companyId, { ...nothingTyped, errors }),
});
