import type { Mail } from "#client/kernel/mail.tsx";
import { sayDay } from "#client/kernel/say.tsx";
import type { Day } from "#shared/kernel/calendar.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";

type Told = Pick<Offer, "id" | "title" | "reference" | "commune" | "expiresOn">;

const whyOf = ({ title }: Told): string => `Votre entreprise a écrit l’offre « ${title} » sur Élan Emploi.`;
const fileOf = ({ id }: Told): string => `/employeur/offres/${id}`;

export const offerPublishedMail = (offer: Told, today: Day): Mail => ({
  subject: `Votre offre est en ligne : ${offer.title}`,
  why: whyOf(offer),
  blocks: [
    { kind: "text", text: `Elle est vérifiée et visible par tous, jusqu’au ${sayDay(offer.expiresOn, today)}.` },
    { kind: "button", label: "Voir mon offre en ligne", href: offerAddress(offer) },
  ],
});

export const offerRefusedMail = (offer: Told, reason: string): Mail => ({
  subject: `Votre offre est à revoir : ${offer.title}`,
  why: whyOf(offer),
  blocks: [
    { kind: "quote", from: "Le Département", text: reason },
    { kind: "text", text: "L’offre est de nouveau un brouillon. Changez-la, puis publiez-la." },
    { kind: "button", label: "Revoir mon offre", href: fileOf(offer) },
  ],
});

export const offerExpiredMail = (offer: Told): Mail => ({
  subject: `Votre offre n’est plus en ligne : ${offer.title}`,
  why: whyOf(offer),
  blocks: [
    {
      kind: "text",
      text: "Sa date de fin est passée. Dites-nous si le poste est pourvu, ou remettez l’offre en ligne.",
    },
    { kind: "button", label: "Dire ce qu’il en est", href: fileOf(offer) },
  ],
});

/** `link` opens a page with one button: no account is needed to keep an offer open. */
export const offerExpiringMail = (offer: Told, { link, today }: { link: string; today: Day }): Mail => ({
  subject: `Votre offre finit ${sayDay(offer.expiresOn, today)} : ${offer.title}`,
  why: whyOf(offer),
  blocks: [
    {
      kind: "text",
      text: `Après ${sayDay(offer.expiresOn, today)}, plus personne ne la verra. Cherchez-vous encore ?`,
    },
    { kind: "button", label: "Oui, prolonger l’offre", href: link },
    { kind: "link", label: "Non, le poste est pourvu ou abandonné", href: fileOf(offer) },
  ],
});
