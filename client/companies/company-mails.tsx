import type { Mail } from "#client/kernel/mail.tsx";
import { sayCount, sayDay } from "#client/kernel/say.tsx";
import type { Day } from "#shared/kernel/calendar.ts";

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

type LateActions = {
  readonly firstName: string;
  readonly actions: readonly { companyId: string; company: string; what: string; on: Day }[];
  /** Where the reminder is stopped. */
  readonly stop: string;
  readonly today: Day;
};

/** What is longer is read on the site. */
const mostTold = 20;

/** What an officer planned for a day that is past; each action is told once. */
export const lateActionsMail = ({ firstName, actions, stop, today }: LateActions): Mail => ({
  subject: `${sayCount(actions.length, "action prévue est dépassée", "actions prévues sont dépassées")}`,
  why: "Vous aviez prévu de faire quelque chose pour une entreprise, et le jour est passé.",
  blocks: [
    { kind: "text", text: `Bonjour ${firstName}, voici ce qui attend encore.` },
    ...actions.slice(0, mostTold).map(
      ({ companyId, company, what, on }) =>
        ({
          kind: "link",
          label: `${company} : ${what}, prévu le ${sayDay(on, today)}`,
          href: `/bureau/entreprises/${companyId}#action`,
        }) as const,
    ),
    ...(actions.length > mostTold
      ? [{ kind: "text", text: `Et ${actions.length - mostTold} autres, dans « Aujourd’hui ».` } as const]
      : []),
    { kind: "button", label: "Ouvrir « Aujourd’hui »", href: "/bureau" },
  ],
  manage: [{ label: "Ne plus recevoir ce rappel", href: stop }],
});
