export const backOfficeWords: Readonly<Record<string, string>> = {
  "task-not-found": "Cette tâche n’est pas au programme. Rechargez la page.",
  "mail-missing": "Ce courrier n’existe plus.",
  "mail-not-stuck": "Ce courrier n’est plus bloqué. Rechargez la page pour voir où il en est.",
  "mail-text-forgotten": "Le texte de ce courrier est effacé. Il ne peut pas repartir.",
};

export const backOfficeNotices = {
  started: "La tâche part maintenant. Rechargez la page dans quelques secondes.",
  retried: "La tâche est remise dans la file.",
  resent: "Le courrier repart.",
} as const;

export const dispatchStateLabels = {
  pending: "en attente",
  sending: "en cours d’envoi",
  sent: "envoyé",
  bounced: "refusé",
  unknown: "sort inconnu",
} as const;

export const mailKindLabels: Readonly<Record<string, string>> = {
  "sign-in-code": "code de connexion",
  welcome: "bienvenue",
  "application-receipt": "accusé de candidature",
  "application-received": "candidature reçue",
  "application-step": "étape de candidature",
  "contact-request": "demande de contact",
  "contact-answer": "réponse à un contact",
  "positioning-proposal": "proposition d’offre",
  "positioning-step": "étape de positionnement",
  "dating-registration": "inscription à un job dating",
  "dating-invitation": "invitation à un job dating",
  "alert-confirmation": "confirmation d’alerte",
  "alert-digest": "alerte du matin",
  "offer-expiring": "offre bientôt finie",
  "offer-state": "état d’une offre",
  "company-state": "état d’une entreprise",
  "account-state": "état d’un compte",
};
