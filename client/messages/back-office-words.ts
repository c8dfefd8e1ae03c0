import { sayCount } from "#client/kernel/say.tsx";
import { type DispatchReason, longestWaitDays } from "#shared/messages/dispatch-reasons.ts";

export const backOfficeWords: Readonly<Record<string, string>> = {
  "task-not-found": "Cette tâche n’est pas au programme. Rechargez la page.",
  "mail-missing": "Ce courrier n’existe plus.",
  "mail-not-stuck": "Ce courrier n’est plus bloqué. Rechargez la page pour voir où il en est.",
  "mail-too-late": "Ce courrier ne sert plus : son heure est passée. Il ne peut pas repartir.",
  "mail-text-forgotten": "Le texte de ce courrier est effacé. Il ne peut pas repartir.",
};

export const backOfficeNotices = {
  started: "La tâche part maintenant. Rechargez la page dans quelques secondes.",
  retried: "La tâche est remise dans la file.",
  resent: "Le courrier repart.",
  resentBefore: "Ces courriers sont déjà repartis. Rien n’est envoyé deux fois.",
} as const;

export const sayResent = (count: number): string => `${sayCount(count, "courrier repart", "courriers repartent")}.`;

export const dispatchStateLabels = {
  pending: "en attente",
  sending: "en cours d’envoi",
  sent: "envoyé",
  bounced: "pas envoyé",
  unknown: "sort inconnu",
} as const;

/** Why a mail waits or has stopped, as an admin reads it. */
export const reasonWords: Record<DispatchReason, string> = {
  "relay-away": "Le serveur d’envoi ne répond pas. Le courrier attend.",
  "relay-closed": "Le serveur d’envoi ne prend pas nos courriers pour l’instant. Le courrier attend.",
  "setting-refused": "Un réglage est à corriger, dit en haut de cette page. Le courrier attend.",
  "refused-for-now": "Le serveur d’envoi a demandé d’attendre. Un autre essai est prévu.",
  "worker-lost": "Le site s’est arrêté avant l’envoi. Le courrier repart.",
  "given-up": "Le serveur d’envoi a demandé d’attendre douze fois. Le site n’essaie plus.",
  "address-refused": "Le serveur d’envoi refuse cette adresse. Elle n’existe peut-être plus.",
  "text-refused": "Le serveur d’envoi refuse ce courrier, pour sa taille ou ce qu’il dit.",
  "sender-refused": "Le serveur d’envoi refuse les courriers de notre adresse d’expéditeur.",
  unwritable: "Ce courrier ne peut pas être écrit : une adresse ou un titre est mal formé.",
  erased: "La personne est effacée. Rien ne part.",
  "too-late": "Trop tard : ce courrier ne sert plus. Son code est périmé, ou son rendez-vous est passé.",
  "waited-too-long": `Trop tard : il a attendu plus de ${longestWaitDays} jours. Vous décidez s’il part.`,
  "no-answer": "Le serveur d’envoi n’a pas répondu à la fin. Le courrier est peut-être arrivé.",
  "worker-lost-in-text": "Le site s’est arrêté pendant l’envoi. Le courrier est peut-être arrivé.",
  unwatched: "Le site a été arrêté longtemps, ou remis d’une copie. Ce courrier est peut-être déjà parti.",
  restored: "Il attendait dans une sauvegarde qui a été remise. Il est peut-être déjà parti.",
};

export const reasonNotNoted = "La raison n’a pas été notée.";

/** Those that did not leave because their time was over are not called refused. */
export const lateReasons: readonly DispatchReason[] = ["too-late", "waited-too-long"];

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
  "interview-feedback": "retour d’entretien",
  "accompaniment-request": "demande d’accompagnement",
  "action-news": "action collective",
  "dating-registration": "inscription à un job dating",
  "dating-invitation": "invitation à un job dating",
  "alert-confirmation": "confirmation d’alerte",
  "alert-digest": "alerte du matin",
  "offer-expiring": "offre bientôt finie",
  "offer-state": "état d’une offre",
  "company-state": "état d’une entreprise",
  "late-actions": "actions dépassées",
  "account-state": "état d’un compte",
  "retention-notice": "compte oublié",
};
