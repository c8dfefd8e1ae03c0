import type { Mail } from "#client/kernel/mail.tsx";
import { sayDay } from "#client/kernel/say.tsx";
import type { Day } from "#shared/kernel/calendar.ts";

type Notice = { readonly labels: readonly string[]; readonly on: Day; readonly link: string };

/** To an address without an account, a month before its alerts are forgotten. */
export const alertRetentionMail = ({ labels, on, link }: Notice): Mail => ({
  subject: "Gardez-vous vos alertes Élan Emploi ?",
  why: "Vous avez enregistré une recherche sur Élan Emploi. Nous n’avons pas de signe de vous depuis 23 mois.",
  blocks: [
    { kind: "text", text: "Bonjour. La loi nous demande de ne pas garder vos données sans raison." },
    ...labels.map((label) => ({ kind: "text" as const, text: `Votre recherche : ${label}.` })),
    { kind: "text", text: `Sans nouvelle de vous, tout sera effacé le ${sayDay(on)} ${on.slice(0, 4)}.` },
    { kind: "button", label: "Choisir de garder mes alertes", href: link },
    { kind: "text", text: "Vous n’en avez plus besoin ? Ne faites rien." },
  ],
});
