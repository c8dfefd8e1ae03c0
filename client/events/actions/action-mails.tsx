import type { Mail } from "#client/kernel/mail.tsx";
import { sayDay } from "#client/kernel/say.tsx";
import type { CollectiveAction } from "#shared/events/actions/collective-action.ts";
import { sayAction, stepLabels } from "./action-words.ts";

type Told = { readonly firstName: string; readonly action: CollectiveAction; readonly link: string };

const steps = (action: CollectiveAction) =>
  ({
    kind: "list",
    items:
      action.steps.length === 0
        ? [sayAction(action)]
        : action.steps.map(({ kind, day, place }) =>
            [stepLabels[kind], sayDay(day), place ?? action.commune.name].join(", "),
          ),
  }) as const;

export const actionProposedMail = ({ firstName, action, link }: Told): Mail => ({
  subject: `Une action pour vous : ${action.title}`,
  why: "Votre référent ou un chargé de mission du Département a pensé à vous.",
  blocks: [
    { kind: "text", text: `Bonjour ${firstName}, nous vous proposons une action en petit groupe.` },
    steps(action),
    { kind: "button", label: "Lire et répondre", href: link },
  ],
});

export const actionPlaceMail = ({ firstName, action, link }: Told): Mail => ({
  subject: `Vous avez une place : ${action.title}`,
  why: "Vous avez dit oui à une action du Département.",
  blocks: [
    { kind: "text", text: `Bonjour ${firstName}, nous vous attendons.` },
    steps(action),
    { kind: "link", label: "Je ne viens plus", href: link },
  ],
});

export const actionCancelledMail = ({ firstName, action, link }: Told): Mail => ({
  subject: `Annulée : ${action.title}`,
  why: "Vous aviez dit oui à cette action.",
  blocks: [
    { kind: "text", text: `Bonjour ${firstName}, cette action n’a pas lieu. Nous vous en proposerons une autre.` },
    { kind: "link", label: "Voir mes actions", href: link },
  ],
});
