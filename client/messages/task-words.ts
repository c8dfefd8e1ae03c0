import type { QueueName } from "#shared/kernel/job.ts";

/** What each line of the timetable does, as an admin reads it. */
const tasks: Readonly<Record<string, string>> = {
  "sweep-dispatches": "Envoyer les courriers en attente et régler ceux qui sont restés en chemin",
  "forget-mails": "Effacer les adresses et les textes des courriers de plus d’un mois",
  "expire-offers": "Retirer les offres dont le dernier jour est passé",
  "remind-employers": "Prévenir les employeurs dont une offre finit bientôt",
  "reconcile-offer-index": "Remettre la recherche d’accord avec les offres",
  "remake-offer-index": "Refaire la recherche à neuf, sans la couper",
  "follow-applications": "Relancer les employeurs silencieux et clore les candidatures sans réponse",
  "send-daily-alerts": "Envoyer les alertes du matin",
  "send-instant-alerts": "Prévenir aussitôt qui l’a demandé d’une nouvelle offre",
  "keep-retention": "Prévenir les comptes oubliés et effacer ce qui est trop ancien",
  "verify-audit": "Relire le journal des actes sensibles",
  "ask-interview-feedback": "Demander des nouvelles des entretiens de la veille",
  "remind-datings": "Rappeler un job dating ou un forum deux jours avant",
  "remind-late-actions": "Rappeler aux chargés de mission les actions dépassées",
  "close-company-merges": "Clore les réunions de fiches dont le délai est passé",
  "find-strong-matches": "Chercher de nouveaux rapprochements",
};

/** What each sweep repairs: the collection, in words. */
const collections: Readonly<Record<string, string>> = {
  accounts: "les comptes",
  alerts: "les alertes",
  applications: "les candidatures",
  companies: "les entreprises",
  "contact-requests": "les demandes de contact",
  cvs: "les CV",
  offers: "les offres",
  positionings: "les positionnements",
  jobDatings: "les job datings",
  registrations: "les inscrits des job datings",
  meetingVerdicts: "les avis des entreprises après une rencontre",
  forumContacts: "les contacts aux stands des forums",
  collectiveActions: "les actions collectives",
  participations: "les participants des actions collectives",
  interviewFeedback: "les retours d’entretien",
  accompaniments: "les demandes d’accompagnement",
  companyImports: "les listes d’entreprises importées",
  companyMerges: "les fiches d’entreprises réunies",
};

export const queueLabels: Record<QueueName, string> = {
  search: "Recherche",
  mail: "Courriers",
  mailing: "Courriers groupés",
  matching: "Rapprochement",
  routine: "Suites et entretien",
};

export const indexLabels: Readonly<Record<string, string>> = { offers: "Offres" };

/** Work that is asked by what happens, and is seen only when it fails. */
const asked: Readonly<Record<string, string>> = {
  "send-dispatch": "Envoyer un courrier",
  "send-dispatches": "Envoyer des courriers groupés",
  "send-few-dispatches": "Envoyer les courriers d’un même geste",
  "index-offer": "Mettre une offre dans la recherche",
  "find-matches": "Chercher des candidats pour une offre",
};

/** A task's sentence; its own name when nobody wrote one. */
export const sayTask = (name: string): string => {
  const [, collection] = /^sweep-(.+)$/.exec(name) ?? [];
  const repaired = collection ? collections[collection] : undefined;
  return tasks[name] ?? asked[name] ?? (repaired ? `Reprendre ce qui reste à faire pour ${repaired}` : name);
};

/** A sweep that only makes good what a crash left behind; the mails' own is a task of every minute. */
export const isRepair = (name: string): boolean => /^sweep-/.test(name) && name !== "sweep-dispatches";
