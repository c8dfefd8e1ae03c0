import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";

/** Where a person stands, told to the company. */
export const employerStates: Record<PositioningStatus, string> = {
  suggested: "Pas encore présenté",
  proposed: "Pas encore présenté",
  consented: "Pas encore présenté",
  declined: "Ne donne pas suite",
  submitted: "Votre réponse est attendue",
  seen: "Profil vu, réponse attendue",
  interviewPlanned: "Entretien fixé",
  interviewed: "Entretien passé, réponse attendue",
  absent: "Absence à l’entretien",
  selected: "Vous souhaitez l’embauche",
  hired: "Embauche faite",
  inPostM1: "En poste",
  inPostM3: "En poste",
  inPostM6: "En poste",
  endedEarly: "Contrat arrêté",
  refused: "Vous n’avez pas donné suite",
  withdrawn: "Cette personne se retire",
  pool: "Suivi par le Département",
  noAnswer: "Sans réponse",
  placedElsewhere: "A trouvé un autre emploi",
};

export const employerMoves: Record<PositioningStatus, string> = {
  suggested: "",
  proposed: "",
  consented: "",
  declined: "",
  submitted: "",
  seen: "J’ai vu, je réponds plus tard",
  interviewPlanned: "Proposer un entretien",
  interviewed: "L’entretien a eu lieu",
  absent: "La personne n’est pas venue",
  selected: "Je souhaite l’embaucher",
  hired: "Confirmer l’embauche",
  inPostM1: "",
  inPostM3: "",
  inPostM6: "",
  endedEarly: "Le contrat s’est arrêté",
  refused: "Ne pas donner suite",
  withdrawn: "",
  pool: "",
  noAnswer: "",
  placedElsewhere: "",
};

export const employerConsequences: Partial<Record<PositioningStatus, string>> = {
  seen: "Le chargé de mission sait que vous avez lu.",
  interviewPlanned: "La personne reçoit le jour et le lieu par mail.",
  refused: "Votre raison va au chargé de mission, jamais à la personne.",
  hired: "Le Département prend des nouvelles à 1, 3 et 6 mois.",
};
