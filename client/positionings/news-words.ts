import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";

/** What just happened, for officers: who, then what. */
export const newsWords: Record<PositioningStatus, (who: string, company: string) => string> = {
  suggested: (who) => `profil de ${who} repéré`,
  proposed: (who) => `offre proposée à ${who}`,
  consented: (who) => `${who} dit oui`,
  declined: (who) => `${who} dit non`,
  submitted: (who, company) => `nom de ${who} transmis à ${company}`,
  seen: (who, company) => `${company} a vu ${who}`,
  interviewPlanned: (who) => `entretien fixé pour ${who}`,
  interviewed: (who) => `${who} a passé l’entretien`,
  absent: (who) => `absence de ${who} à l’entretien`,
  selected: (who, company) => `${company} retient ${who}`,
  hired: (who, company) => `${company} embauche ${who}`,
  inPostM1: (who) => `${who} toujours en poste à 1 mois`,
  inPostM3: (who) => `${who} toujours en poste à 3 mois`,
  inPostM6: (who) => `${who} toujours en poste à 6 mois`,
  endedEarly: (who) => `contrat de ${who} arrêté`,
  refused: (who, company) => `${company} ne retient pas ${who}`,
  withdrawn: (who) => `${who} se retire`,
  pool: (who) => `profil de ${who} gardé au vivier`,
  noAnswer: (who) => `pas de réponse de ${who}`,
  placedElsewhere: (who) => `${who} a trouvé ailleurs`,
};
