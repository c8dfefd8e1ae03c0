import type { Types } from "mongoose";
import type { Mail } from "#client/kernel/mail.tsx";
import { AccountModel } from "#server/accounts/account-model.ts";
import { type ApplicationDocument, toApplication } from "#server/applications/application-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import type { MailKind } from "#server/platform/mail/mail-kinds.ts";
import type { OutgoingMail } from "#server/platform/mail/outgoing-mail.ts";
import { sayMail } from "#server/platform/mail/say-mail.ts";
import { partReader } from "#server/platform/stored.ts";
import type { Application } from "#shared/applications/application.ts";
import { Offer } from "#shared/offers/offer.ts";

const told = partReader(Offer, ["title", "companyName", "employerShown", "status"]);

export type Case = {
  readonly application: Application;
  readonly offer: ReturnType<typeof told.read>;
  readonly candidate: { readonly firstName: string; readonly email: string; readonly open: boolean };
  readonly colleagues: readonly Colleague[];
};

/** An open account of the company. */
type Colleague = { readonly id: string; readonly email: string };

/** What is said of an application: its offer and its people as they are now; null when a part of it was erased. */
export const readCase = async (document: ApplicationDocument): Promise<Case | null> => {
  const { offerId, accountId, companyId } = document;
  const [offer, people] = await Promise.all([
    OfferModel.findById(offerId, told.fields).lean(),
    AccountModel.find({ $or: [{ _id: accountId }, employersOf(companyId)] }, named).lean(),
  ]);
  const account = people.find(({ _id }) => _id.equals(accountId));
  if (!offer || !account) return null;
  const { firstName, email, status } = account;
  return {
    application: toApplication(document),
    offer: told.read(offer),
    candidate: { firstName, email, open: status === "active" },
    colleagues: people.filter(({ _id }) => !_id.equals(accountId)).map(toColleague),
  };
};

const named = { firstName: 1, email: 1, status: 1 } as const;

const employersOf = (companyId: Types.ObjectId | string) =>
  ({ companyId, role: "employer", status: "active" }) as const;

const toColleague = ({ _id, email }: { _id: Types.ObjectId; email: string }): Colleague => ({
  id: _id.toHexString(),
  email,
});

export const colleaguesOf = async (companyId: string): Promise<readonly Colleague[]> =>
  (await AccountModel.find(employersOf(companyId), { email: 1 }).lean()).map(toColleague);

type Letter = { readonly key: string; readonly kind: MailKind; readonly mail: Mail };

export const toCandidate = ({ candidate }: Case, { key, kind, mail }: Letter): OutgoingMail[] =>
  candidate.open ? [{ dedupeKey: key, kind, to: candidate.email, ...sayMail(mail) }] : [];

/** Every open account of the company gets one; the key is completed by whose it is. */
export const toColleagues = (colleagues: readonly Colleague[], { key, kind, mail }: Letter): OutgoingMail[] => {
  const said = sayMail(mail);
  return colleagues.map(({ id, email }) => ({ dedupeKey: `${key}-${id}`, kind, to: email, ...said }));
};
