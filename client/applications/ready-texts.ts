import type { RefusalReason } from "#shared/applications/application.ts";
import type { Answer } from "#shared/applications/application-answers.ts";

type About = {
  readonly answer: Answer;
  readonly reason: RefusalReason | null;
  readonly firstName: string;
  readonly title: string;
  /** Who writes. */
  readonly signature: string;
};

/** A polite text to start from. The employer changes it, and signs it. */
export const readyText = ({ answer, reason, firstName, title, signature }: About): string =>
  [`Bonjour ${firstName},`, ...bodyOf(answer, reason, title), `Bien cordialement,\n${signature}`].join("\n\n");

const bodyOf = (answer: Answer, reason: RefusalReason | null, title: string): string[] => {
  if (answer === "entretien")
    return [
      `Votre candidature au poste « ${title} » nous intéresse. Nous aimerions vous rencontrer.`,
      "Dites-nous si cela vous convient, ou proposez-nous un autre moment.",
    ];
  if (answer === "accord")
    return [
      `Bonne nouvelle : nous vous retenons pour le poste « ${title} ».`,
      "Nous vous appelons pour préparer votre arrivée.",
    ];
  return [
    `Merci d’avoir postulé au poste « ${title} ». Nous avons lu votre candidature avec attention.`,
    refusals[reason ?? "other"],
    "Nous vous souhaitons de trouver bientôt le poste qui vous convient.",
  ];
};

const refusals: Record<RefusalReason, string> = {
  filled: "Le poste est maintenant pourvu. Nous ne pouvons donc pas donner suite.",
  experience: "Nous avons choisi une personne qui a plus d’expérience dans ce métier.",
  skills: "Le poste demande un savoir-faire que nous n’avons pas trouvé dans votre CV.",
  licence: "Le poste demande un permis ou un diplôme que nous n’avons pas trouvé dans votre CV.",
  distance: "Le trajet jusqu’au poste nous paraît trop long pour tenir dans la durée.",
  availability: "Vos dates ou vos horaires ne correspondent pas à ceux du poste.",
  other: "Nous ne donnons pas suite cette fois-ci.",
};
