import type {
  Contradiction,
  FeedbackComing,
  FeedbackFeeling,
  FeedbackSequel,
  FeedbackSide,
} from "#shared/positionings/interview-feedback.ts";

/** Refusals of the feedback's form; a field named tells where. */
export const feedbackWords: Readonly<Record<string, string>> = {
  "feedback-is-over": "Ce lien n’est plus valable. Appelez-nous : nous notons votre réponse.",
  "feedback-is-given": "La réponse est arrivée entre-temps. Il n’y a plus rien à noter.",
  "came:required": "Dites si l’entretien a eu lieu.",
  "went:required": "Dites comment cela s’est passé.",
  "sequel:required": "Dites ce qui suit.",
};

export const feedbackNotices = {
  answered: "Merci, votre réponse est enregistrée.",
  recorded: "La réponse est notée.",
  missed: "C’est noté. La personne revient dans la liste demain.",
  dropped: "C’est noté. Après trois appels sans réponse, la demande est classée.",
} as const;

type Labels = {
  readonly came: Record<FeedbackComing, string>;
  readonly sequel: Record<FeedbackSequel, string>;
};

/** Each side's own words for the same answers. */
export const feedbackLabels: Record<FeedbackSide, Labels> = {
  candidate: {
    came: { yes: "Oui, j’y suis allé", no: "Non", moved: "Il est reporté à un autre jour" },
    sequel: {
      hired: "Je suis embauché",
      again: "Un autre rendez-vous est prévu",
      waiting: "J’attends la réponse",
      no: "Il n’y a pas de suite",
    },
  },
  employer: {
    came: { yes: "Oui", no: "Non, la personne n’est pas venue", moved: "Il est reporté à un autre jour" },
    sequel: {
      hired: "Nous voulons l’embaucher",
      again: "Nous voulons la revoir",
      waiting: "Nous n’avons pas encore choisi",
      no: "Nous ne donnons pas suite",
    },
  },
};

export const feedbackFeelings: Record<FeedbackFeeling, string> = {
  good: "Bien",
  fair: "Moyennement",
  bad: "Mal",
};

export const feedbackSideLabels: Record<FeedbackSide, string> = {
  candidate: "La personne",
  employer: "L’entreprise",
};

/** What an officer has to clear up. */
export const contradictionLabels: Record<Contradiction, string> = {
  came: "L’un dit que l’entretien a eu lieu, l’autre que non.",
  hired: "L’un parle d’une embauche, l’autre non.",
  notTold: "L’entreprise ne donne pas suite. La personne attend encore.",
};
