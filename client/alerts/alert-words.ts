import type { Alert, AlertFrequency } from "#shared/alerts/alert.ts";
import type { AlertAct, Weekday } from "#shared/alerts/alert-contracts.ts";
import { instantHours, instantPerDay, type Pace } from "#shared/alerts/alert-pace.ts";
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
  rhythmResumed: "C’est fait. Vos alertes continuent, au rythme que vous aviez choisi.",
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
  weekly: "Une fois par semaine",
};

/** What each choice means, beside it. */
export const frequencyHints: Partial<Record<AlertFrequency, string>> = {
  instant: `En quelques minutes, de ${instantHours.from} h à ${instantHours.to} h. ${instantPerDay} mails par jour au plus.`,
  daily: "À 7 h, un seul mail pour toutes vos alertes.",
};

export const weekdayLabels: Record<Weekday, string> = {
  1: "Le lundi",
  2: "Le mardi",
  3: "Le mercredi",
  4: "Le jeudi",
  5: "Le vendredi",
  6: "Le samedi",
  7: "Le dimanche",
};

/** "Chaque lundi matin". */
export const sayRhythm = ({ frequency, weekday }: Pick<Alert, "frequency" | "weekday">): string =>
  frequency === "weekly"
    ? `Chaque ${weekdayLabels[String(weekday ?? 1) as Weekday].replace("Le ", "")} matin` // 1 to 7
    : frequencyLabels[frequency];

/** What an alert comes to when its mails seem unread. */
export const paceLabels: Record<Pace, string> = {
  instant: "dès qu’une offre paraît",
  daily: "une fois par jour",
  weekly: "une fois par semaine",
  monthly: "une fois par mois",
};
