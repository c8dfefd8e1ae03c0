import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";

type State = { readonly title: string; readonly next: string; readonly kind: "done" | "act" };

/** Where it stands, told to the person: what happened, then what follows. */
export const proposalStates: Partial<Record<PositioningStatus, State>> = {
  consented: { title: "Vous avez dit oui", next: "Votre profil part bientôt à l’entreprise.", kind: "done" },
  declined: {
    title: "Vous avez dit non",
    next: "Personne d’autre ne le sait. D’autres offres viendront.",
    kind: "done",
  },
  submitted: { title: "L’entreprise a votre profil", next: "Elle répond en général en une semaine.", kind: "done" },
  seen: { title: "L’entreprise a vu votre profil", next: "Sa réponse est attendue.", kind: "done" },
  interviewPlanned: { title: "Un entretien vous attend", next: "Un empêchement ? Appelez-nous.", kind: "act" },
  interviewed: { title: "L’entretien est passé", next: "L’entreprise va donner sa réponse.", kind: "done" },
  absent: { title: "L’entretien n’a pas eu lieu", next: "Appelez-nous pour convenir de la suite.", kind: "act" },
  selected: {
    title: "L’entreprise veut vous embaucher",
    next: "Elle vous appelle pour convenir du contrat.",
    kind: "done",
  },
  hired: {
    title: "Vous êtes embauché ou embauchée",
    next: "Nous prendrons de vos nouvelles à 1, 3 et 6 mois.",
    kind: "done",
  },
  inPostM1: { title: "En poste depuis un mois", next: "Une difficulté ? Appelez-nous.", kind: "done" },
  inPostM3: { title: "En poste depuis trois mois", next: "Une difficulté ? Appelez-nous.", kind: "done" },
  inPostM6: { title: "En poste depuis six mois", next: "Bonne continuation.", kind: "done" },
  endedEarly: { title: "Le contrat s’est arrêté", next: "Appelez-nous : nous cherchons avec vous.", kind: "act" },
  refused: {
    title: "L’entreprise a choisi quelqu’un d’autre",
    next: "Nous gardons votre profil pour d’autres offres.",
    kind: "done",
  },
  withdrawn: {
    title: "Vous ne souhaitez plus ce poste",
    next: "L’entreprise est prévenue si elle avait votre nom.",
    kind: "done",
  },
  pool: { title: "Votre profil est gardé", next: "Nous revenons vers vous pour une autre offre.", kind: "done" },
  noAnswer: { title: "Restée sans réponse", next: "Le poste vous intéresse encore ? Appelez-nous.", kind: "done" },
  placedElsewhere: { title: "Vous avez trouvé ailleurs", next: "Bonne continuation.", kind: "done" },
};

export const proposalNotices = {
  yes: "C’est noté : vous avez dit oui. Merci.",
  no: "C’est noté : vous avez dit non. Merci de votre réponse.",
  stop: "C’est noté. L’entreprise est prévenue si elle avait votre nom.",
} as const;
