import { sayCount } from "#client/kernel/say.tsx";

/** What the next page says once it is done. */
export const deskNotices = {
  moved: "C’est noté. Les personnes concernées sont prévenues.",
  followedUp: "Le point est noté.",
  noted: "La note est gardée.",
  answered: "Merci, votre réponse est enregistrée. Le chargé de mission et la personne le savent.",
  handedOver: "La carte est confiée. Son historique la suit.",
  setAside: "Ces profils ne sont plus dans la liste du jour.",
} as const;

/** Refusals on today's list. */
export const deskWords: Readonly<Record<string, string>> = {
  "todo-changed": "Cette ligne a changé entre-temps. Revenez à « Aujourd’hui » pour la relire.",
  "too-late-to-undo": "Ce n’est plus annulable : dix minutes ont passé, ou un collègue a repris cette ligne.",
};

/** "Proposée à 2 personnes. Chacune reçoit un mail. Une l’était déjà." */
export const sayProposed = (reply: { proposed: number; already: number; closed: number }): string =>
  [
    reply.proposed > 0
      ? `Offre proposée à ${sayCount(reply.proposed, "personne", "personnes")} : un mail part, la réponse s’affichera ici.`
      : "L’offre n’est partie à personne.",
    reply.already > 0 && `${sayCount(reply.already, "personne l’avait", "personnes l’avaient")} déjà reçue.`,
    reply.closed > 0 && `${sayCount(reply.closed, "CV n’est", "CV ne sont")} plus disponible.`,
  ]
    .filter(Boolean)
    .join(" ");

export const saySubmitted = ({ submitted, left }: { submitted: number; left: number }): string =>
  [
    `${sayCount(submitted, "nom transmis", "noms transmis")} à l’entreprise.`,
    left > 0 && `${sayCount(left, "personne a", "personnes ont")} changé d’avis entre-temps.`,
  ]
    .filter(Boolean)
    .join(" ");

export const sayHandedOver = (count: number): string =>
  count === 0
    ? "Vous ne suiviez aucune carte."
    : `${sayCount(count, "carte confiée", "cartes confiées")}, avec tout leur historique.`;
