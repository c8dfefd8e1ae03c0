/** Refusals of the accounts slice, as people read them. */
export const accountWords: Readonly<Record<string, string>> = {
  "email:required": "Donnez votre adresse mail.",
  "firstName:required": "Écrivez votre prénom.",
  "lastName:required": "Écrivez votre nom.",
  "code:required": "Recopiez le code du mail.",
  "sign-in-first": "Connectez-vous pour continuer.",
  "code-is-six-digits": "Le code a 6 chiffres. Recopiez-le depuis le mail.",
  "code-is-wrong": "Ce code n’est pas le bon. Regardez le dernier mail reçu.",
  "code-is-over": "Ce code n’est plus valable. Demandez-en un autre.",
  "link-is-over": "Ce lien a déjà servi ou il est trop ancien. Demandez un nouveau code.",
  "second-factor-is-wrong": "Ce code n’est pas le bon. Attendez le suivant sur votre téléphone, puis recopiez-le.",
  "second-factor-is-over": "Trop de temps ou d’essais. Connectez-vous de nouveau.",
  "second-factor-unreadable": "Votre téléphone doit être enregistré de nouveau. Demandez-le à un administrateur.",
  "password-is-wrong": "L’adresse ou le mot de passe n’est pas le bon. Vous pouvez demander un code par mail.",
  "password-is-guessable": "Ce mot de passe est facile à deviner. Choisissez par exemple quatre mots sans lien.",
  "password-too-short-for-staff": "Pour un agent du Département : 15 caractères au moins.",
  "reminder-link-is-over": "Ce lien n’est plus valable. Connectez-vous, puis ouvrez « Mon compte ».",
  "account-disabled": "Ce compte est fermé. Appelez-nous pour savoir pourquoi.",
  "email-taken": "Un compte existe déjà avec cette adresse.",
  "not-on-yourself": "Vous ne pouvez pas changer votre propre compte. Demandez à un autre administrateur.",
};

export const reminderNotices = {
  yes: "Vous recevrez de nouveau le rappel du matin.",
  no: "C’est noté. Vous ne recevrez plus le rappel du matin.",
} as const;

/** What the next page says once it is done. */
export const accountNotices = {
  codeSentAgain: "Un nouveau code est parti. L’ancien ne marche plus.",
  signedOut: "Vous avez quitté votre espace. À bientôt.",
  signedOutEverywhere: "Tous vos appareils sont déconnectés.",
  passwordChanged: "Votre mot de passe est enregistré. Vos autres appareils sont déconnectés.",
  accountCreated: "Le compte est créé. La personne se connecte avec un code reçu par mail.",
  roleChanged: "Le rôle est changé. La personne doit se reconnecter.",
  secondFactorReset: "Le téléphone est oublié. La personne en enregistre un autre à sa prochaine connexion.",
  disabled: "Le compte est fermé. Ses appareils sont déconnectés.",
  enabled: "Le compte est de nouveau ouvert.",
} as const;

/** The roles as people name them. */
export const roleLabels = {
  candidate: "Candidat, candidate",
  employer: "Recruteur",
  officer: "Chargé de mission entreprises",
  counsellor: "Référent, coach",
  phoneAgent: "Conseiller du numéro vert",
  admin: "Administrateur",
} as const;
