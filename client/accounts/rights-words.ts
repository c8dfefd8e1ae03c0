/** What each kind of mail is, as the person who got it names it. */
export const mailKindLabels: Readonly<Record<string, string>> = {
  "sign-in-code": "Code de connexion",
  welcome: "Bienvenue",
  "application-receipt": "Reçu d’une candidature",
  "application-received": "Candidature reçue",
  "application-step": "Suite d’une candidature",
  "contact-request": "Demande de contact",
  "contact-answer": "Réponse à une demande de contact",
  "positioning-proposal": "Offre proposée par le Département",
  "positioning-step": "Suite d’une proposition",
  "dating-registration": "Inscription à un job dating",
  "dating-invitation": "Invitation à un job dating",
  "alert-confirmation": "Confirmation d’une alerte",
  "alert-digest": "Alerte",
  "offer-expiring": "Fin prochaine d’une offre",
  "offer-state": "Suite d’une offre",
  "company-state": "Suite pour votre entreprise",
  "late-actions": "Rappel des actions dépassées",
  "account-state": "Ouverture ou fermeture du compte",
  "retention-notice": "Compte bientôt effacé",
};

export const rightsWords: Readonly<Record<string, string>> = {
  "confirmation:required": "Écrivez le mot effacer pour continuer.",
  "type-the-word": "Écrivez le mot effacer, rien d’autre.",
  "no-other-admin": "Vous êtes le seul administrateur. Nommez-en un autre d’abord.",
  "link-is-over": "Ce lien n’est plus valable. Connectez-vous : cela garde aussi votre compte.",
};

export const rightsNotices = {
  leavingAsked: "Votre demande est partie aux administrateurs.",
  kept: "C’est noté : votre compte est gardé.",
} as const;
