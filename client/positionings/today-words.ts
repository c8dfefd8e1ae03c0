import { sayHour } from "#client/kernel/say.tsx";
import { dayOf } from "#shared/kernel/calendar.ts";
import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";
import type { CardFacts, Moment } from "./card-facts.ts";
import { followUpLabels, shortName } from "./positioning-words.ts";
import type { DeskItem } from "./today-page.tsx";

/** What one card asks of its officer today, or nothing. People who said yes are grouped by offer elsewhere. */
export const itemOfCard = (card: CardFacts, at: Moment): DeskItem | null => {
  const asked = mediation(card, at) ?? asks[card.status]?.(card, at) ?? null;
  return (
    asked && {
      key: card.id,
      since: asked.since ?? card.statusAt,
      what: asked.what,
      about: `${card.offerTitle}, ${card.companyName}`,
      act: { label: asked.label, href: `/bureau/positionnements/${card.id}` },
      late: card.late,
    }
  );
};

/** "Transmettre 2 accords à Métal Vézère", those of one offer together. */
export const sayShortList = ({ companyName, offerOpen }: CardFacts, count: number): string => {
  const what = count === 1 ? "un accord" : `${count} accords`;
  return offerOpen ? `Transmettre ${what} à ${companyName}` : `Offre fermée. Décider la suite pour ${what}`;
};

type Asked = { readonly what: string; readonly label: string; readonly since?: string } | null;
type Ask = (card: CardFacts, at: Moment) => Asked;

const followUp: Ask = (card, { today }) =>
  card.nextFollowUp && card.nextFollowUp.dueOn <= today
    ? {
        what: `Appeler ${shortName(card)} : ${followUpLabels[card.nextFollowUp.kind]}`,
        label: "Noter le point",
        since: `${card.nextFollowUp.dueOn}T06:00:00.000Z`,
      }
    : null;

/** Somebody asked the officer to come between the person and the company: before any call that is due. */
const mediation: Ask = (card) => {
  if (!card.mediation) return null;
  return {
    what: `Médiation demandée : ${shortName(card)} et ${card.companyName}`,
    label: "Ouvrir la carte",
    since: card.mediation.doneAt ?? card.statusAt,
  };
};

const asks: Partial<Record<PositioningStatus, Ask>> = {
  suggested: (card) => ({
    what: card.offerOpen
      ? `Proposer l’offre à ${shortName(card)}`
      : `Offre fermée. Décider la suite pour ${shortName(card)}`,
    label: "Ouvrir la carte",
  }),
  proposed: (card) =>
    card.late ? { what: `Relancer ${shortName(card)}, sans réponse`, label: "Noter sa réponse" } : null,
  submitted: (card) =>
    card.late ? { what: `Relancer ${card.companyName} pour ${shortName(card)}`, label: "Noter sa réponse" } : null,
  seen: (card) =>
    card.late
      ? { what: `Demander à ${card.companyName} la suite pour ${shortName(card)}`, label: "Noter sa réponse" }
      : null,
  interviewPlanned: (card, at) => {
    if (card.interviewAt === null) return null;
    const on = dayOf(new Date(card.interviewAt));
    if (on > at.today) return null;
    if (new Date(card.interviewAt) > at.now)
      return {
        what: `Entretien de ${shortName(card)} aujourd’hui, ${sayHour(new Date(card.interviewAt))}`,
        label: "Ouvrir la carte",
        since: `${on}T06:00:00.000Z`,
      };
    return {
      what: `Demander le retour d’entretien de ${shortName(card)}`,
      label: "Noter le retour",
      since: card.interviewAt,
    };
  },
  interviewed: (card) =>
    card.late
      ? { what: `Demander à ${card.companyName} son choix pour ${shortName(card)}`, label: "Noter la décision" }
      : null,
  absent: (card) => ({ what: `Rappeler ${shortName(card)} après son absence`, label: "Décider la suite" }),
  selected: (card) =>
    card.late ? { what: `Confirmer l’embauche de ${shortName(card)}`, label: "Noter l’embauche" } : null,
  hired: followUp,
  inPostM1: followUp,
  inPostM3: followUp,
  inPostM6: followUp,
};
