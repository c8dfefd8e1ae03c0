import { sayDay, sayMoment, sayShortDay, saySince } from "#client/kernel/say.tsx";
import { dayOf } from "#shared/kernel/calendar.ts";
import type { BoardColumn } from "#shared/positionings/positioning-board.ts";
import type { FollowUpKind, FollowUpResult, PositioningStatus } from "#shared/positionings/positioning-words.ts";
import type { CardFacts, Moment } from "./card-facts.ts";

/** Refusals and wrong fields of positionings. */
export const positioningWords: Readonly<Record<string, string>> = {
  "move-not-possible": "Ce n’est plus possible à cette étape. Regardez où cela en est.",
  "consent-is-missing": "La personne n’a pas dit oui. Son nom ne peut pas partir.",
  "interview-not-yet": "L’entretien n’a pas encore eu lieu. Attendez sa date, ou fixez-en une autre.",
  "start-too-far": "Cette date est trop loin. Vérifiez l’année.",
  "follow-up-is-not-next": "Ce point est déjà noté, ou un autre vient avant.",
  "offer-is-not-open":
    "Cette offre n’est plus ouverte : rien n’est parti. Si elle peut être rouverte, rouvrez-la d’abord.",
  "already-yours": "Ces cartes sont déjà à vous. Choisissez un collègue.",
  "nobody-to-submit": "Personne à transmettre : les réponses ont changé entre-temps.",
  "proposed-offer-is-closed": "Cette offre n’est plus ouverte. Votre nom n’est pas donné. D’autres offres viendront.",
  "proposal-is-over": "Ce lien n’est plus valable. Appelez-nous, ou connectez-vous pour répondre.",
};

export const columnTitles: Record<BoardColumn, string> = {
  proposed: "Proposés",
  consented: "Ont accepté",
  submitted: "Transmis",
  interview: "Entretien",
  hired: "Embauchés",
  inPost: "Encore en poste",
  out: "Sortis",
};

/** Where a card stands, for staff. */
export const statusLabels: Record<PositioningStatus, string> = {
  suggested: "Profil repéré, pas encore proposé",
  proposed: "Offre proposée, réponse attendue",
  consented: "A dit oui",
  declined: "A dit non",
  submitted: "Nom transmis à l’entreprise",
  seen: "Profil vu par l’entreprise",
  interviewPlanned: "Entretien fixé",
  interviewed: "Entretien passé",
  absent: "Absence à l’entretien",
  selected: "Candidature retenue",
  hired: "Embauche faite",
  inPostM1: "En poste à 1 mois",
  inPostM3: "En poste à 3 mois",
  inPostM6: "En poste à 6 mois",
  endedEarly: "Contrat arrêté avant la fin",
  refused: "Candidature non retenue",
  withdrawn: "S’est retiré",
  pool: "Au vivier",
  noAnswer: "Sans réponse",
  placedElsewhere: "A trouvé ailleurs",
};

/** What an officer's button says will happen. */
export const officerMovesFrom = (from: PositioningStatus): Record<PositioningStatus, string> =>
  from === "suggested" ? { ...officerMoves, proposed: "Proposer l’offre" } : officerMoves;

const officerMoves: Record<PositioningStatus, string> = {
  suggested: "Garder comme idée",
  proposed: "Proposer de nouveau",
  consented: "Noter son oui",
  declined: "Noter son non",
  submitted: "Transmettre à l’entreprise",
  seen: "L’entreprise l’a vu",
  interviewPlanned: "Fixer un entretien",
  interviewed: "L’entretien a eu lieu",
  absent: "La personne n’est pas venue",
  selected: "L’entreprise la retient",
  hired: "Noter l’embauche",
  inPostM1: "En poste à 1 mois",
  inPostM3: "En poste à 3 mois",
  inPostM6: "En poste à 6 mois",
  endedEarly: "Le contrat s’est arrêté",
  refused: "Noter le refus de l’entreprise",
  withdrawn: "La personne se retire",
  pool: "Garder au vivier",
  noAnswer: "Classer sans réponse",
  placedElsewhere: "A trouvé ailleurs",
};

