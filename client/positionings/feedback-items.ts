import type { AskedByFeedback, FeedbackTask } from "#shared/positionings/feedback-tasks.ts";
import type { CardFacts } from "./card-facts.ts";
import { contradictionLabels } from "./feedback-words.ts";
import { shortName } from "./positioning-words.ts";
import type { DeskItem } from "./today-page.tsx";

type Words = (card: CardFacts) => { readonly what: string; readonly label: string };

const words: Record<FeedbackTask, Words> = {
  contradiction: (card) => ({ what: `Deux retours se contredisent : ${shortName(card)}`, label: "Démêler" }),
  hire: (card) => ({ what: `${card.companyName} veut embaucher ${shortName(card)}`, label: "Noter la suite" }),
  refuse: (card) => ({ what: `${card.companyName} ne donne pas suite : ${shortName(card)}`, label: "Noter le refus" }),
  meetAgain: (card) => ({ what: `${card.companyName} veut revoir ${shortName(card)}`, label: "Fixer l’entretien" }),
  newDate: (card) => ({ what: `Entretien reporté : ${shortName(card)}`, label: "Fixer la nouvelle date" }),
  confirmHire: (card) => ({ what: `${shortName(card)} dit être embauché`, label: "Confirmer" }),
};

/** One line of today's list. */
export const feedbackItem = (card: CardFacts, { task, contradiction }: AskedByFeedback, since: string): DeskItem => ({
  key: `feedback-${card.id}`,
  since,
  what: words[task](card).what,
  about: contradiction ? contradictionLabels[contradiction] : `${card.offerTitle}, ${card.companyName}`,
  act: { label: words[task](card).label, href: `/bureau/positionnements/${card.id}#retours` },
  late: task === "contradiction",
});
