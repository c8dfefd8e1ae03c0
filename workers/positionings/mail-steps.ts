import type { Mail } from "#client/kernel/mail.tsx";
import {
  hiredMail,
  interviewMail,
  proposalMail,
  refusedMail,
  selectedMail,
  shortListMail,
  withdrawnMail,
} from "#client/positionings/positioning-mails.tsx";
import { AccountModel } from "#server/accounts/account-model.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { sayMail } from "#server/platform/mail/say-mail.ts";
import { signLink } from "#server/platform/signed-link.ts";
import { proposalLink } from "#server/positionings/answer-proposal.ts";
import { PositioningModel, toPositioning } from "#server/positionings/positioning-model.ts";
import type { Account } from "#shared/accounts/account.ts";
import { dayOf } from "#shared/kernel/calendar.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { isOpen } from "#shared/offers/offer-life.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { consentDeadline } from "#shared/positionings/positioning-board.ts";
import { hasConsented } from "#shared/positionings/positioning-rules.ts";
import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";

/** Tells whoever a step concerns; `detail` is "status-hand". A step that is no longer true is told to nobody. */
export const mailStep = async (positioningId: string, detail: string): Promise<void> => {
  const found = await readAll(positioningId);
  const effect = found?.effects.find(({ kind }) => kind === `mail/${detail}`);
  const [status = "", hand = ""] = detail.split("-");
  if (!found || !effect || found.positioning.status !== status) return;
  const key = `positioning-${positioningId}-${effect.key}`;
  if (status === "withdrawn") return hand === "officer" || hand === "candidate" ? tellCompany(found, key) : undefined;
  const mail = toCandidate[found.positioning.status]?.(found);
  if (!mail) return;
  const kind = status === "proposed" ? "positioning-proposal" : "positioning-step";
  await dispatchMail({ dedupeKey: key, kind, to: found.person.email, ...lifeOf(found), ...sayMail(mail) });
};

/** Once the interview is past, there is nothing left to tell of its hour. */
const lifeOf = ({ positioning: { status, interviewAt } }: Found): { uselessAfter?: Date } =>
  status === "interviewPlanned" && interviewAt !== null ? { uselessAfter: new Date(interviewAt) } : {};

/** One mail for all the names that left together, to each account of the company. */
export const mailShortList = async (positioningId: string, batch: string): Promise<void> => {
  const found = await readAll(positioningId);
  if (!found) return;
  const { offer } = found;
  // All of the batch still owe it: the first to be performed speaks for all.
  const owing = { "effects.kind": `short-list/${batch}` };
  const count = await PositioningModel.countDocuments({ offerId: offer.id, status: "submitted", ...owing });
  if (count === 0) return;
  const mail = shortListMail({ offerTitle: offer.title, count });
  await mailCompany(offer.companyId, { key: `short-list-${batch}`, mail });
};

type Found = { positioning: Positioning; offer: Offer; person: Pick<Account, "email" | "firstName" | "lastName"> };

const readAll = async (id: string): Promise<(Found & { effects: { key: string; kind: string }[] }) | null> => {
  const document = await PositioningModel.findById(id).lean();
  if (!document) return null;
  const [offer, person] = await Promise.all([
    OfferModel.findById(document.offerId).lean(),
    AccountModel.findOne({ _id: document.accountId, status: "active" }).lean(),
  ]);
  if (!offer || !person) return null;
  return { positioning: toPositioning(document), offer: toOffer(offer), person, effects: document.effects };
};

const step = ({ offer, person }: Found) => ({
  firstName: person.firstName,
  offerTitle: offer.title,
  companyName: offer.companyName,
});

const toCandidate: Partial<Record<PositioningStatus, (found: Found) => Mail | null>> = {
  proposed: ({ positioning, offer, person }) =>
    isOpen(offer, today())
      ? proposalMail({
          firstName: person.firstName,
          offer,
          companyName: offer.employerShown || hasConsented(positioning) ? offer.companyName : null,
          link: `/propositions/${signLink(proposalLink, positioning.id)}`,
          answerBefore: consentDeadline(dayOf(new Date(positioning.statusAt))),
        })
      : null,
  interviewPlanned: (found) =>
    found.positioning.interviewAt === null
      ? null
      : interviewMail({
          ...step(found),
          at: found.positioning.interviewAt,
          place: found.positioning.interviewPlace ?? found.offer.commune.name,
        }),
  refused: (found) => refusedMail(step(found)),
  selected: (found) => selectedMail(step(found)),
  hired: (found) =>
    found.positioning.startsOn === null ? null : hiredMail({ ...step(found), startsOn: found.positioning.startsOn }),
};

/** Only a company that had the name learns that the person stops. */
const tellCompany = async ({ positioning, offer, person }: Found, key: string): Promise<void> => {
  if (!positioning.steps.some(({ status }) => status === "submitted")) return;
  const mail = withdrawnMail({ personName: `${person.firstName} ${person.lastName}`, offerTitle: offer.title });
  await mailCompany(offer.companyId, { key, mail });
};

/** Each account of a company, once a key. */
const mailCompany = async (companyId: string, { key, mail }: { key: string; mail: Mail }): Promise<void> => {
  const accounts = await AccountModel.find({ companyId, role: "employer", status: "active" }, { email: 1 }).lean();
  for (const { _id, email: to } of accounts)
    await dispatchMail({ dedupeKey: `${key}-${_id}`, kind: "positioning-step", to, ...sayMail(mail) });
};
