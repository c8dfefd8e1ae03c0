import type { Mail } from "#client/kernel/mail.tsx";
import { sayCount, sayDay, sayMoment } from "#client/kernel/say.tsx";
import { contractLabels, sayPay, sayWeeklyHours } from "#client/offers/offer-words.ts";
import type { Offer } from "#shared/offers/offer.ts";

type ProposalMail = {
  firstName: string;
  offer: Offer;
  /** Null when the company is named only after a yes. */
  companyName: string | null;
  /** The signed page, where the two buttons are. */
  link: string;
  answerBefore: string;
};

export const proposalMail = ({ firstName, offer, companyName, link, answerBefore }: ProposalMail): Mail => ({
  subject: `Une offre pour vous : ${offer.title}, ${offer.commune.name}`,
  why: "Vous avez un CV sur Élan Emploi, et un chargé de mission du Département pense à vous.",
  blocks: [
    { kind: "text", text: `Bonjour ${firstName}, ce poste n’est pas publié. Nous vous le proposons.` },
    {
      kind: "offer",
      title: offer.title,
      href: link,
      lines: [
        sayPay(offer.pay),
        `${offer.commune.name}, ${contractLabels[offer.contract]}, ${sayWeeklyHours(offer.weeklyHours)}`,
        companyName ?? "L’entreprise vous est nommée si vous dites oui",
      ],
      reasons: [],
    },
    { kind: "button", label: "Voir l’offre et répondre", href: link },
    {
      kind: "text",
      text: `Votre nom n’est donné à l’entreprise qu’après votre oui. Répondez avant le ${sayDay(answerBefore)}.`,
    },
  ],
});

type ShortListMail = { offerTitle: string; count: number };

export const shortListMail = ({ offerTitle, count }: ShortListMail): Mail => ({
  subject: `${sayCount(count, "personne vous est présentée", "personnes vous sont présentées")} : ${offerTitle}`,
  why: "Vous avez confié une offre au Département, qui vous présente des personnes.",
  blocks: [
    { kind: "text", text: "Chacune a lu l’offre et accepté que vous ayez son nom." },
    { kind: "button", label: "Voir qui et répondre", href: "/employeur/positionnements" },
    { kind: "text", text: "Une réponse rapide, même négative, aide tout le monde." },
  ],
});

type StepMail = { firstName: string; offerTitle: string; companyName: string };

export const interviewMail = ({
  firstName,
  offerTitle,
  companyName,
  at,
  place,
}: StepMail & { at: string; place: string }): Mail => ({
  subject: `Entretien ${sayMoment(at)} : ${offerTitle}`,
  why: "Vous avez accepté que nous vous proposions pour cette offre.",
  blocks: [
    { kind: "text", text: `Bonjour ${firstName}, ${companyName} vous attend pour un entretien.` },
    { kind: "list", items: [sayMoment(at), place] },
    { kind: "text", text: "Un empêchement ? Appelez-nous, ou répondez depuis votre espace." },
    { kind: "button", label: "Voir où j’en suis", href: "/mes-propositions" },
  ],
});

export const refusedMail = ({ firstName, offerTitle, companyName }: StepMail): Mail => ({
  subject: `Réponse pour : ${offerTitle}`,
  why: "Vous avez accepté que nous vous proposions pour cette offre.",
  blocks: [
    {
      kind: "text",
      text: `Bonjour ${firstName}, ${companyName} a choisi une autre personne. Merci d’avoir tenté cette offre.`,
    },
    { kind: "text", text: "Nous gardons votre profil. D’autres offres vous correspondent peut-être déjà." },
    { kind: "button", label: "Voir mes pistes", href: "/mes-pistes" },
  ],
});

export const selectedMail = ({ firstName, offerTitle, companyName }: StepMail): Mail => ({
  subject: `Bonne nouvelle pour : ${offerTitle}`,
  why: "Vous avez accepté que nous vous proposions pour cette offre.",
  blocks: [
    { kind: "text", text: `Bonjour ${firstName}, ${companyName} souhaite vous embaucher et va vous appeler.` },
    { kind: "button", label: "Voir où j’en suis", href: "/mes-propositions" },
  ],
});

export const hiredMail = ({ firstName, offerTitle, companyName, startsOn }: StepMail & { startsOn: string }): Mail => ({
  subject: `Votre embauche : ${offerTitle}`,
  why: "Une entreprise nous annonce votre embauche.",
  blocks: [
    { kind: "text", text: `Bonjour ${firstName}, ${companyName} vous attend le ${sayDay(startsOn)}.` },
    {
      kind: "text",
      text: "Nous prendrons de vos nouvelles après 1, 3 et 6 mois. Une difficulté avant ? Appelez-nous.",
    },
  ],
});

export const withdrawnMail = ({ personName, offerTitle }: { personName: string; offerTitle: string }): Mail => ({
  subject: `${personName} ne donne pas suite : ${offerTitle}`,
  why: "Nous vous avions présenté cette personne.",
  blocks: [
    { kind: "text", text: `${personName} ne souhaite plus ce poste. Votre chargé de mission cherche avec vous.` },
    { kind: "button", label: "Voir les personnes présentées", href: "/employeur/positionnements" },
  ],
});
