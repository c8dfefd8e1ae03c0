import type { Mail } from "#client/kernel/mail.tsx";
import { sayMoment } from "#client/kernel/say.tsx";

type Asked = { offerTitle: string; interviewAt: string; link: string; again: boolean };

export const personFeedbackMail = (asked: Asked & { firstName: string; companyName: string }): Mail => ({
  subject: `${asked.again ? "Rappel : votre" : "Votre"} entretien chez ${asked.companyName}`,
  why: "Vous aviez un entretien pour une offre que nous vous avons proposée.",
  blocks: [
    { kind: "text", text: `Bonjour ${asked.firstName}, comment s’est passé votre entretien ?` },
    { kind: "list", items: [asked.offerTitle, sayMoment(asked.interviewAt)] },
    { kind: "button", label: "Répondre en une minute", href: asked.link },
    { kind: "text", text: "L’entreprise ne voit pas vos réponses." },
  ],
});

export const companyFeedbackMail = (asked: Asked & { personName: string }): Mail => ({
  subject: `${asked.again ? "Rappel : entretien" : "Entretien"} de ${asked.personName}`,
  why: "Vous avez reçu une personne que nous vous avons présentée.",
  blocks: [
    { kind: "text", text: `Bonjour, comment s’est passé l’entretien de ${asked.personName} ?` },
    { kind: "list", items: [asked.offerTitle, sayMoment(asked.interviewAt)] },
    { kind: "button", label: "Répondre en une minute", href: asked.link },
    { kind: "text", text: "Votre réponse nous évite de vous appeler." },
  ],
});
