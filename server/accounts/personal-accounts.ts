import { roleLabels } from "#client/accounts/account-words.ts";
import { mailKindLabels } from "#client/accounts/rights-words.ts";
import { forgetKeptForms } from "#server/http/kept-form.ts";
import { forgetAttempts } from "#server/http/rate-limit.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { eraseMailsAbout, eraseMailsTo, forgetMailsNaming } from "#server/platform/mail/forget.ts";
import { spokenPhone } from "#shared/accounts/phone.ts";
import { AccountModel } from "./account-model.ts";
import type { Person, PersonalPart } from "./personal-part.ts";
import { SecondFactorModel } from "./second-factor-model.ts";
import { SessionModel } from "./session-model.ts";
import { SignInCodeModel } from "./sign-in-code-model.ts";

/** The account itself, its sessions and codes. The account's own document is removed last, by `eraseAccount`. */
export const personalAccount: PersonalPart = {
  title: "Votre compte",
  read: async ({ accountId, email }) => {
    const [account, sessions, codes, factor] = await Promise.all([
      AccountModel.findById(accountId).lean(),
      SessionModel.find({ accountId }).lean(),
      SignInCodeModel.find({ email }).lean(),
      SecondFactorModel.findOne({ accountId }).lean(),
    ]);
    if (!account) return [];
    return [
      {
        Prénom: account.firstName,
        Nom: account.lastName,
        "Adresse mail": account.email,
        Téléphone: account.phone,
        Rôle: roleLabels[account.role],
        "Numéro du compte": accountId,
        "Créé le": account.createdAt.toISOString(),
        "Dernière visite": account.lastSeenAt?.toISOString() ?? null,
        "Rappel du matin": account.quietMorningsAt ? "arrêté par vous" : account.role === "officer" ? "envoyé" : null,
        "Mot de passe": account.passwordHash ? "oui, illisible pour nous" : "non",
        "Second code sur téléphone depuis le": factor?.confirmedAt?.toISOString() ?? null,
        "Appareils connectés": sessions.map(({ createdAt, seenAt }) => ({
          "Depuis le": createdAt.toISOString(),
          "Vu le": seenAt.toISOString(),
        })),
        "Codes de connexion demandés": codes.map(({ createdAt }) => createdAt.toISOString()),
      },
    ];
  },
  erase: async ({ accountId, email, phone, firstName, lastName }) => {
    await Promise.all([
      SessionModel.deleteMany({ accountId }),
      SignInCodeModel.deleteMany({ email }),
      SecondFactorModel.deleteMany({ accountId }),
    ]);
    await forgetAttempts([accountId, email]);
    await forgetKeptForms([email, ...(phone ? [phone] : []), `${firstName} ${lastName}`]);
  },
};

/** What was written to a person; its text is kept 30 days, then only that it left. */
export const personalMails: PersonalPart = {
  title: "Les mails que nous vous avons envoyés",
  read: async ({ email }) => {
    const mails = await DispatchModel.find({ to: email }).sort({ createdAt: -1 }).lean();
    return mails.map(({ kind, subject, createdAt, sentAt, text }) => ({
      Objet: subject,
      Sorte: mailKindLabels[kind] ?? kind,
      "Écrit le": createdAt.toISOString(),
      "Parti le": sentAt?.toISOString() ?? null,
      Texte: text || null,
    }));
  },
  erase: async (person) => {
    await eraseMailsTo(person.email);
    await eraseMailsAbout([person.email, ...phonesOf(person)]);
    await forgetMailsNaming(namesOf(person));
  },
};

const phonesOf = ({ phone }: Person): string[] => (phone ? [phone, spokenPhone(phone)] : []);

/** Whole, and as the desk and its mails shorten it; never a first name alone, which many share. */
const namesOf = ({ firstName, lastName }: Person): string[] => [
  `${firstName} ${lastName}`,
  `${firstName} ${lastName.charAt(0)}.`,
];
