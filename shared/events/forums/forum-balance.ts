import type { FollowUpResult, PositioningStatus } from "#shared/positionings/positioning-words.ts";
import {
  type ContactOutcome,
  contactOutcomes,
  type ForumContact,
  type Satisfaction,
  type Stand,
  satisfactions,
  type WayOutAnswer,
} from "./forum.ts";
import { owesFilled } from "./forum-rules.ts";
import { type WayOutQuestion, wayOutQuestions } from "./way-out-contracts.ts";

/** What became of one positioning that a contact led to. */
export type ForumCard = {
  readonly id: string;
  readonly status: PositioningStatus;
  readonly hired: boolean;
  readonly m3: FollowUpResult | null;
};

export type StandFigures = {
  readonly stand: Stand;
  /** Everybody who stopped there, named or counted. */
  readonly contacts: number;
  readonly outcomes: Readonly<Record<ContactOutcome, number>>;
  readonly positioned: number;
  readonly hired: number;
  readonly inPostM3: number;
  /** What its people said three months later; null while they have not. */
  readonly filled: { readonly offers: number; readonly trainings: number } | null;
};

export type WayOutFigures = {
  readonly answers: number;
  readonly satisfaction: Readonly<Record<Satisfaction, number>>;
  readonly yes: Readonly<Record<WayOutQuestion, number>>;
  readonly comments: readonly string[];
};

type Facts = {
  readonly stands: readonly Stand[];
  readonly contacts: readonly ForumContact[];
  readonly cards: readonly ForumCard[];
};

export const standFigures = ({ stands, contacts, cards }: Facts): StandFigures[] =>
  stands.map((stand) => {
    const own = contacts.filter(({ standId }) => standId === stand.id);
    const led = new Set(own.flatMap(({ positioningId }) => positioningId ?? []));
    const followed = cards.filter(({ id }) => led.has(id));
    return {
      stand,
      contacts: sum(own.map(({ people }) => people)),
      outcomes: Object.fromEntries(
        contactOutcomes.map((outcome) => [
          outcome,
          sum(own.filter((one) => one.outcome === outcome).map(({ people }) => people)),
        ]),
      ) as Record<ContactOutcome, number>, // every outcome is a key
      positioned: followed.length,
      hired: followed.filter(({ hired }) => hired).length,
      inPostM3: followed.filter(({ m3 }) => m3 === "inPost").length,
      filled: stand.filled,
    };
  });

export type ForumTotals = Omit<StandFigures, "stand" | "filled"> & {
  readonly offers: number;
  readonly trainings: number;
  readonly trainingPlaces: number;
  readonly filledOffers: number;
  readonly filledTrainings: number;
  /** Stands that proposed something and have not said what they filled. */
  readonly silent: number;
};

export const forumTotals = (figures: readonly StandFigures[]): ForumTotals => ({
  contacts: sum(figures.map(({ contacts }) => contacts)),
  outcomes: Object.fromEntries(
    contactOutcomes.map((outcome) => [outcome, sum(figures.map(({ outcomes }) => outcomes[outcome]))]),
  ) as Record<ContactOutcome, number>, // every outcome is a key
  positioned: sum(figures.map(({ positioned }) => positioned)),
  hired: sum(figures.map(({ hired }) => hired)),
  inPostM3: sum(figures.map(({ inPostM3 }) => inPostM3)),
  offers: sum(figures.map(({ stand }) => stand.offerIds.length)),
  trainings: sum(figures.map(({ stand }) => stand.trainings.length)),
  trainingPlaces: sum(figures.flatMap(({ stand }) => stand.trainings.map(({ places }) => places ?? 0))),
  filledOffers: sum(figures.map(({ filled }) => filled?.offers ?? 0)),
  filledTrainings: sum(figures.map(({ filled }) => filled?.trainings ?? 0)),
  silent: figures.filter(({ stand }) => owesFilled(stand)).length,
});

export const wayOutFigures = (answers: readonly WayOutAnswer[]): WayOutFigures => ({
  answers: answers.length,
  satisfaction: Object.fromEntries(
    satisfactions.map((one) => [one, answers.filter(({ satisfaction }) => satisfaction === one).length]),
  ) as Record<Satisfaction, number>, // every satisfaction is a key
  yes: Object.fromEntries(
    wayOutQuestions.map((question) => [question, answers.filter((one) => one[question]).length]),
  ) as Record<WayOutQuestion, number>, // every question is a key
  comments: answers.flatMap(({ comment }) => comment ?? []),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
