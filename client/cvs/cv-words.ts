import type { DiplomaLevel, LanguageName } from "#shared/cvs/closed-lists.ts";
import type { ContactRequestStatus } from "#shared/cvs/contact-request.ts";
import type { CvVisibility, LanguageLevel, WantedHours } from "#shared/cvs/cv.ts";
import type { TravelMeans } from "#shared/referentials/travel.ts";

/** Refusals of the CVs slice, as people read them. */
export const cvWords: Readonly<Record<string, string>> = {
  "no-html": "Écrivez sans balise : pas de « < » suivi d’une lettre.",
  "no-cv-yet": "Postez d’abord votre CV, en cinq questions.",
  "too-many-looks": "Vous avez ouvert 50 CV aujourd’hui : c’est la limite. La CVthèque rouvre demain.",
  "asked-already": "Votre entreprise a déjà écrit à cette personne. Sa réponse arrive par mail.",
  "answered-already": "Cette demande a déjà cette réponse.",
  "consent-needed": "Cochez la case pour que les employeurs voient votre CV.",
  "no-need-to-ask": "Vous voyez déjà le nom de cette personne.",
};

/** What the next page says once it is done. */
export const cvNotices = {
  completed: "Votre CV est à jour.",
  opened: "C’est dit. Les employeurs vérifiés voient maintenant votre CV, sans votre nom.",
  closed: "C’est dit. Plus aucun employeur ne voit votre CV.",
  withdrawn: "Votre CV est retiré. Personne ne le voit plus.",
  restored: "Votre CV est remis. Il est vu comme avant.",
  erased: "Votre CV est effacé, avec ses demandes et ses visites.",
  accepted: "C’est dit. L’entreprise a maintenant votre nom et vos coordonnées.",
  declined: "C’est dit. L’entreprise ne saura pas qui vous êtes.",
  blocked: "Cette entreprise ne voit plus votre CV.",
  unblocked: "Cette entreprise peut de nouveau voir votre CV.",
  asked: "Votre message est parti. La réponse vous sera envoyée par mail.",
} as const;

export const savedNotice = (understood: readonly string[]): string =>
  `Votre CV est enregistré. Nous avons compris : ${understood.join(" ; ")}.`.slice(0, 280);

/** The library was chosen and its box left empty: said kindly, for it is a right. */
export const savedForStaffNotice = (understood: readonly string[]): string =>
  `Votre CV est enregistré. Seuls nos agents le voient : la case n’était pas cochée. Nous avons compris : ${understood.join(" ; ")}.`.slice(
    0,
    280,
  );

const missing: Readonly<Record<string, string>> = {
  wanted: "Écrivez au moins un métier.",
  commune: "Écrivez le nom de votre commune.",
  radiusKm: "Choisissez jusqu’où vous iriez.",
  means: "Cochez au moins une façon d’aller au travail.",
  hours: "Choisissez un temps de travail.",
  visibility: "Choisissez qui voit votre CV.",
  experience: "Écrivez le travail que vous avez fait.",
  months: "Dites combien de temps, même à peu près.",
};

/** What to do about an empty answer; `otherwise` when the field has no sentence of its own. */
export const sayMissing = (field: string, otherwise: string): string => missing[field.replace(/\d$/, "")] ?? otherwise;

export const unknownOccupation = (typed: string, proposals: readonly string[]): string =>
  proposals.length === 0
    ? `Nous ne connaissons pas « ${typed} ». Essayez un autre mot pour ce métier.`
    : `Nous ne sommes pas sûrs pour « ${typed} ». Vouliez-vous dire : ${proposals.join(" ; ")} ? Recopiez le bon.`;

export const meansLabels: Record<TravelMeans, string> = {
  foot: "À pied",
  bike: "À vélo",
  publicTransport: "En bus ou en train",
  car: "En voiture",
};

/** "12 min à pied", "9 min en bus". */
export const byMeans: Record<TravelMeans, string> = {
  foot: "à pied",
  bike: "à vélo",
  publicTransport: "en bus ou en train",
  car: "en voiture",
};

export const hoursLabels: Record<WantedHours, string> = {
  any: "Peu importe",
  fullTime: "Temps plein",
  partTime: "Temps partiel",
};

export const visibilityLabels: Record<CvVisibility, string> = {
  anonymous: "Visible sans mon nom",
  named: "Visible avec mon nom",
  staff: "Vu par le Département seulement",
  hidden: "Caché",
};

/** What follows each choice. */
export const visibilityHints: Record<CvVisibility, string> = {
  anonymous:
    "Les recruteurs vérifiés voient vos métiers et vos savoir-faire. Votre nom n’est donné qu’à ceux à qui vous dites oui.",
  named: "Les recruteurs vérifiés voient aussi votre nom, votre mail et votre téléphone.",
  staff: "Aucun recruteur ne voit votre CV. Nos agents peuvent vous proposer des offres.",
  hidden: "Personne d’autre que vous ne le voit. Vous voyez quand même vos offres.",
};

export const languageLabels: Record<LanguageName, string> = {
  fr: "Français",
  en: "Anglais",
  es: "Espagnol",
  pt: "Portugais",
  de: "Allemand",
  it: "Italien",
  ar: "Arabe",
  tr: "Turc",
  ro: "Roumain",
  pl: "Polonais",
  uk: "Ukrainien",
  ru: "Russe",
  fa: "Persan, dari",
  zh: "Chinois",
  oc: "Occitan",
  lsf: "Langue des signes",
};

export const levelLabels: Record<LanguageLevel, string> = {
  basic: "quelques mots",
  good: "je me fais comprendre",
  fluent: "couramment",
  native: "langue maternelle",
};

export const diplomaLabels: Record<DiplomaLevel, string> = {
  none: "Sans diplôme",
  cap: "CAP, BEP",
  bac: "Bac",
  bac2: "Bac + 2 (BTS, DUT)",
  bac3: "Bac + 3 (licence, BUT)",
  bac5: "Bac + 5 (master)",
};

export const requestStatusLabels: Record<ContactRequestStatus, string> = {
  asked: "En attente de réponse",
  accepted: "Vous avez dit oui",
  declined: "Vous avez dit non",
};

export const askedStatusLabels: Record<ContactRequestStatus, string> = {
  asked: "La personne n’a pas encore répondu",
  accepted: "La personne a dit oui",
  declined: "La personne a dit non",
};

/** A language or a diploma kept from elsewhere may not be on today's list: it is then shown as it is. */
export const labelOf = (labels: Readonly<Record<string, string>>, code: string): string => labels[code] ?? code;