/** What follows a move, where it reaches someone. */
export const moveConsequences: Partial<Record<PositioningStatus, string>> = {
  proposed: "La personne reçoit un mail et répond oui ou non.",
  submitted: "L’entreprise reçoit un mail et voit alors son nom.",
  interviewPlanned: "La personne reçoit la date et le lieu par mail.",
  selected: "La personne l’apprend par mail.",
  hired:
    "Des points sont prévus à 1, 3 et 6 mois, et à 12 mois si une action le demande. Ses autres positionnements s’arrêtent.",
  refused: "La personne reçoit un mail poli, sans votre note.",
  withdrawn: "L’entreprise est prévenue si elle avait son nom.",
};

export const followUpLabels: Record<FollowUpKind, string> = {
  M1: "point à 1 mois",
  M3: "point à 3 mois",
  M6: "point à 6 mois",
  M12: "point à 12 mois",
};

export const followUpResultLabels: Record<FollowUpResult, string> = {
  inPost: "Toujours en poste",
  endedEarly: "Le contrat s’est arrêté",
  unreachable: "Injoignable",
};

/** "Karim T.": enough on a screen that others may see over a shoulder. */
export const shortName = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  `${firstName} ${lastName.slice(0, 1)}.`;

export const fullName = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  `${firstName} ${lastName}`;

/** How long a card has waited, and for what. */
export const sayWaiting = (card: CardFacts, at: Moment): string => {
  const since = saySince(card.statusAt, at.now);
  const waiting = waits[card.status];
  return waiting ? waiting(card, at, since) : `${statusLabels[card.status].toLowerCase()}, ${since}`;
};

type Waiting = (card: CardFacts, at: Moment, since: string) => string;

const inPost: Waiting = ({ startsOn, nextFollowUp }, { today }) => {
  const from = startsOn === null ? "" : `${startsOn > today ? "commence" : "depuis"} le ${sayShortDay(startsOn)}`;
  if (nextFollowUp === null) return from;
  const label = followUpLabels[nextFollowUp.kind];
  return nextFollowUp.dueOn < today
    ? `${label} en retard`
    : [from, `${label} le ${sayShortDay(nextFollowUp.dueOn)}`].filter(Boolean).join(" · ");
};

const waits: Partial<Record<PositioningStatus, Waiting>> = {
  suggested: (_card, _at, since) => `à proposer, ${since}`,
  proposed: (card, _at, since) => (card.late ? `sans réponse ${since}` : since),
  consented: (card, { now }, since) => {
    if (!card.offerOpen) return `suite à décider, ${since}`;
    return dayOf(new Date(card.statusAt)) === dayOf(now) ? "à transmettre aujourd’hui" : `à transmettre, ${since}`;
  },
  submitted: (card, _at, since) => (card.late ? `${since} : relancer` : since),
  seen: (card, _at, since) => (card.late ? `profil vu, ${since} : relancer` : `profil vu ${since}`),
  interviewPlanned: ({ interviewAt }, { now, today }) => {
    if (interviewAt === null) return "date à fixer";
    return new Date(interviewAt) < now
      ? `entretien passé le ${sayDay(dayOf(new Date(interviewAt)), today)} : retour à demander`
      : sayMoment(interviewAt, today);
  },
  interviewed: (card, _at, since) => (card.late ? `entretien passé, ${since} : relancer` : "réponse attendue"),
  absent: () => "absence : à rappeler",
  selected: (_card, _at, since) => `embauche à confirmer, ${since}`,
  hired: inPost,
  inPostM1: inPost,
  inPostM3: inPost,
  inPostM6: (card, at, since) => (card.nextFollowUp ? inPost(card, at, since) : sixMonths(card)),
};

const sixMonths = ({ statusAt }: CardFacts): string => `6 mois atteints le ${sayShortDay(dayOf(new Date(statusAt)))}`;
