import type { Mail } from "#client/kernel/mail.tsx";
import { whatIsSeen } from "./accompaniment-words.ts";

type Asking = { firstName: string; counsellorName: string; link: string };

export const accompanimentMail = ({ firstName, counsellorName, link }: Asking): Mail => ({
  subject: `${counsellorName} demande à vous accompagner`,
  why: "Un référent du Département a écrit votre adresse sur Élan Emploi.",
  blocks: [
    { kind: "text", text: `Bonjour ${firstName}, si vous dites oui, ${counsellorName} voit :` },
    { kind: "list", items: whatIsSeen },
    { kind: "button", label: "Lire et répondre", href: link },
    { kind: "text", text: "Vous ne connaissez pas cette personne ? Dites non, ou ne faites rien." },
  ],
});
