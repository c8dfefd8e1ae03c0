import type { Mail } from "#client/kernel/mail.tsx";
import { AccountModel } from "#server/accounts/account-model.ts";
import { ApplicationModel, toApplication } from "#server/applications/application-model.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import type { MailKind } from "#server/platform/mail/mail-kinds.ts";
import type { OutgoingMail } from "#server/platform/mail/outgoing-mail.ts";
import { sayMail } from "#server/platform/mail/say-mail.ts";
import type { Application } from "#shared/applications/application.ts";
import type { Offer } from "#shared/offers/offer.ts";

export type Case = {
  readonly application: Application;
  readonly offer: Offer;
  readonly candidate: { readonly firstName: string; readonly email: string; readonly open: boolean };
};

/** The truth of an application as it is now; null when a part of it was erased. */
export const readCase = async (applicationId: string): Promise<Case | null> => {
  const document = await ApplicationModel.findById(applicationId).lean();
  if (!document) return null;
  const [offer, account] = await Promise.all([
    OfferModel.findById(document.offerId).lean(),
    AccountModel.findById(document.accountId).lean(),
  ]);
  if (!offer || !account) return null;
  const { firstName, email, status } = account;
  return {
    application: toApplication(document),
    offer: toOffer(offer),
    candidate: { firstName, email, open: status === "active" },
  };
};

type Letter = { readonly key: string; readonly kind: MailKind; readonly mail: Mail };

export const toCandidate = ({ candidate }: Case, { key, kind, mail }: Letter): OutgoingMail[] =>
  candidate.open ? [{ dedupeKey: key, kind, to: candidate.email, ...sayMail(mail) }] : [];

/** Every open account of the company gets one; the key is completed by whose it is. */
export const toCompany = async (companyId: string, { key, kind, mail }: Letter): Promise<OutgoingMail[]> => {
  const colleagues = await AccountModel.find({ companyId, role: "employer", status: "active" }, { email: 1 }).lean();
  const said = sayMail(mail);
  return colleagues.map(({ _id, email }) => ({ dedupeKey: `${key}-${_id.toHexString()}`, kind, to: email, ...said }));
};
