import type { Mail } from "#client/kernel/mail.tsx";
import { sayDay } from "#client/kernel/say.tsx";
import type { Day } from "#shared/kernel/calendar.ts";

type CodeMail = { code: string; link: string; minutes: number; known: boolean; disabled: boolean };

export const signInCodeMail = ({ code, link, minutes, known, disabled }: CodeMail): Mail =>
  disabled
    ? {
        subject: "Votre compte Élan Emploi est fermé",
        why: "Quelqu’un, sans doute vous, a demandé à se connecter avec cette adresse.",
        blocks: [{ kind: "text", text: "Ce compte est fermé. Appelez-nous pour savoir pourquoi, ou pour le rouvrir." }],
      }
    : {
        subject: `${code} : votre code Élan Emploi`,
        why: known
          ? "Vous avez demandé à vous connecter à Élan Emploi."
          : "Vous avez demandé à créer votre espace Élan Emploi.",
        blocks: [
          { kind: "text", text: `Recopiez ce code sur la page ouverte. Il est valable ${minutes} minutes.` },
          { kind: "code", code },
          { kind: "button", label: "Ou ouvrir mon espace par ce bouton", href: link },
          { kind: "text", text: "Ce n’est pas vous ? Ne faites rien : sans ce code, personne n’entre." },
        ],
      };

export const accountStateMail = ({ disabled }: { disabled: boolean }): Mail => ({
  subject: disabled ? "Votre compte Élan Emploi est fermé" : "Votre compte Élan Emploi est de nouveau ouvert",
  why: "Vous avez un compte sur Élan Emploi avec cette adresse.",
  blocks: [
    {
      kind: "text",
      text: disabled
        ? "Un administrateur a fermé votre compte. Appelez-nous pour savoir pourquoi."
        : "Un administrateur a rouvert votre compte. Vous pouvez vous connecter.",
    },
  ],
});

type Leaving = { readonly firstName: string; readonly lastName: string; readonly email: string };

/** Tells an administrator that a colleague wants their account closed. */
export const leavingAskedMail = ({ firstName, lastName, email }: Leaving): Mail => ({
  subject: `${firstName} ${lastName} demande la fermeture de son compte`,
  why: "Vous êtes administrateur d’Élan Emploi.",
  blocks: [
    {
      kind: "text",
      text: `${firstName} ${lastName} demande que son compte d’agent soit fermé. Ses dossiers doivent d’abord aller à un collègue.`,
    },
    { kind: "button", label: "Ouvrir son compte", href: `/admin/comptes?q=${encodeURIComponent(email)}` },
  ],
});

type Notice = { firstName: string; on: Day; link: string };

/** Thirty days before an account nobody uses is erased: one button keeps it. */
export const retentionNoticeMail = ({ firstName, on, link }: Notice): Mail => ({
  subject: "Gardez-vous votre compte Élan Emploi ?",
  why: "Vous avez un compte sur Élan Emploi et vous n’y êtes pas venu depuis 23 mois.",
  blocks: [
    { kind: "text", text: `Bonjour ${firstName}. La loi nous demande de ne pas garder vos données sans raison.` },
    { kind: "text", text: `Sans nouvelle de vous, tout sera effacé le ${sayDay(on)} ${on.slice(0, 4)}.` },
    { kind: "button", label: "Garder mon compte", href: link },
    { kind: "text", text: "Vous n’en avez plus besoin ? Ne faites rien." },
  ],
});
