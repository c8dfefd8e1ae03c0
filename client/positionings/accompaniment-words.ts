import { sayCount } from "#client/kernel/say.tsx";
import type { AccompaniedLine } from "./accompaniment-facts.ts";

/** Refusals of a counsellor's pages. */
export const accompanimentWords: Readonly<Record<string, string>> = {
  "positioned-already": "La personne est déjà sur cette offre. Regardez où cela en est.",
  "offer-is-not-open": "Cette offre n’est plus ouverte pour cette personne.",
  "action-is-over": "Cette action est terminée ou annulée.",
  "proposed-already": "Cette action lui a déjà été proposée.",
  "actionId:required": "Choisissez une action.",
  "why:required": "Dites pourquoi cette action lui convient.",
  "reason:required": "Dites pourquoi cette offre lui convient.",
  "link-is-over": "Ce lien n’est plus valable. Connectez-vous, ou appelez-nous.",
};

export const accompanimentNotices = {
  asked: "Si cette adresse a un compte, la personne reçoit votre demande. Elle répond oui ou non.",
  suggested: "C’est proposé. Le chargé de mission décide de la suite, vous la verrez ici.",
  actionProposed: "C’est proposé. La personne reçoit un mail et répond.",
  stopped: "L’accompagnement est terminé. Vous ne voyez plus ses démarches.",
  yes: "C’est noté : cette personne vous accompagne.",
  no: "C’est noté : vous avez dit non.",
  end: "C’est terminé. Cette personne ne voit plus vos démarches.",
} as const;

/** What a yes opens, told before the answer. */
export const whatIsSeen = [
  "votre nom, votre téléphone et votre adresse mail",
  "votre CV",
  "les offres que l’on vous propose et où elles en sont",
] as const;

export const sayUnderWay = ({ underWay, hasCv }: AccompaniedLine): string =>
  [
    hasCv ? null : "pas encore de CV",
    underWay === 0 ? "aucune offre en cours" : `${sayCount(underWay, "offre", "offres")} en cours`,
  ]
    .filter(Boolean)
    .join(", ");
