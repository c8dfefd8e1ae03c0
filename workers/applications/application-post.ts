import type { Mail } from "#client/kernel/mail.tsx";
import { AccountModel } from "#server/accounts/account-model.ts";
import { ApplicationModel, toApplication } from "#server/applications/application-model.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import type { MailKind } from "#server/platform/mail/mail-kinds.ts";
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

export const writeToCandidate = async ({ candidate }: Case, { key, kind, mail }: Letter): Promise<void> => {
  if (candidate.open) await dispatchMail({ dedupeKey: key, kind, to: candidate.email, ...sayMail(mail) });
};

/** Every open account of the company gets one; the key is completed by whose it is. */
export const writeToCompany = async (companyId: string, { key, kind, mail }: Letter): Promise<void> => {
  const colleagues = await AccountModel.find({ companyId, role: "employer", status: "active" }, { email: 1 }).lean();
  for (const { _id, email } of colleagues)
    await dispatchMail({ dedupeKey: `${key}-${_id.toHexString()}`, kind, to: email, ...sayMail(mail) });
};
