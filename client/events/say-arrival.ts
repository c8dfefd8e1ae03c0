import type { ArrivalAnswer } from "#shared/events/arrival.ts";

/** What the door is told of one check-in; the same words with and without script. `hour` is "9 h 12". */
export const sayArrival = ({ outcome, hour, elsewhere }: Said): string => {
  switch (outcome) {
    case "arrived":
      return "Bienvenue. C’est noté.";
    case "already":
      return `Déjà noté${hour === null ? "" : ` à ${hour}`}. Rien n’est compté deux fois.`;
    case "counted":
      return "Une entrée sans nom de plus.";
    case "uncounted":
      return "La dernière entrée sans nom est effacée.";
    case "otherEvent":
      return `Ce code est celui d’un autre événement : ${elsewhere ?? "à vérifier"}.`;
    default:
      return refusals[outcome];
  }
};

type Said = Pick<ArrivalAnswer, "outcome" | "elsewhere"> & { readonly hour: string | null };

const refusals: Record<"unknownCode" | "notComing" | "waiting" | "notToday", string> = {
  unknownCode: "Personne n’a ce code ici. Vérifiez les lettres, ou cherchez le nom.",
  notComing: "Cette personne avait annulé sa venue. Inscrivez-la de nouveau.",
  waiting: "Cette personne est sur la liste d’attente. Elle n’a pas encore de place.",
  notToday: "La porte de cet événement n’est pas ouverte à cette heure.",
};
