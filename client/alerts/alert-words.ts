import type { AlertFrequency } from "#shared/alerts/alert.ts";
import type { AlertAct } from "#shared/alerts/alert-contracts.ts";
import { alertsPerAddress } from "#shared/alerts/alert-rules.ts";

/** Refusals of the alerts slice, as people read them. */
export const alertWords: Readonly<Record<string, string>> = {
  "alert-asks-nothing": "Cette recherche ne demande rien : vous recevriez tout. Ajoutez un métier ou un lieu.",
  "alert-place-unknown": "Nous ne connaissons pas ce lieu. Changez la recherche, puis recommencez.",
  "too-many-alerts": `Vous avez déjà ${alertsPerAddress} alertes. Arrêtez-en une, puis recommencez.`,
  "alert-stopped": "Cette alerte est arrêtée. Pour la retrouver, enregistrez de nouveau la recherche.",
};

/** What the next page says once it is done. */
export const alertNotices = {
  created: "L’alerte est enregistrée. Vous recevrez les nouvelles offres.",
  allStopped: "C’est fait. Vous ne recevrez plus nos alertes.",
} as const;

export const changeNotices: Record<AlertAct, string> = {
  pause: "L’alerte est en pause.",
  resume: "L’alerte reprend.",
  frequency: "Le rythme est changé.",
  stop: "L’alerte est arrêtée. Elle ne vous écrira plus.",
};

export const frequencyLabels: Record<AlertFrequency, string> = {
  instant: "Dès qu’une offre paraît",
  daily: "Chaque matin",
  weekly: "Chaque lundi matin",
};
