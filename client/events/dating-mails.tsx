import type { Mail } from "#client/kernel/mail.tsx";
import { isForum } from "#shared/events/forums/forum.ts";
import type { DatingMeeting, JobDating } from "#shared/events/job-dating.ts";
import { sayKind, sayMeeting, sayWhen, sayWhere } from "./dating-words.ts";

type Told = { readonly dating: JobDating; readonly link: string };

const whenAndWhere = (dating: JobDating) => ({ kind: "list", items: [sayWhen(dating), sayWhere(dating)] }) as const;

export const datingConfirmMail = ({ dating, link }: Told): Mail => ({
  subject: `Confirmez votre inscription : ${dating.title}`,
  why: `Quelqu’un, sans doute vous, a inscrit cette adresse à ${sayKind(dating)}.`,
  blocks: [
    whenAndWhere(dating),
    { kind: "button", label: "Confirmer mon inscription", href: link },
    { kind: "text", text: "Ce n’est pas vous ? Ne faites rien : l’inscription ne compte pas." },
  ],
});

export const datingPlaceMail = ({ dating, link, code, waiting }: Told & { code: string; waiting: boolean }): Mail => ({
  subject: waiting ? `Liste d’attente : ${dating.title}` : `Inscription confirmée : ${dating.title}`,
  why: `Vous recevez ce mail pour votre inscription à ${sayKind(dating)}.`,
  blocks: [
    whenAndWhere(dating),
    {
      kind: "text",
      text: waiting
        ? "Il n’y a plus de place pour le moment. Dès qu’une place se libère, elle est à vous et nous vous écrivons."
        : isForum(dating)
          ? "Venez quand vous voulez, entre ces heures. À l’entrée, donnez ce code :"
          : "Vous avez une place. Vos horaires de rencontre viendront dans un autre mail. À l’entrée, donnez ce code :",
    },
    ...(waiting ? [] : [{ kind: "code", code } as const]),
    { kind: "link", label: "Voir mon inscription, ou ne plus venir", href: link },
  ],
});

export const datingTimesMail = ({
  dating,
  link,
  meetings,
  code,
  again,
}: Told & { meetings: readonly DatingMeeting[]; code: string; again: boolean }): Mail => ({
  subject: `${again ? "Vos horaires ont changé" : "Vos horaires"} : ${dating.title}`,
  why: `Vous recevez ce mail pour votre inscription à ${sayKind(dating)}.`,
  blocks: [
    whenAndWhere(dating),
    meetings.length === 0
      ? { kind: "text", text: "Vous n’avez pas de rencontre prévue. Venez quand même : des places se libèrent." }
      : { kind: "list", items: meetings.map((meeting) => sayMeeting(dating, meeting)) },
    { kind: "text", text: "À l’entrée, donnez ce code :" },
    { kind: "code", code },
    { kind: "link", label: "Voir mes horaires, ou ne plus venir", href: link },
  ],
});

export const datingInvitationMail = ({ dating, link }: Told): Mail => ({
  subject: `Invitation : ${dating.title}`,
  why: "Vous recevez ce mail car votre profil convient à des entreprises qui recrutent.",
  blocks: [
    whenAndWhere(dating),
    ...(isForum(dating) ? [] : [{ kind: "list", items: dating.companies.map(({ name }) => name) } as const]),
    { kind: "button", label: "Voir et m’inscrire", href: link },
    {
      kind: "text",
      text: isForum(dating)
        ? "Vous venez quand vous voulez, entre ces heures. Rien n’est obligatoire."
        : "Vous choisissez les entreprises que vous voulez rencontrer. Rien n’est obligatoire.",
    },
  ],
});

export const datingCancelledMail = ({ dating, link }: Told): Mail => ({
  subject: `Annulé : ${dating.title}`,
  why: `Vous recevez ce mail pour votre inscription à ${sayKind(dating)}.`,
  blocks: [
    whenAndWhere(dating),
    { kind: "text", text: "Cet événement n’aura pas lieu. Nous en sommes désolés." },
    { kind: "link", label: "Voir les autres événements", href: link },
  ],
});

/** Another day, hour or place: what is in the calendar moves with it. */
export const datingMovedMail = ({ dating, link, meetings }: Told & { meetings: readonly DatingMeeting[] }): Mail => ({
  subject: `Changement : ${dating.title}`,
  why: `Vous recevez ce mail pour votre inscription à ${sayKind(dating)}, qui change.`,
  blocks: [
    { kind: "text", text: "La date, l’heure ou le lieu ont changé. Voici les bons :" },
    whenAndWhere(dating),
    ...(meetings.length === 0
      ? []
      : [{ kind: "list", items: meetings.map((meeting) => sayMeeting(dating, meeting)) } as const]),
    { kind: "link", label: "Voir mon inscription, ou ne plus venir", href: link },
  ],
});

/** Two days before. The button opens a page where one more press gives the place up: reading a mail never does. */
export const datingReminderMail = ({
  dating,
  link,
  meetings,
  code,
}: Told & { meetings: readonly DatingMeeting[]; code: string }): Mail => ({
  subject: `Dans deux jours : ${dating.title}`,
  why: `Vous recevez ce mail car vous avez une place à ${sayKind(dating)}.`,
  blocks: [
    whenAndWhere(dating),
    ...(meetings.length === 0
      ? []
      : [{ kind: "list", items: meetings.map((meeting) => sayMeeting(dating, meeting)) } as const]),
    { kind: "text", text: "Vous venez ? Vous n’avez rien à faire. À l’entrée, donnez ce code :" },
    { kind: "code", code },
    { kind: "text", text: "Vous ne pouvez plus venir ? Dites-le d’un geste : votre place ira à une autre personne." },
    { kind: "button", label: "Je ne viens plus", href: `${link}#ne-plus-venir` },
  ],
});

/** The answer to one's own leaving: it empties the calendar too. */
export const datingLeftMail = ({ dating }: Pick<Told, "dating">): Mail => ({
  subject: `Vous ne venez plus : ${dating.title}`,
  why: `Vous recevez ce mail car votre inscription à ${sayKind(dating)} est annulée.`,
  blocks: [
    whenAndWhere(dating),
    { kind: "text", text: "C’est noté. Votre place va à une autre personne." },
    { kind: "text", text: "Ce n’était pas vous ? Inscrivez-vous de nouveau, ou appelez-nous." },
    { kind: "link", label: "Voir cet événement", href: `/evenements/${dating.id}` },
  ],
});
