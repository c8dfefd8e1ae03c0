import type { Mail } from "#client/kernel/mail.tsx";

type CompanyState = { company: string; refusedBecause: string | null };

/** Tells an employer what staff decided of their company. */
export const companyStateMail = ({ company, refusedBecause }: CompanyState): Mail =>
  refusedBecause === null
    ? {
        subject: `${company} est vérifiée`,
        why: `Vous avez inscrit l’entreprise ${company} sur Élan Emploi.`,
        blocks: [
          { kind: "text", text: "Votre entreprise est vérifiée. Vos offres en attente paraissent maintenant." },
          { kind: "button", label: "Voir mes offres", href: "/employeur/offres" },
        ],
      }
    : {
        subject: `${company} n’a pas pu être vérifiée`,
        why: `Vous avez inscrit l’entreprise ${company} sur Élan Emploi.`,
        blocks: [
          { kind: "quote", from: "Le Département", text: refusedBecause },
          { kind: "text", text: "Vos offres ne sont pas visibles. Corrigez votre fiche si besoin, puis appelez-nous." },
          { kind: "button", label: "Voir ma fiche", href: "/employeur/entreprise" },
        ],
      };
