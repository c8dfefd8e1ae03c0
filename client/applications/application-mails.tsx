import type { Mail, MailBlock } from "#client/kernel/mail.tsx";
import { sayDay, sayMoment } from "#client/kernel/say.tsx";
import type { Application } from "#shared/applications/application.ts";
import type { Day } from "#shared/kernel/calendar.ts";
import { hiddenEmployer, refusalReasonLabels } from "./application-words.ts";

type ToCandidate = {
  readonly applicationId: string;
  readonly title: string;
  /** Null when the employer does not show its name. */
  readonly employer: string | null;
  readonly today: Day;
};

export const receiptMail = (about: ToCandidate & { nextDeadline: Day | null }): Mail => ({
  subject: `Candidature envoyée : ${about.title}`,
  why: "Vous venez de postuler sur Élan Emploi. Voici votre reçu.",
  blocks: [
    { kind: "text", text: `${about.title}, ${about.employer ?? hiddenEmployer}. Envoyée le ${sayDay(about.today)}.` },
    ...(about.nextDeadline
      ? ([
          {
            kind: "text",
            text: `Réponse attendue avant le ${sayDay(about.nextDeadline)}. Sans nouvelle, nous relançons l’employeur.`,
          },
        ] as const)
      : []),
    follow(about),
  ],
});

type StepMail = ToCandidate & Pick<Application, "status" | "answerText" | "refusalReason" | "interviewAt">;

/** One step of the employer, or of the clock. */
export const stepMail = (about: StepMail): Mail => ({
  subject: `${stepWords[about.status].subject} : ${about.title}`,
  why: `Vous avez postulé : ${about.title}, ${about.employer ?? hiddenEmployer}.`,
  blocks: [{ kind: "text", text: stepWords[about.status].text }, ...interview(about), ...answer(about), follow(about)],
});

const stepWords: Record<Application["status"], { subject: string; text: string }> = {
  new: { subject: "Candidature envoyée", text: "Votre candidature est partie." },
  seen: {
    subject: "Votre candidature est lue",
    text: "L’employeur a lu votre candidature. Il doit encore vous répondre.",
  },
  interview: { subject: "Un entretien vous est proposé", text: "L’employeur aimerait vous rencontrer." },
  accepted: {
    subject: "Votre candidature est retenue",
    text: "Bonne nouvelle : l’employeur vous retient pour ce poste.",
  },
  refused: { subject: "Réponse à votre candidature", text: "L’employeur ne donne pas suite à votre candidature." },
  withdrawn: { subject: "Candidature retirée", text: "Votre candidature est retirée." },
  lapsed: {
    subject: "Candidature sans réponse",
    text: "L’employeur n’a pas répondu en 60 jours. La candidature est close. Ce n’est pas de votre fait.",
  },
};

const interview = ({ status, interviewAt }: StepMail): MailBlock[] =>
  status === "interview" && interviewAt ? [{ kind: "text", text: `Entretien : ${sayMoment(interviewAt)}.` }] : [];

const answer = ({ status, answerText, refusalReason }: StepMail): MailBlock[] => {
  if (answerText === null || status === "seen" || status === "lapsed") return [];
  const quote: MailBlock = { kind: "quote", from: "L’employeur", text: answerText };
  return refusalReason
    ? [{ kind: "text", text: `Raison donnée : ${refusalReasonLabels[refusalReason]}.` }, quote]
    : [quote];
};

const follow = ({ applicationId }: ToCandidate): MailBlock => ({
  kind: "button",
  label: "Suivre ma candidature",
  href: `/mes-candidatures/${applicationId}`,
});

/** The offer ended before this application was answered. */
export const offerClosedMail = (about: ToCandidate & { filled: boolean }): Mail => ({
  subject: `Offre close : ${about.title}`,
  why: `Vous avez postulé : ${about.title}, ${about.employer ?? hiddenEmployer}.`,
  blocks: [
    {
      kind: "text",
      text: about.filled
        ? "Le poste est pourvu. L’employeur n’a pas encore répondu à votre candidature."
        : "L’employeur a fermé cette offre. Il n’a pas encore répondu à votre candidature.",
    },
    { kind: "text", text: "Ne l’attendez pas pour postuler ailleurs. S’il vous répond, nous vous prévenons." },
    follow(about),
  ],
});

type ToEmployer = { readonly applicationId: string; readonly firstName: string; readonly title: string };

/** The employer's mails name a first name and an offer; the rest is read on the site, by who may. */
export const receivedMail = ({ applicationId, firstName, title }: ToEmployer): Mail => ({
  subject: `Nouvelle candidature : ${title}`,
  why: `${firstName} a postulé à votre offre « ${title} ».`,
  blocks: [
    { kind: "text", text: "Son CV et ses coordonnées vous attendent sur le site. Une réponse, même courte, compte." },
    { kind: "button", label: "Ouvrir la candidature", href: `/employeur/candidatures/${applicationId}` },
  ],
});

export const withdrawnMail = ({ firstName, title }: ToEmployer): Mail => ({
  subject: `Candidature retirée : ${title}`,
  why: `${firstName} retire sa candidature à votre offre « ${title} ».`,
  blocks: [
    { kind: "text", text: "Son CV n’est plus visible. Vous n’avez rien à faire." },
    { kind: "button", label: "Voir mes candidatures", href: "/employeur/candidatures" },
  ],
});

export const nudgeMail = ({ applicationId, firstName, title }: ToEmployer): Mail => ({
  subject: `${firstName} attend votre réponse : ${title}`,
  why: `${firstName} a postulé il y a plus de dix jours à votre offre « ${title} », et vous relance.`,
  blocks: [
    { kind: "text", text: "Un entretien, un oui ou un refus : un texte prêt vous attend. Cela prend une minute." },
    { kind: "button", label: "Répondre à cette candidature", href: `/employeur/candidatures/${applicationId}` },
  ],
});

export const employerLapseMail = ({ applicationId, firstName, title }: ToEmployer): Mail => ({
  subject: `Candidature close sans réponse : ${title}`,
  why: `${firstName} a postulé il y a 60 jours à votre offre « ${title} », sans réponse.`,
  blocks: [
    { kind: "text", text: "La candidature est close et la personne le sait. Vous pouvez encore lui répondre." },
    { kind: "button", label: "Répondre quand même", href: `/employeur/candidatures/${applicationId}` },
  ],
});

/** One mail a day, whatever the number of applications that wait. */
export const reminderMail = (waiting: readonly { firstName: string; title: string }[]): Mail => ({
  subject:
    waiting.length === 1 ? "Une candidature attend d’être lue" : `${waiting.length} candidatures attendent d’être lues`,
  why: "Des personnes ont postulé à vos offres il y a quelques jours.",
  blocks: [
    { kind: "list", items: waiting.slice(0, mostListed).map(({ firstName, title }) => `${firstName}, ${title}`) },
    ...(waiting.length > mostListed
      ? ([{ kind: "text", text: `Et ${waiting.length - mostListed} de plus sur le site.` }] as const)
      : []),
    { kind: "button", label: "Lire les candidatures", href: "/employeur/candidatures" },
  ],
});

const mostListed = 10;
