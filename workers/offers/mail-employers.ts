import type { Mail } from "#client/kernel/mail.tsx";
import { AccountModel } from "#server/accounts/account-model.ts";
import { dispatchFew } from "#server/platform/mail/dispatch.ts";
import type { MailKind } from "#server/platform/mail/mail-kinds.ts";
import { sayMail } from "#server/platform/mail/say-mail.ts";
import type { Offer } from "#shared/offers/offer.ts";

type Letter = { key: string; kind: MailKind; mail: Mail; uselessAfter?: Date };

/** Writes to every open account of the company: colleagues share its offers. The same key is one mail to each. */
export const mailEmployers = async ({ companyId }: Pick<Offer, "companyId">, letter: Letter): Promise<void> => {
  const { key, kind, mail, ...life } = letter;
  const employers = await AccountModel.find({ companyId, role: "employer", status: "active" }, { email: 1 }).lean();
  const said = sayMail(mail);
  await dispatchFew(
    employers.map(({ _id, email }) => ({ dedupeKey: `${key}-${String(_id)}`, kind, to: email, ...said, ...life })),
  );
};
