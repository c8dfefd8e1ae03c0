import type { Mail } from "#client/kernel/mail.tsx";

type Asked = { companyName: string; message: string };

/** To the person behind an anonymous CV: who asks, what they wrote, and that nothing was given. */
export const contactAskedMail = ({ companyName, message }: Asked): Mail => ({
  subject: `${companyName} aimerait vous contacter`,
  why: "Vous avez un CV sur Élan Emploi. Une entreprise vérifiée l’a lu, sans votre nom.",
  blocks: [
    { kind: "quote", from: companyName, text: message },
    { kind: "text", text: "Votre nom et vos coordonnées ne sont donnés que si vous dites oui." },
    { kind: "button", label: "Répondre oui ou non", href: "/mon-cv/demandes" },
  ],
});

type Answered = { accepted: boolean; cvId: string };

/** To the employer who asked. No name travels by mail: it is on the page, behind their sign-in. */
export const contactAnsweredMail = ({ accepted, cvId }: Answered): Mail => ({
  subject: accepted ? "La personne accepte votre contact" : "La personne ne souhaite pas être contactée",
  why: "Vous avez demandé un contact dans la CVthèque d’Élan Emploi.",
  blocks: accepted
    ? [
        { kind: "text", text: "Son nom, son mail et son téléphone sont sur sa page." },
        { kind: "button", label: "Voir son contact", href: `/cvtheque/${cvId}` },
      ]
    : [
        { kind: "text", text: "Elle garde son nom pour elle. D’autres personnes cherchent le même métier." },
        { kind: "button", label: "Chercher d’autres CV", href: "/cvtheque" },
      ],
});
