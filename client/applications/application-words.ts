import type { ApplicationStatus, RefusalReason } from "#shared/applications/application.ts";

/** Refusals of the applications slice, as people read them. */
export const applicationWords: Readonly<Record<string, string>> = {
  "no-html": "Écrivez du texte simple, sans balises entre < et >.",
  "already-applied": "Vous avez déjà postulé à cette offre. Une seule candidature suffit.",
  "offer-is-closed": "Cette offre n’est plus ouverte. Votre candidature n’est pas partie.",
  "offer-by-proposal": "Cette offre passe par le Département. Répondez à sa proposition dans « Mes pistes ».",
  "cv-first": "Il faut d’abord un CV. Cinq réponses suffisent.",
  "application-is-over": "Ce n’est plus possible : cette candidature a changé d’état.",
  "already-nudged": "Vous avez déjà relancé l’employeur. Une seule relance est possible.",
  "nudge-too-early": "La relance est possible 10 jours après l’envoi, tant que l’employeur n’a pas répondu.",
};

/** What the next page says once it is done. */
export const applicationNotices = {
  applied: "Votre candidature est partie. Un reçu arrive par mail.",
  withdrawn: "Votre candidature est retirée. L’employeur ne voit plus votre CV.",
  nudged: "L’employeur est relancé. Nous vous disons dès qu’il répond.",
  answered: "Votre réponse est partie.",
} as const;

/** Where it stands, for the candidate. */
export const myStatusLabels: Record<ApplicationStatus, string> = {
  new: "Envoyée",
  seen: "Lue",
  interview: "Entretien",
  accepted: "Retenue",
  refused: "Non retenue",
  withdrawn: "Retirée",
  lapsed: "Sans réponse",
};

/** Where it stands, for the company. */
export const receivedStatusLabels: Record<ApplicationStatus, string> = {
  new: "Nouvelle",
  seen: "Lue, à répondre",
  interview: "Entretien proposé",
  accepted: "Retenue",
  refused: "Refusée",
  withdrawn: "Retirée par la personne",
  lapsed: "Close sans réponse",
};

export const refusalReasonLabels: Record<RefusalReason, string> = {
  filled: "Le poste est pourvu",
  experience: "Il manque de l’expérience",
  skills: "Il manque un savoir-faire",
  licence: "Il manque un permis ou un diplôme",
  distance: "Le trajet est trop long",
  availability: "Les dates ou les horaires ne vont pas",
  other: "Une autre raison",
};

export const hiddenEmployer = "Entreprise accompagnée par le Département";
