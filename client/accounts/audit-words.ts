import type { AuditAct, AuditFault } from "#shared/accounts/audit.ts";

export const auditLabels: Record<AuditAct, string> = {
  "identity-read": "Identité lue",
  "data-exported": "Données récupérées",
  "erasure-asked": "Effacement demandé",
  "account-erased": "Compte effacé",
  "role-changed": "Rôle changé",
  "account-disabled": "Compte fermé",
  "account-enabled": "Compte rouvert",
  "staff-created": "Compte d’agent créé",
  "second-factor-reset": "Second code remis à zéro",
  "company-verified": "Entreprise vérifiée",
  "company-refused": "Entreprise refusée",
  "offer-published": "Offre publiée par un agent",
  "offer-refused": "Offre refusée",
};

/** What the code beside an act means. */
export const auditDetails: Readonly<Record<string, string>> = {
  cv: "son CV",
  positioning: "son positionnement",
  asked: "à sa demande",
  unused: "après 24 mois sans visite",
  "after-backup": "de nouveau, après une restauration",
  file: "fichier",
};

export const auditFaultWords: Record<AuditFault, string> = {
  altered: "La ligne a été modifiée, ou une autre a été mise à sa place.",
  missing: "La ligne manque.",
  cut: "La fin du journal manque : elle était là au dernier contrôle.",
  rewritten: "Le journal a été réécrit depuis le dernier contrôle.",
};

export const auditNotices = {
  whole: (rows: number): string => `Le journal est entier : ${rows} lignes relues.`,
  broken: "Le journal n’est pas entier. La ligne est indiquée plus bas.",
} as const;
